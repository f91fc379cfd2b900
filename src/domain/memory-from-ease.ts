import { startMemory } from './memory.ts';
import type { Memory } from './schedule.ts';

/**
 * The memory that SM-2's interval and ease stand for, as fsrs-rs 6.6 converts them
 * (`memory_state_from_sm2` at a retention of 0.9): recall falls to 0.9 at the interval's end, and the
 * difficulty is the one at which a review then would lengthen the interval by the ease. Without an
 * ease (1 or less), as for a card that was given its interval by hand.
 */
export function memoryFromEase(
  intervalDays: number,
  ease: number | undefined,
  parameters: readonly number[],
): Memory {
  const start = startMemory(intervalDays, parameters);
  const [w8, w9, w10] = parameters.slice(8, 11);
  if (ease === undefined || ease <= 1) return start;
  if (w8 === undefined || w9 === undefined || w10 === undefined) return start;
  const growth = Math.exp(w8) * start.stability ** -w9 * (Math.exp(w10 * 0.1) - 1);
  const difficulty = 11 - (ease - 1) / growth;
  if (!Number.isFinite(difficulty)) return start;
  return { stability: start.stability, difficulty: Math.min(10, Math.max(1, difficulty)) };
}
