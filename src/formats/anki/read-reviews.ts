import { grades } from '#src/domain/event.ts';
import type { Instant } from '#src/domain/ids.ts';
import type { ImportedReview } from '../import/imported-deck.ts';
import type { SqliteDatabase, SqlRow } from '../sqlite.ts';
import { packageLimits } from './package-limits.ts';
import type { ProblemList } from '../import/problem-list.ts';
import { toText, toWhole } from './sql-values.ts';

/** A line of `revlog` whose numbers can be used. */
export interface LogRow {
  readonly id: number;
  readonly ease: number;
  /** Days, or below zero seconds. */
  readonly interval: number;
  readonly factor: number;
  readonly durationMs: number;
  readonly type: number;
}

/** What `type` says of a line: before 3 the phase the card was in. */
const logTypes = {
  learning: 0,
  review: 1,
  relearning: 2,
  filtered: 3,
  manual: 4,
  moved: 5,
} as const;
/** As far as any clock goes that is only wrong. */
const latestMs = Date.UTC(2200, 0, 1);

/** The history by card, oldest first. Lines that make no sense are left out and reported. */
export function readLog(
  db: SqliteDatabase,
  problems: ProblemList,
): ReadonlyMap<number, readonly LogRow[]> {
  const rowsByCard = new Map<number, LogRow[]>();
  if (db.findColumns('revlog') === undefined) return rowsByCard;
  let count = 0;
  try {
    for (const row of db.rows('SELECT id, cid, ease, ivl, factor, time, type FROM revlog')) {
      count += 1;
      if (count > packageLimits.reviews) {
        problems.report(`Only the first ${packageLimits.reviews} reviews were taken.`);
        break;
      }
      readLogRow(row, rowsByCard, problems);
    }
  } catch {
    problems.report('The history is damaged and was left out. The cards keep their due dates.');
    return new Map();
  }
  for (const rows of rowsByCard.values()) rows.sort((one, other) => one.id - other.id);
  return rowsByCard;
}

function readLogRow(row: SqlRow, rowsByCard: Map<number, LogRow[]>, problems: ProblemList): void {
  // One by one: of so many rows, a list for each is felt.
  const id = toWhole(row[0]);
  const card = toWhole(row[1]);
  const ease = toWhole(row[2]);
  const interval = toWhole(row[3]);
  const time = toWhole(row[5]);
  const type = toWhole(row[6]);
  if (id === undefined || id <= 0 || id > latestMs) {
    problems.report(`A review has no time that can be read (${toText(row[0])}). It was left out.`);
    return;
  }
  const isSound = ease !== undefined && ease >= 0 && ease <= 4 && interval !== undefined;
  if (card === undefined || !isSound || type === undefined || type < 0) {
    problems.report(`Review ${id} has values that make no sense. It was left out.`);
    return;
  }
  if (time === undefined || time < 0) {
    problems.report(`Review ${id} says that it took less than no time. It counts as 0 seconds.`);
  }
  const durationMs = Math.max(0, time ?? 0);
  const read = { id, ease, interval, factor: toWhole(row[4]) ?? 0, durationMs, type };
  const rows = rowsByCard.get(card);
  if (rows === undefined) rowsByCard.set(card, [read]);
  else rows.push(read);
}

/**
 * A card's history as acts. `endsInSteps` says whether the card is in steps now: what the last review
 * led to depends on it, for the log writes a step of a day and more as an interval in days.
 */
export function toReviews(rows: readonly LogRow[], endsInSteps: boolean): ImportedReview[] {
  const counted = rows.filter(isAct);
  return counted.map((row, index) => {
    const next = counted[index + 1];
    const ledToSteps =
      next === undefined
        ? endsInSteps
        : next.type === logTypes.learning || next.type === logTypes.relearning;
    const grade = grades[row.ease - 1];
    return {
      id: row.id,
      at: row.id as Instant,
      act: grade ? { kind: 'graded', grade, durationMs: row.durationMs } : toManualAct(row),
      next: toNext(row.interval, ledToSteps && grade !== undefined),
    };
  });
}

/** A preview in a filtered deck is no review, and a line without a grade is one by hand. */
function isAct({ ease, type, factor, interval }: LogRow): boolean {
  if (type === logTypes.filtered && factor === 0) return false;
  return ease > 0 || type === logTypes.manual || type === logTypes.moved || interval > 0;
}

function toManualAct({ type, factor }: LogRow): ImportedReview['act'] {
  return { kind: type === logTypes.manual && factor === 0 ? 'reset' : 'set-due' };
}

function toNext(interval: number, ledToSteps: boolean): ImportedReview['next'] {
  if (interval < 0) return { seconds: -interval };
  return ledToSteps && interval > 0 ? { seconds: interval * 86_400 } : { days: interval };
}
