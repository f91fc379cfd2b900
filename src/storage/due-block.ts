import type { CardId, HomeId, Instant, StudyDay } from '#src/domain/ids.ts';
import type { Schedule } from '#src/domain/schedule.ts';

/** What a start must know of some cards, in columns. */
export interface DueColumns {
  /** Card ids, one a line, in the order of the columns below. */
  readonly ids: string;
  readonly dues: Int32Array;
  /** When each card's step ends, 0 for one that waits for a day; empty where all do. */
  readonly dueAts: Float64Array;
}

/**
 * The due columns of an eighth of a home's cards, in one record: IndexedDB asks 0.1 ms or more for
 * each record and little for its bytes, so looking at every card of a learner reads eight records a
 * home instead of one a card.
 */
export interface DueBlock extends DueColumns {
  readonly home: HomeId;
  /** 0 to 7: the bucket of its cards divided by eight. */
  readonly bucket: number;
  /** How many cards each of its buckets has: they stand one bucket after the other. */
  readonly counts: readonly number[];
}

/** How many buckets share a due block. */
export const bucketsPerDueBlock = 8;

/** The due block that holds a bucket. */
export function toDueBucket(bucket: number): number {
  return Math.floor(bucket / bucketsPerDueBlock);
}

/** In a column of days: no day. */
export const none = -0x8000_0000;
export const phases = ['new', 'learning', 'review', 'relearning'] as const;

/** Columns of `dues`. */
export const dueColumns = 5;
export const dueColumn = { phase: 0, dueDay: 1, marks: 2, buriedUntil: 3, introduced: 4 } as const;

/** The columns of each of a due block's buckets, in their order; without cards where there is no block. */
export function splitBuckets(block: DueBlock | undefined): DueColumns[] {
  const cards = block === undefined ? [] : listBlockCards(block);
  let end = 0;
  return Array.from({ length: bucketsPerDueBlock }, (_, bucket) => {
    const start = end;
    end += block?.counts[bucket] ?? 0;
    return {
      ids: cards.slice(start, end).join('\n'),
      dues: block?.dues.slice(start * dueColumns, end * dueColumns) ?? new Int32Array(0),
      dueAts: block?.dueAts.slice(start, end) ?? new Float64Array(0),
    };
  });
}

/** A due block of these columns, one for each of its buckets in their order. */
export function joinBuckets(
  [home, bucket]: readonly [HomeId, number],
  parts: readonly DueColumns[],
): DueBlock {
  const counts = parts.map(({ dues }) => dues.length / dueColumns);
  const count = counts.reduce((sum, each) => sum + each, 0);
  const dues = new Int32Array(count * dueColumns);
  const dueAts = new Float64Array(parts.some((part) => part.dueAts.length > 0) ? count : 0);
  let start = 0;
  parts.forEach((part, index) => {
    dues.set(part.dues, start * dueColumns);
    if (dueAts.length > 0) dueAts.set(part.dueAts, start);
    start += counts[index] as number;
  });
  const ids = parts.flatMap((part) => (part.ids === '' ? [] : part.ids)).join('\n');
  return { home, bucket, counts, ids, dues, dueAts };
}

/** The block's card ids in the order of its columns. */
export function listBlockCards(block: { readonly ids: string }): CardId[] {
  return block.ids === '' ? [] : (block.ids.split('\n') as CardId[]);
}

/**
 * Reads single ids of a block, at positions that only rise: a start looks at a few of very many, and
 * making all of them costs more than finding these.
 */
export function makeIdReader({ ids }: { readonly ids: string }): (position: number) => CardId {
  let line = 0;
  let start = 0;
  return (position) => {
    for (; line < position; line += 1) start = ids.indexOf('\n', start) + 1;
    const end = ids.indexOf('\n', start);
    return ids.slice(start, end < 0 ? undefined : end) as CardId;
  };
}

/**
 * Calls `visit` for each scheduled card that is neither suspended nor buried on `today`, in the order of
 * their positions, without making a state for each: a start looks at every card the learner has.
 */
export function scanScheduled(
  block: DueColumns,
  today: StudyDay,
  visit: (
    position: number,
    phase: Schedule['phase'],
    dueDay: StudyDay | null,
    dueAt: Instant,
  ) => void,
): void {
  const { dues, dueAts } = block;
  const count = dues.length / dueColumns;
  for (let position = 0; position < count; position += 1) {
    const int = position * dueColumns;
    const phase = phases[dues[int + dueColumn.phase] ?? 0] ?? 'new';
    if (phase === 'new' || ((dues[int + dueColumn.marks] ?? 0) & 1) === 1) continue;
    if ((dues[int + dueColumn.buriedUntil] ?? none) > today) continue;
    const dueDay = dues[int + dueColumn.dueDay] ?? none;
    const dueAt = dueAts[position] ?? 0;
    visit(position, phase, dueDay === none ? null : (dueDay as StudyDay), dueAt as Instant);
  }
}

/** Ids of the cards that cannot be introduced on `today`: scheduled, suspended or buried. */
export function listTakenCards(block: DueColumns, today: StudyDay): CardId[] {
  const { dues } = block;
  return listBlockCards(block).filter((_, position) => {
    const int = position * dueColumns;
    const isNew = dues[int + dueColumn.phase] === 0;
    const isSuspended = ((dues[int + dueColumn.marks] ?? 0) & 1) === 1;
    return !isNew || isSuspended || (dues[int + dueColumn.buriedUntil] ?? none) > today;
  });
}

/** Ids of the cards that were last new on this day. */
export function listIntroduced(block: DueColumns, day: StudyDay): CardId[] {
  const { dues } = block;
  const found: number[] = [];
  for (let position = 0; position * dueColumns < dues.length; position += 1) {
    const int = position * dueColumns;
    if (dues[int + dueColumn.introduced] === day && dues[int + dueColumn.phase] !== 0) {
      found.push(position);
    }
  }
  return found.map(makeIdReader(block));
}

/** How many cards of the block have a schedule. */
export function countScheduled(block: DueColumns): number {
  let count = 0;
  for (let int = 0; int < block.dues.length; int += dueColumns) {
    if (block.dues[int + dueColumn.phase] !== 0) count += 1;
  }
  return count;
}
