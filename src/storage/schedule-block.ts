import type { CardId, EventId, HomeId, Instant, StudyDay } from '#src/domain/ids.ts';
import type { CardState, Marks, Schedule } from '#src/domain/schedule.ts';

/**
 * The states of a few hundred cards in one record: IndexedDB asks 0.1 ms or more for each record
 * and next to nothing for its bytes, so a start that must look at every card of a learner reads 64
 * records a home instead of one a card.
 */
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
const none = -0x8000_0000;
const phases = ['new', 'learning', 'review', 'relearning'] as const;

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
  let hash = 0x811c9dc5;
  for (let index = 0; index < card.length; index += 1) {
    hash = Math.imul(hash ^ card.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % bucketCount;
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

/** The block's card ids in the order of its columns. */
export function listBlockCards(block: ScheduleBlock): CardId[] {
  return block.ids === '' ? [] : (block.ids.split('\n') as CardId[]);
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

/**
 * Calls `visit` for each scheduled card that is neither suspended nor buried on `today`, without
 * making a state for each: a start looks at every card the learner has.
 */
export function scanScheduled(
  block: ScheduleBlock,
  today: StudyDay,
  visit: (
    position: number,
    phase: Schedule['phase'],
    dueDay: StudyDay | null,
    dueAt: Instant,
  ) => void,
): void {
  const { ints, floats } = block;
  const count = ints.length / intColumns;
  for (let position = 0; position < count; position += 1) {
    const int = position * intColumns;
    const phase = phases[ints[int + column.phase] ?? 0] ?? 'new';
    if (phase === 'new' || ((ints[int + column.marks] ?? 0) & 1) === 1) continue;
    if ((ints[int + column.buriedUntil] ?? none) > today) continue;
    const dueDay = ints[int + column.dueDay] ?? none;
    const dueAt = floats[position * floatColumns + column.dueAt] ?? 0;
    visit(position, phase, dueDay === none ? null : (dueDay as StudyDay), dueAt as Instant);
  }
}

/** Ids of the cards that cannot be introduced on `today`: scheduled, suspended or buried. */
export function listTakenCards(block: ScheduleBlock, today: StudyDay): CardId[] {
  const { ints } = block;
  return listBlockCards(block).filter((_, position) => {
    const int = position * intColumns;
    const isNew = ints[int + column.phase] === 0;
    const isSuspended = ((ints[int + column.marks] ?? 0) & 1) === 1;
    return !isNew || isSuspended || (ints[int + column.buriedUntil] ?? none) > today;
  });
}

/** Ids of the cards that were last new on this day. */
export function listIntroduced(block: ScheduleBlock, day: StudyDay): CardId[] {
  const { ints } = block;
  const found: number[] = [];
  for (let position = 0; position * intColumns < ints.length; position += 1) {
    const int = position * intColumns;
    if (ints[int + column.introduced] === day && ints[int + column.phase] !== 0) {
      found.push(position);
    }
  }
  if (found.length === 0) return [];
  const cards = listBlockCards(block);
  return found.flatMap((position) => cards[position] ?? []);
}

/** How many cards of the block have a schedule. */
export function countScheduled(block: ScheduleBlock): number {
  let count = 0;
  for (let int = 0; int < block.ints.length; int += intColumns) {
    if (block.ints[int + column.phase] !== 0) count += 1;
  }
  return count;
}
