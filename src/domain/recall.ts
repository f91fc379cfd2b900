import { dayMs } from './day.ts';
import type { Instant } from './ids.ts';
import { recall } from './memory.ts';
import type { listStates } from './replay.ts';
import type { Schedule } from './schedule.ts';

/**
 * The probability, 0 to 1, that the card is recalled at an instant, hours counted: 1 at its review
 * and before it.
 */
export function recallAt(schedule: Schedule, now: Instant, parameters: readonly number[]): number {
  return recall(schedule, (now - schedule.lastReview.at) / dayMs, parameters);
}

export interface CurvePoint {
  readonly at: Instant;
  /** 0 to 1. */
  readonly recall: number;
}

const pointsPerSpan = 16;

/**
 * How recall of a card fell from review to review, as lists of points in the order of time: one for
 * each stretch from what set its memory to what set it next, the last up to `until`. While the card
 * was new there is none. Where a clock went back a stretch is a single point.
 */
export function drawForgettingCurve(
  history: ReturnType<typeof listStates>,
  until: Instant,
  parameters: readonly number[],
): CurvePoint[][] {
  const changes = history.filter(
    ({ state }, index) => memoryOf(state.schedule) !== memoryOf(history[index - 1]?.state.schedule),
  );
  const spans: CurvePoint[][] = [];
  changes.forEach(({ state: { schedule } }, index) => {
    const end = changes[index + 1]?.event.at ?? until;
    if (schedule !== undefined) spans.push(drawSpan(schedule, end, parameters));
  });
  return spans;
}

/** What a curve is drawn from: an act that leaves it as it is begins no new stretch. */
function memoryOf(schedule: Schedule | undefined): string | undefined {
  return schedule && [schedule.lastReview.at, schedule.stability, schedule.difficulty].join();
}

function drawSpan(schedule: Schedule, end: Instant, parameters: readonly number[]): CurvePoint[] {
  const start = schedule.lastReview.at;
  const length = Math.max(0, end - start);
  const count = length === 0 ? 1 : pointsPerSpan;
  return Array.from({ length: count }, (_, index) => {
    const at = Math.round(start + (length * index) / Math.max(1, count - 1)) as Instant;
    return { at, recall: recallAt(schedule, at, parameters) };
  });
}
