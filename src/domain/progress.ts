import { dayMs } from './day.ts';
import type { CardId, Instant, StudyDay } from './ids.ts';
import { isLeech } from './leech.ts';
import type { CardState, Memory, Schedule } from './schedule.ts';

/** What the learner remembers now of some cards. */
export interface Progress {
  readonly cards: number;
  /** Cards that have a schedule. */
  readonly started: number;
  /** Cards that come up today, suspended and buried ones left out. */
  readonly due: number;
  readonly suspended: number;
  readonly leeches: number;
  /** Sum of the started cards' chances of being recalled now: how many of them are known. */
  readonly known: number;
  /** Median stability of the started cards, in days; null where none is. */
  readonly stabilityDays: number | null;
}

export interface ProgressInput {
  readonly cards: readonly CardId[];
  readonly states: ReadonlyMap<CardId, CardState>;
  readonly now: Instant;
  readonly today: StudyDay;
  /** Lapses that make a leech; 0 for none. */
  readonly leechLapses: number;
  /** The chance that a card with this memory is recalled after so many days. */
  readonly recall: (memory: Memory, elapsedDays: number) => number;
}

/** Sums up what is remembered of these cards. */
export function measureProgress(input: ProgressInput): Progress {
  const { cards, states, now, today, leechLapses, recall } = input;
  const sum = { cards: cards.length, started: 0, due: 0, suspended: 0, leeches: 0, known: 0 };
  const stabilities: number[] = [];
  for (const card of cards) {
    const state = states.get(card);
    if (state?.marks.suspended === true) sum.suspended += 1;
    const schedule = state?.schedule;
    if (state === undefined || schedule === undefined) continue;
    sum.started += 1;
    stabilities.push(schedule.stability);
    sum.known += recall(schedule, Math.max(0, now - schedule.lastReview.at) / dayMs);
    if (isLeech(schedule.lapses, leechLapses)) sum.leeches += 1;
    if (isUp(state, schedule, today)) sum.due += 1;
  }
  return { ...sum, stabilityDays: findMedian(stabilities) };
}

/** The middle value, or the mean of the two; null of no values. */
function findMedian(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const lower = sorted[(sorted.length - 1) >> 1];
  const upper = sorted[sorted.length >> 1];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

function isUp({ marks }: CardState, { due }: Schedule, today: StudyDay): boolean {
  if (marks.suspended || (marks.buriedUntil ?? today) > today) return false;
  return 'at' in due || due.day <= today;
}

/** Mean chance of recall over the started cards; undefined where none is. */
export function meanRecall({ started, known }: Progress): number | undefined {
  return started === 0 ? undefined : known / started;
}

/** The steps of the recall ramp, from what is fading to what is strong. */
export const recallBands = ['fading', 'weak', 'fair', 'good', 'strong'] as const;
export type RecallBand = (typeof recallBands)[number];

const bandFloors: readonly number[] = [0.6, 0.75, 0.85, 0.93];

/** Which step of the ramp a chance of recall stands on; the floors are ours, chosen to part what 0.9 asks for. */
export function toRecallBand(chance: number): RecallBand {
  const index = bandFloors.findLastIndex((floor) => chance >= floor) + 1;
  return recallBands[index] ?? 'fading';
}

/** How full a bar stands for a step of the ramp, 0 to 1, so that a shape says what the colour says; never started is empty. */
export function toRecallLevel(look: RecallBand | 'none'): number {
  return look === 'none' ? 0 : (recallBands.indexOf(look) + 1) / recallBands.length;
}
