import { toSeed } from './shuffle.ts';

/** Where each part of an interval, in days, adds how much of itself to its fuzz (as Anki does). */
const parts = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Infinity, share: 0.05 },
] as const;

export interface IntervalLimits {
  readonly minimum: number;
  readonly maximum: number;
}

/** 0 to just under 1, the same for the same seed on every device. */
export function toFuzzFactor(seed: string): number {
  return toSeed(seed) / 2 ** 32;
}

/** Days by which an interval may move either way; intervals under 2.5 days do not. */
export function fuzzRange(days: number): number {
  if (days < 2.5) return 0;
  let range = 1;
  for (const { from, to, share } of parts) {
    range += share * Math.max(0, Math.min(days, to) - from);
  }
  return range;
}

/**
 * Whole days near `days`, so that cards learned together do not come back together: `factor` (0 to
 * 1) says where in the range, null takes the middle. The result keeps to the limits, the maximum
 * above the minimum, which is how a caller keeps fuzz from shortening an interval.
 */
export function fuzzInterval(days: number, factor: number | null, limits: IntervalLimits): number {
  const { maximum } = limits;
  const minimum = Math.min(limits.minimum, maximum);
  const clamp = (value: number) => Math.min(maximum, Math.max(minimum, value));
  if (factor === null) return clamp(Math.round(days));
  const middle = clamp(days);
  const range = fuzzRange(middle);
  // Anki widens bounds that meet; from 2.5 days on these are two days apart unless a limit says so.
  const lower = clamp(Math.round(middle - range));
  const upper = clamp(Math.round(middle + range));
  return lower + Math.floor(factor * (1 + upper - lower));
}
