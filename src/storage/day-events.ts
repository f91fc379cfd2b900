import { dayMs } from '#src/domain/day.ts';
import { toFirstId } from '#src/domain/event-id.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import type { Instant, StudyDay } from '#src/domain/ids.ts';
import type { CairnDatabase } from './database.ts';
import { dropVoid, inReplayOrder, listWhereAny } from './event-log.ts';
import {
  answerKinds,
  isQuiet,
  toNewestId,
  toSegmentMonth,
  unpackKind,
  unpackWhere,
  type EventSegment,
} from './event-segment.ts';

/** All events of a study day, void ones too, in replay order. */
export function listDayEvents(db: CairnDatabase, day: StudyDay): Promise<AnyEvent[]> {
  return listEventsOfDays(db, [day]);
}

/**
 * The valid events of a study day that are not packed, and of the packed ones its answers, in replay
 * order. An import may have thousands of other events of the day it was made on.
 */
export async function listDayAnswers(db: CairnDatabase, day: StudyDay): Promise<AnyEvent[]> {
  const [rows, segments] = await Promise.all([
    listDayRows(db, [day]),
    listDaySegments(db, day, new Set([toSegmentMonth(day)]), (id) => !isQuiet(id)),
  ]);
  const packed = segments.flatMap((segment) =>
    answerKinds.flatMap((kind) => unpackKind(segment, kind, day)),
  );
  return dropVoid(db, inReplayOrder([...packed, ...rows]));
}

/** Those events of some study days that are not packed, void ones too, in replay order. */
export async function listDayRows(
  db: CairnDatabase,
  days: readonly StudyDay[],
): Promise<AnyEvent[]> {
  return inReplayOrder(await listWhereAny(db.events, 'studyDay', new Set(days)));
}

/** All events of some study days, void ones too, in replay order; each segment is read once. */
export async function listEventsOfDays(
  db: CairnDatabase,
  days: readonly StudyDay[],
): Promise<AnyEvent[]> {
  const [rows, segments] = await Promise.all([
    listDayRows(db, days),
    listDaySegments(db, Math.min(...days), new Set(days.map(toSegmentMonth))),
  ]);
  const packed = segments.flatMap((segment) =>
    days.flatMap((day) => unpackWhere(segment, 'studyDay', day)),
  );
  return inReplayOrder([...packed, ...rows]);
}

/**
 * The segments of these months that may hold events of a study day or later ones. Most end before it,
 * as their keys tell: a start asks for today, and must not read a month for it.
 */
async function listDaySegments(
  db: CairnDatabase,
  day: number,
  months: ReadonlySet<number>,
  isAsked: (id: string) => boolean = () => true,
): Promise<EventSegment[]> {
  const keys = await Promise.all(
    [...months].map((month) => db.segments.where('month').equals(month).primaryKeys()),
  );
  // Wherever the learner was, and whenever their day begins, it began after this.
  const first = toFirstId(((day - 1) * dayMs) as Instant);
  const recent = keys.flat().filter((key) => toNewestId(key) >= first && isAsked(key));
  const segments = recent.length === 0 ? [] : await db.segments.bulkGet(recent);
  return segments.filter((segment) => segment !== undefined);
}
