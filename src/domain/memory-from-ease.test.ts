import { describe, expect, it } from 'vitest';
import { memoryFromEase } from './memory-from-ease.ts';
import { nextMemory, startMemory } from './memory.ts';
import { defaultParameters } from './settings.ts';

describe('memory made of interval and ease', () => {
  it('recalls with 0.9 at the interval’s end, and a Good then lengthens it by the ease', () => {
    const memory = memoryFromEase(20, 1.6, defaultParameters);
    expect(memory.stability).toBe(20);
    const { stability } = nextMemory(memory, 20, 'good', defaultParameters);
    expect(stability / 20).toBeCloseTo(1.6, 3);
  });

  it('is harder the lower the ease, within what difficulty can be', () => {
    const of = (ease: number) => memoryFromEase(10, ease, defaultParameters).difficulty;
    expect(of(1.3)).toBeGreaterThan(of(2.5));
    expect(of(99)).toBe(1);
  });

  it('is that of an interval alone without an ease or with weights that allow none', () => {
    const start = startMemory(10, defaultParameters);
    expect(memoryFromEase(10, undefined, defaultParameters)).toEqual(start);
    expect(memoryFromEase(10, 1, defaultParameters)).toEqual(start);
  });
});
