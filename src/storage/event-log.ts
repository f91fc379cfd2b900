import { findVoidActs } from '#src/domain/undo.ts';
import type { AnyEvent, UndoneEvent } from '#src/domain/event.ts';
import type { ActId, EventId, StudyDay } from '#src/domain/ids.ts';
import type { Table } from 'dexie';
import type { CairnDatabase } from './database.ts';
import {
  listSegmentIds,
  packEvents,
  segmentMonthStart,
  toSegmentBucket,
  toSegmentMonth,
  unpackEvents,
  unpackWhere,
} from './event-segment.ts';

/**
 * Undos, settings, statuses and notes on topics stay rows for ever: they are few, and each start,
 * replay, roadmap or search looks for them. So do quizzes, which their history looks for by subject.
 */
const rowKinds = ['undone', 'setting-set', 'status-set', 'topic-note', 'quiz-started'];

/** Whether an event is of a kind that is never packed. */
export function staysRow({ kind }: AnyEvent): boolean {
  return rowKinds.includes(kind);
}

/** Whether an event is an `undone` this version understands. */
export function isUndone(event: AnyEvent): event is UndoneEvent {
  return event.kind === 'undone' && event.v === 1;
}

/** The newest event id this device has seen; null before the first. */
export async function findNewestEvent(db: CairnDatabase): Promise<EventId | null> {
  const [rows, segments] = await Promise.all([
    db.events.orderBy(':id').reverse().limit(1).primaryKeys(),
    db.segments.orderBy('newest').reverse().limit(1).keys(),
  ]);
  const newest = [...rows, ...(segments as EventId[])].sort();
  return newest.at(-1) ?? null;
}

/** All events with a subject, void ones too, in replay order. */
export async function listSubjectEvents(db: CairnDatabase, subject: string): Promise<AnyEvent[]> {
  const [rows, segments] = await Promise.all([
    db.events.where('subject').equals(subject).toArray(),
    db.segments.where('bucket').equals(toSegmentBucket(subject)).toArray(),
  ]);
  const packed = segments.flatMap((segment) => unpackWhere(segment, 'subject', subject));
  return inReplayOrder([...packed, ...rows]);
}

/** All events of several subjects, void ones too, by subject, each list in replay order. */
export async function groupSubjectEvents(
  db: CairnDatabase,
  subjects: readonly string[],
): Promise<Map<string, AnyEvent[]>> {
  const eventsBySubject = new Map<string, AnyEvent[]>(subjects.map((subject) => [subject, []]));
  if (subjects.length <= 8) {
    await Promise.all(
      subjects.map(async (subject) => {
        eventsBySubject.set(subject, await listSubjectEvents(db, subject));
      }),
    );
    return eventsBySubject;
  }
  const buckets = new Set(subjects.map(toSegmentBucket));
  const [rows, segments] = await Promise.all([
    db.events.where('subject').anyOf(subjects).toArray(),
    listWhereAny(db.segments, 'bucket', buckets),
  ]);
  for (const event of rows) eventsBySubject.get(event.subject)?.push(event);
  for (const segment of segments) {
    for (const event of unpackEvents(segment)) eventsBySubject.get(event.subject)?.push(event);
  }
  for (const [subject, events] of eventsBySubject) {
    eventsBySubject.set(subject, inReplayOrder(events));
  }
  return eventsBySubject;
}

/** All events of an act, in replay order. */
export async function listActEvents(db: CairnDatabase, act: ActId): Promise<AnyEvent[]> {
  const rows = await db.events.where('act').equals(act).toArray();
  // An act has the id of its first event, so segments that end before it hold none of it; but what
  // an import brought along is older than the import.
  const isImport = rows.some((event) => event.kind === 'created' && 'edition' in event);
  const segments = isImport
    ? await db.segments.toArray()
    : await db.segments.where('newest').aboveOrEqual(act).toArray();
  const packed = segments.flatMap((segment) => unpackWhere(segment, 'act', act));
  return inReplayOrder([...packed, ...rows]);
}

/** The rows with one of these values, all asked for at once: `anyOf` would go from row to row. */
export async function listWhereAny<Row, Key>(
  table: Table<Row, Key>,
  index: 'bucket' | 'month' | 'studyDay',
  values: ReadonlySet<number>,
): Promise<Row[]> {
  const found = await Promise.all(
    [...values].map((value) => table.where(index).equals(value).toArray()),
  );
  return found.flat();
}

/** All events newer than an id, void ones too, in replay order; null asks for every event. */
export async function listEventsAfter(
  db: CairnDatabase,
  after: EventId | null,
): Promise<AnyEvent[]> {
  const [rows, segments] = await Promise.all([
    after === null ? db.events.toArray() : db.events.where('id').above(after).toArray(),
    after === null ? db.segments.toArray() : db.segments.where('newest').above(after).toArray(),
  ]);
  const packed = segments
    .flatMap(unpackEvents)
    .filter((event) => after === null || event.id > after);
  return inReplayOrder([...packed, ...rows]);
}

/** Of these acts, those that an undo voids, as of all undos in the log. */
export async function findVoidActsAmong(
  db: CairnDatabase,
  acts: Iterable<ActId>,
): Promise<ReadonlySet<ActId>> {
  const undone = await listUndos(db, acts);
  return findVoidActs(undone);
}

/** The undos of these acts, of those undos, and so on. */
export async function listUndos(db: CairnDatabase, acts: Iterable<ActId>): Promise<UndoneEvent[]> {
  const found: UndoneEvent[] = [];
  const seen = new Set<ActId>();
  let asked = [...new Set(acts)];
  while (asked.length > 0) {
    for (const act of asked) seen.add(act);
    const undos = await listUndosBetween(db, asked);
    found.push(...undos);
    asked = [...new Set(undos.map((event) => event.act))].filter((act) => !seen.has(act));
  }
  return found;
}

/**
 * The undos of these acts. One range holds them all, and next to nothing else, as only undos have an act
 * for their subject: looking for each act would cost a read for every card answered today.
 */
async function listUndosBetween(db: CairnDatabase, acts: readonly ActId[]): Promise<UndoneEvent[]> {
  const named = new Set<string>(acts);
  const [first, last] = findEnds(acts);
  const rows = await db.events.where('subject').between(first, last, true, true).toArray();
  return rows.filter(isUndone).filter(({ subject }) => named.has(subject));
}

/** The least and the greatest of some acts, of which there is one at least. */
function findEnds([one, ...others]: readonly ActId[]): [ActId, ActId] {
  let first = one as ActId;
  let last = first;
  for (const act of others) {
    if (act < first) first = act;
    if (act > last) last = act;
  }
  return [first, last];
}

/** The events no undo voids; `undone` events themselves are left out. */
export async function dropVoid(
  db: CairnDatabase,
  events: readonly AnyEvent[],
): Promise<AnyEvent[]> {
  const void_ = await findVoidActsAmong(
    db,
    events.map((event) => event.act),
  );
  return events.filter((event) => event.kind !== 'undone' && !void_.has(event.act));
}

/**
 * Adds events that this store may hold already, in a transaction over events and segments. Those
 * known by id are passed over; those older than `recentFrom` are packed. Returns the ones added.
 */
export async function addEvents(
  db: CairnDatabase,
  events: readonly AnyEvent[],
  recentFrom: StudyDay,
): Promise<AnyEvent[]> {
  const known = await listKnownIds(db, events);
  const added: AnyEvent[] = [];
  for (const event of events) {
    if (known.has(event.id)) continue;
    known.add(event.id);
    added.push(event);
  }
  const isRow = (event: AnyEvent) => staysRow(event) || event.studyDay >= recentFrom;
  await db.events.bulkPut(added.filter(isRow));
  await db.segments.bulkPut(packEvents(added.filter((event) => !isRow(event))));
  return added;
}

/** Of these events, the ids the store holds. */
export async function listKnownIds(
  db: CairnDatabase,
  events: readonly Pick<AnyEvent, 'studyDay'>[],
): Promise<Set<EventId>> {
  const months = new Set(events.map((event) => toSegmentMonth(event.studyDay)));
  const [rows, segments] = await Promise.all([
    db.events.toCollection().primaryKeys(),
    listWhereAny(db.segments, 'month', months),
  ]);
  const known = new Set(rows);
  for (const segment of segments) {
    for (const id of listSegmentIds(segment)) known.add(id);
  }
  return known;
}

/**
 * Moves the rows of whole months before `recentFrom` into segments, at most `most` of them, in one
 * transaction. Returns how many were moved; nothing is lost or doubled when it fails. A day's rows at
 * a time would leave as many segments as days, and each costs as much to read as a row.
 */
export async function packOldEvents(
  db: CairnDatabase,
  recentFrom: StudyDay,
  most = 5000,
): Promise<number> {
  const before = segmentMonthStart(toSegmentMonth(recentFrom));
  return db.transaction('rw', db.events, db.segments, async () => {
    const old = db.events.where('studyDay').below(before);
    const moving = await old
      .filter((event) => !staysRow(event))
      .limit(most)
      .toArray();
    await db.segments.bulkPut(packEvents(moving));
    await db.events.bulkDelete(moving.map((event) => event.id));
    return moving.length;
  });
}

/** Sorts events, in place, as replay takes them. */
export function inReplayOrder(events: AnyEvent[]): AnyEvent[] {
  return events.sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}
