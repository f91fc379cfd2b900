import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grades } from './event.ts';
import { intervalFor, nextMemory, recall, startMemory } from './memory.ts';
import { defaultParameters } from './settings.ts';

const w = defaultParameters;
const memory = { stability: 12, difficulty: 5 };

describe('memory', () => {
  it('counts hours, and is certain only at the review', () => {
    expect(recall(memory, 0, w)).toBe(1);
    expect(recall(memory, 23 / 24, w)).toBeLessThan(1);
    expect(recall(memory, 23 / 24, w)).toBeGreaterThan(recall(memory, 1, w));
    expect(recall(memory, 12, w)).toBeCloseTo(0.9, 6);
  });

  it('is certain before its review, as a clock set back has it', () => {
    expect(recall(memory, -400, w)).toBe(1);
  });

  it('takes the first stability from the weights, also one below 0.1', () => {
    expect(nextMemory(null, 0, 'again', w.with(0, 0.05)).stability).toBe(0.05);
  });

  it('does not fall by a Hard on the same day', () => {
    expect(nextMemory(memory, 0, 'hard', w).stability).toBe(12);
  });

  it('starts from an interval with recall at 0.9 where it ends', () => {
    const started = startMemory(30, w);
    expect(recall(started, 30, w)).toBeCloseTo(0.9, 6);
    expect(started.difficulty).toBe(nextMemory(null, 0, 'good', w).difficulty);
    expect(startMemory(0, w).stability).toBe(1);
  });

  it('falls to the retention asked for at the end of an interval', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        fc.double({ min: 0.7, max: 0.99, noNaN: true }),
        (stability, retention) => {
          const days = intervalFor(stability, retention, w);
          expect(recall({ stability, difficulty: 5 }, days, w)).toBeCloseTo(retention, 5);
        },
      ),
    );
  });

  it('stays within what FSRS knows, whatever it is given', () => {
    const anyMemory = fc.record({
      stability: fc.double({ min: 0, max: 1e6, noNaN: true }),
      difficulty: fc.double({ min: 0, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.option(anyMemory), fc.nat(40_000), fc.constantFrom(...grades), (...given) => {
        const next = nextMemory(...given, w);
        expect(next.stability).toBeGreaterThanOrEqual(0.001);
        expect(next.stability).toBeLessThanOrEqual(36_500);
        expect(next.difficulty).toBeGreaterThanOrEqual(1);
        expect(next.difficulty).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('is refused for weights that are none of FSRS', () => {
    expect(() => nextMemory(null, 0, 'good', [])).toThrow('21 finite weights');
    expect(() => nextMemory(null, 0, 'good', w.with(3, Number.NaN))).toThrow('21 finite weights');
  });

  it('leaves every Date as the platform made it', () => {
    for (const method of ['scheduler', 'diff', 'format', 'dueFormat']) {
      expect(new Date(0)).not.toHaveProperty(method);
    }
  });
});
