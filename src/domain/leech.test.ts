import { describe, expect, it } from 'vitest';
import { isLeech, isLeechAt } from './leech.ts';

function noticesUpTo(lapses: number, threshold: number): number[] {
  return Array.from({ length: lapses }, (_, index) => index + 1).filter((count) =>
    isLeechAt(count, threshold),
  );
}

describe('the leech notice', () => {
  it('comes at eight lapses and at every four after', () => {
    expect(noticesUpTo(20, 8)).toEqual([8, 12, 16, 20]);
  });

  it('rounds half of an odd threshold up', () => {
    expect(noticesUpTo(12, 5)).toEqual([5, 8, 11]);
    expect(noticesUpTo(4, 1)).toEqual([1, 2, 3, 4]);
  });

  it('never comes with a threshold of 0', () => {
    expect(noticesUpTo(20, 0)).toEqual([]);
    expect(isLeech(20, 0)).toBe(false);
  });

  it('marks the card from the threshold on, between notices too', () => {
    expect([7, 8, 9].map((lapses) => isLeech(lapses, 8))).toEqual([false, true, true]);
  });
});
