import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId, StudyDay } from '../ids.ts';
import { spreadPlacement, type KnownCard } from './spread-placement.ts';

const today = 20_000 as StudyDay;
const card = (id: number, intervalDays: number): KnownCard => ({
  card: `cairn:n${id}#1` as CardId,
  grade: intervalDays > 4 ? 'easy' : 'good',
  intervalDays,
});

function spread(
  cards: readonly KnownCard[],
  perDay: number,
  planned: ReadonlyMap<StudyDay, number> = new Map(),
  maximumIntervalDays = 36_500,
) {
  return spreadPlacement({ cards, today, perDay, planned, maximumIntervalDays });
}

function countByDay(cards: ReturnType<typeof spread>): number[] {
  const counts = new Map<number, number>();
  for (const { day } of cards) counts.set(day - today, (counts.get(day - today) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => one - other).map(([, count]) => count);
}

describe('the first reviews of what is taken as known', () => {
  it('do not all come on one day', () => {
    const cards = Array.from({ length: 300 }, (_, index) => card(index, 2));
    const days = spread(cards, 10);
    expect(countByDay(days)).toEqual(Array(30).fill(10));
    expect(Math.min(...days.map(({ day }) => day))).toBe(today + 2);
  });

  it('come at their own intervals where they are few', () => {
    expect(spread([card(1, 2)], 10).map(({ day }) => day - today)).toEqual([2]);
    expect(spread([], 10)).toEqual([]);
  });

  it('come with the shorter intervals first, and go round days that are full already', () => {
    const planned = new Map([[(today + 2) as StudyDay, 5]]);
    const days = spread([card(1, 8), card(2, 2), card(3, 2)], 10, planned);
    expect(days.map((each) => each.card)).toEqual(['cairn:n2#1', 'cairn:n3#1', 'cairn:n1#1']);
    expect(days.every(({ day }) => day > today + 2)).toBe(true);
  });

  it('hold each card once, after today, within the longest interval, and level', () => {
    const any = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 80 });
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 20 }), (intervals, perDay) => {
        const cards = intervals.map((days, index) => card(index, days));
        const placed = spread(cards, perDay, new Map(), 40);
        expect(placed.map((each) => each.card).toSorted()).toEqual(
          cards.map((each) => each.card).toSorted(),
        );
        for (const { day } of placed) {
          expect(day - today).toBeGreaterThanOrEqual(1);
          expect(day - today).toBeLessThanOrEqual(40);
        }
        const counts = countByDay(placed);
        if (counts.length > 0)
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
