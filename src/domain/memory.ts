import { forgetting_curve, FSRSAlgorithm } from 'ts-fsrs';
import type { Grade } from './event.ts';
import { stabilityRange, type Memory } from './schedule.ts';

// The one door to ts-fsrs. Only its formulas are used: its own dates are differences of UTC days,
// its recall is floored to whole days, its fuzz may shorten an interval and its rollback loses the
// due date. Days are counted in `day.ts`, fuzz is in `fuzz.ts`, undo is a replay.

// It also adds methods to every Date, which nothing here may come to rely on.
for (const method of ['scheduler', 'diff', 'format', 'dueFormat']) {
  Reflect.deleteProperty(Date.prototype, method);
}

const ratings: Readonly<Record<Grade, number>> = { again: 1, hard: 2, good: 3, easy: 4 };

/** Preparing weights takes longer than using them, and they change once in months. */
const algorithms = new WeakMap<readonly number[], FSRSAlgorithm>();

/** Weights of older versions of FSRS are carried over to version 6, as ts-fsrs and fsrs-rs do. */
function toAlgorithm(parameters: readonly number[]): FSRSAlgorithm {
  const known = algorithms.get(parameters);
  if (known !== undefined) return known;
  // Left to itself ts-fsrs would put its defaults in their place and only tell the console.
  if (!isWeights(parameters)) throw new RangeError('FSRS takes 21 finite weights.');
  const algorithm = new FSRSAlgorithm({ w: [...parameters] });
  algorithms.set(parameters, algorithm);
  return algorithm;
}

function isWeights(parameters: readonly number[]): boolean {
  return [17, 19, 21].includes(parameters.length) && parameters.every(Number.isFinite);
}

/**
 * Weights of FSRS 4.5 and 5 (17 and 19) carried over to the 21 of FSRS-6 as ts-fsrs does it, each
 * within what the formulas can take; null where these are no weights.
 */
export function toCurrentParameters(weights: readonly number[]): readonly number[] | null {
  return isWeights(weights) ? [...toAlgorithm(weights).parameters.w] : null;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/**
 * What FSRS-6 keeps of a card after a review `elapsedDays` whole study days (0 or more) after the
 * one before; null is a card never reviewed. On the same day its short-term formula holds.
 */
export function nextMemory(
  memory: Memory | null,
  elapsedDays: number,
  grade: Grade,
  parameters: readonly number[],
): Memory {
  const algorithm = toAlgorithm(parameters);
  const rating = ratings[grade];
  if (memory === null) {
    const { difficulty } = algorithm.next_state(null, 0, rating);
    // ts-fsrs lifts a first stability to 0.1; fsrs-rs, which fits the weights, does not.
    const stability = algorithm.parameters.w[rating - 1] ?? stabilityRange.least;
    return { stability, difficulty };
  }
  // Memory taken over from another program may lie outside what the formulas can take.
  const stability = clamp(memory.stability, stabilityRange.least, stabilityRange.most);
  const difficulty = clamp(memory.difficulty, 1, 10);
  const next = algorithm.next_state({ stability, difficulty }, elapsedDays, rating);
  return { stability: next.stability, difficulty: next.difficulty };
}

/**
 * The memory a card starts with that was given an interval and no review: recall falls to 0.9 at
 * the interval's end, and the difficulty is that of a first review graded Good.
 */
export function startMemory(intervalDays: number, parameters: readonly number[]): Memory {
  const { difficulty } = nextMemory(null, 0, 'good', parameters);
  return { stability: clamp(intervalDays, 1, stabilityRange.most), difficulty };
}

/**
 * The probability, 0 to 1, that a card is recalled `elapsedDays` after its review. Fractions count;
 * before the review, as a clock set back has it, recall is 1.
 */
export function recall(memory: Memory, elapsedDays: number, parameters: readonly number[]): number {
  const stability = clamp(memory.stability, stabilityRange.least, stabilityRange.most);
  const { w } = toAlgorithm(parameters).parameters;
  return forgetting_curve(w, Math.max(0, elapsedDays), stability);
}

/** Days, not rounded, until recall falls to `retention` (above 0, at most 1). */
export function intervalFor(
  stability: number,
  retention: number,
  parameters: readonly number[],
): number {
  return stability * toAlgorithm(parameters).calculate_interval_modifier(retention);
}
