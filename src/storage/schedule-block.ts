import { dueColumns, listBlockCards, none, phases, type DueColumns } from './due-block.ts';
import type { CardId, EventId, HomeId, Instant, StudyDay } from '#src/domain/ids.ts';
import { hashText } from '#src/domain/shuffle.ts';
import type { CardState, Marks, Schedule } from '#src/domain/schedule.ts';

/** The states of some dozens of cards of a home, in columns; stored in two parts, see `splitBlock`. */
export interface ScheduleBlock {
  readonly home: HomeId;
  readonly bucket: number;
  /** Card ids, one a line, in the order of the columns below. */
  readonly ids: string;
  /** The event each state ends on, one a line, an empty line for none. */
  readonly lasts: string;
  /** What the memory of an entry was computed with; entries point into this list. */
  readonly stamps: readonly string[];
  readonly ints: Int32Array;
  readonly floats: Float64Array;
}

/** One card as a block holds it: its state, and what its memory was computed with. */
export interface BlockEntry {
  readonly card: CardId;
  readonly state: CardState;
  readonly stamp: string;
}

export const bucketCount = 64;

/** Columns of `ints`, then of `floats`: changing them needs a new replay version. */
export const intColumns = 11;
export const floatColumns = 4;
export const column = {
  phase: 0,
  step: 1,
  dueDay: 2,
  intervalDays: 3,
  introduced: 4,
  lastDay: 5,
  reps: 6,
  lapses: 7,
  marks: 8,
  buriedUntil: 9,
  stamp: 10,
  dueAt: 0,
  lastAt: 1,
  stability: 2,
  difficulty: 3,
} as const;

/** Which of a home's blocks holds a card: FNV-1a of its id. */
export function toBucket(card: CardId): number {
  return hashText(card) % bucketCount;
}

/** A block without cards. */
export function emptyBlock(home: HomeId, bucket: number): ScheduleBlock {
  return {
    home,
    bucket,
    ids: '',
    lasts: '',
    stamps: [],
    ints: new Int32Array(0),
    floats: new Float64Array(0),
  };
}

/** A card's state in the block; the state of a new card where it has no entry. */
export function findState(block: ScheduleBlock | undefined, card: CardId): BlockEntry | undefined {
  if (block === undefined) return undefined;
  const position = listBlockCards(block).indexOf(card);
  if (position < 0) return undefined;
  const last = block.lasts.split('\n')[position] ?? '';
  return { card, state: readState(block, position, last), stamp: readStamp(block, position) };
}

/** Every entry of the block. */
export function listEntries(block: ScheduleBlock): BlockEntry[] {
  const lasts = block.lasts.split('\n');
  return listBlockCards(block).map((card, position) => ({
    card,
    state: readState(block, position, lasts[position] ?? ''),
    stamp: readStamp(block, position),
  }));
}

/** A new block with these entries put in place of, or added to, those of this one. */
export function replaceEntries(
  block: ScheduleBlock,
  entries: readonly BlockEntry[],
): ScheduleBlock {
  const cards = listBlockCards(block);
  const lasts = cards.length === 0 ? [] : block.lasts.split('\n');
  const stamps = [...block.stamps];
  const positions = new Map(cards.map((card, position) => [card, position]));
  for (const { card } of entries) {
    if (positions.has(card)) continue;
    positions.set(card, cards.length);
    cards.push(card);
    lasts.push('');
  }
  const ints = new Int32Array(cards.length * intColumns);
  ints.set(block.ints);
  const floats = new Float64Array(cards.length * floatColumns);
  floats.set(block.floats);
  for (const entry of entries) {
    const position = positions.get(entry.card) ?? 0;
    let stamp = stamps.indexOf(entry.stamp);
    if (stamp < 0) stamp = stamps.push(entry.stamp) - 1;
    lasts[position] = entry.state.last ?? '';
    writeState(ints, floats, position, entry.state, stamp);
  }
  return { ...block, ids: cards.join('\n'), lasts: lasts.join('\n'), stamps, ints, floats };
}

function readStamp(block: ScheduleBlock, position: number): string {
  return block.stamps[block.ints[position * intColumns + column.stamp] ?? 0] ?? '';
}

function readState(block: ScheduleBlock, position: number, last: string): CardState {
  const schedule = readSchedule(block, position);
  const marks = readMarks(block, position);
  const base = { last: last === '' ? null : (last as EventId), marks };
  return schedule === undefined ? base : { ...base, schedule };
}

/** The marks at a position of the columns. */
export function readMarks(block: ScheduleBlock, position: number): Marks {
  const marks = readInt(block, position, column.marks);
  const buriedUntil = readInt(block, position, column.buriedUntil);
  return {
    suspended: (marks & 1) === 1,
    flag: marks >> 1,
    buriedUntil: buriedUntil === none ? null : (buriedUntil as StudyDay),
  };
}

/** The schedule at a position of the columns; undefined for a new card. */
export function readSchedule(block: ScheduleBlock, position: number): Schedule | undefined {
  const phase = phases[readInt(block, position, column.phase)] ?? 'new';
  if (phase === 'new') return undefined;
  const dueDay = readInt(block, position, column.dueDay);
  const base = {
    stability: readFloat(block, position, column.stability),
    difficulty: readFloat(block, position, column.difficulty),
    lastReview: {
      day: readInt(block, position, column.lastDay) as StudyDay,
      at: readFloat(block, position, column.lastAt) as Instant,
    },
    introduced: readInt(block, position, column.introduced) as StudyDay,
    reps: readInt(block, position, column.reps),
    lapses: readInt(block, position, column.lapses),
  };
  if (phase === 'review') {
    const intervalDays = readInt(block, position, column.intervalDays);
    return { ...base, phase, intervalDays, due: { day: dueDay as StudyDay } };
  }
  const due =
    dueDay === none
      ? { at: readFloat(block, position, column.dueAt) as Instant }
      : { day: dueDay as StudyDay };
  return { ...base, phase, step: readInt(block, position, column.step), due };
}

function readInt(block: ScheduleBlock, position: number, offset: number): number {
  return block.ints[position * intColumns + offset] ?? 0;
}

function readFloat(block: ScheduleBlock, position: number, offset: number): number {
  return block.floats[position * floatColumns + offset] ?? 0;
}

function writeState(
  ints: Int32Array,
  floats: Float64Array,
  position: number,
  state: CardState,
  stamp: number,
): void {
  const { schedule, marks } = state;
  const int = position * intColumns;
  const float = position * floatColumns;
  ints.fill(0, int, int + intColumns);
  floats.fill(0, float, float + floatColumns);
  ints[int + column.marks] = (marks.suspended ? 1 : 0) | (marks.flag << 1);
  ints[int + column.buriedUntil] = marks.buriedUntil ?? none;
  ints[int + column.stamp] = stamp;
  ints[int + column.dueDay] = none;
  if (schedule === undefined) return;
  ints[int + column.phase] = phases.indexOf(schedule.phase);
  ints[int + column.introduced] = schedule.introduced;
  ints[int + column.lastDay] = schedule.lastReview.day;
  ints[int + column.reps] = schedule.reps;
  ints[int + column.lapses] = schedule.lapses;
  floats[float + column.lastAt] = schedule.lastReview.at;
  floats[float + column.stability] = schedule.stability;
  floats[float + column.difficulty] = schedule.difficulty;
  if ('day' in schedule.due) ints[int + column.dueDay] = schedule.due.day;
  else floats[float + column.dueAt] = schedule.due.at;
  if (schedule.phase === 'review') ints[int + column.intervalDays] = schedule.intervalDays;
  else ints[int + column.step] = schedule.step;
}

/** The part of a block that no start looks at: what the next decision and recall are computed from. */
export interface MemoryBlock {
  readonly home: HomeId;
  readonly bucket: number;
  readonly lasts: string;
  readonly stamps: readonly string[];
  readonly ints: Int32Array;
  readonly floats: Float64Array;
}

/** Columns of a block that its due part holds, in the order of `dueColumn`. */
const dueSources = [
  column.phase,
  column.dueDay,
  column.marks,
  column.buriedUntil,
  column.introduced,
] as const satisfies { readonly length: typeof dueColumns };
const memorySources = [
  column.step,
  column.intervalDays,
  column.lastDay,
  column.reps,
  column.lapses,
  column.stamp,
] as const;
const memoryFloats = [column.lastAt, column.stability, column.difficulty] as const;

type Columns = Int32Array | Float64Array;

/** Fills rows with those columns of wider rows that `sources` names. */
function gather(rows: Columns, sources: readonly number[], wide: Columns, width: number): void {
  const narrow = sources.length;
  // Counted, as an iterator for each row would cost more than the copying.
  for (let to = 0, from = 0; to < rows.length; to += narrow, from += width) {
    for (let each = 0; each < narrow; each += 1) {
      rows[to + each] = wide[from + (sources[each] as number)] as number;
    }
  }
}

/** Puts the columns of rows back where `gather` took them from. */
function scatter(rows: Columns, sources: readonly number[], wide: Columns, width: number): void {
  const narrow = sources.length;
  for (let from = 0, to = 0; from < rows.length; from += narrow, to += width) {
    for (let each = 0; each < narrow; each += 1) {
      wide[to + (sources[each] as number)] = rows[from + each] as number;
    }
  }
}

/**
 * A block as it is stored: what every start reads of every card, and the rest. Reading costs by the
 * byte once records are few, and the first part is a third of the whole.
 */
export function splitBlock(block: ScheduleBlock): { due: DueColumns; memory: MemoryBlock } {
  const { home, bucket, ids, lasts, stamps } = block;
  const count = block.ints.length / intColumns;
  const dues = new Int32Array(count * dueColumns);
  const ints = new Int32Array(count * memorySources.length);
  const floats = new Float64Array(count * memoryFloats.length);
  const dueAts = new Float64Array(count);
  gather(dues, dueSources, block.ints, intColumns);
  gather(ints, memorySources, block.ints, intColumns);
  gather(floats, memoryFloats, block.floats, floatColumns);
  gather(dueAts, [column.dueAt], block.floats, floatColumns);
  // Few cards wait for an instant, and most blocks hold none of them.
  const kept = dueAts.every((at) => at === 0) ? new Float64Array(0) : dueAts;
  return {
    due: { ids, dues, dueAts: kept },
    memory: { home, bucket, lasts, stamps, ints, floats },
  };
}

/** The block that was split into these. */
export function joinBlock(due: DueColumns, memory: MemoryBlock): ScheduleBlock {
  const count = due.dues.length / dueColumns;
  const ints = new Int32Array(count * intColumns);
  const floats = new Float64Array(count * floatColumns);
  scatter(due.dues, dueSources, ints, intColumns);
  scatter(memory.ints, memorySources, ints, intColumns);
  scatter(memory.floats, memoryFloats, floats, floatColumns);
  scatter(due.dueAts, [column.dueAt], floats, floatColumns);
  const { home, bucket, lasts, stamps } = memory;
  return { home, bucket, ids: due.ids, lasts, stamps, ints, floats };
}
