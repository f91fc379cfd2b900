import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzInterval, fuzzRange, toFuzzFactor } from './fuzz.ts';

const wide = { minimum: 1, maximum: 36_500 };
const factor = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const days = fc.double({ min: 0, max: 40_000, noNaN: true });

function bounds(interval: number, limits = wide): [number, number] {
  return [fuzzInterval(interval, 0, limits), fuzzInterval(interval, 0.999999, limits)];
}

describe('fuzz', () => {
  it.each([
    [1, [1, 1]],
    [2.49, [2, 2]],
    [2.5, [2, 4]],
    [7, [5, 9]],
    [20, [17, 23]],
    [100, [93, 107]],
  ])('moves %s days within %j', (interval, expected) => {
    expect(bounds(interval)).toEqual(expected);
  });

  it('adds to its range by parts, as Anki does', () => {
    expect(fuzzRange(2.4)).toBe(0);
    expect(fuzzRange(2.5)).toBe(1);
    expect(fuzzRange(7)).toBeCloseTo(1.675, 10);
    expect(fuzzRange(20)).toBeCloseTo(2.975, 10);
    expect(fuzzRange(120)).toBeCloseTo(7.975, 10);
  });

  it('keeps a choice of days above a minimum, and none at the maximum', () => {
    expect(bounds(6, { minimum: 9, maximum: 100 })).toEqual([9, 11]);
    expect(bounds(1, { minimum: 3, maximum: 100 })).toEqual([3, 4]);
    expect(bounds(10, { minimum: 10, maximum: 10 })).toEqual([10, 10]);
  });

  it('rounds and keeps to the limits where there is none', () => {
    expect(fuzzInterval(10.4, null, wide)).toBe(10);
    expect(fuzzInterval(0.2, null, wide)).toBe(1);
    expect(fuzzInterval(10, null, { minimum: 12, maximum: 100 })).toBe(12);
    expect(fuzzInterval(10, null, { minimum: 12, maximum: 5 })).toBe(5);
  });

  it('never leaves the limits, and stays within its range of what they allow', () => {
    fc.assert(
      fc.property(days, factor, fc.nat(400), fc.integer({ min: 1, max: 36_500 }), (...args) => {
        const [interval, at, least, maximum] = args;
        const minimum = Math.max(1, least);
        const result = fuzzInterval(interval, at, { minimum, maximum });
        expect(Number.isInteger(result)).toBe(true);
        expect(result).toBeLessThanOrEqual(maximum);
        expect(result).toBeGreaterThanOrEqual(Math.min(minimum, maximum));
        const middle = Math.min(maximum, Math.max(Math.min(minimum, maximum), interval));
        expect(Math.abs(result - middle)).toBeLessThanOrEqual(fuzzRange(middle) + 1);
      }),
    );
  });

  it('draws its place from the seed alone, evenly', () => {
    expect(toFuzzFactor('a:b#1:3')).toBe(toFuzzFactor('a:b#1:3'));
    const tenths = new Array<number>(10).fill(0);
    for (let card = 0; card < 5000; card += 1) {
      const place = toFuzzFactor(`cairn:note-${String(card)}#1:4`);
      tenths[Math.floor(place * 10)]! += 1;
    }
    for (const count of tenths) expect(Math.abs(count - 500)).toBeLessThan(100);
  });
});
