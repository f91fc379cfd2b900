import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CardId, StudyDay } from './ids.ts';
import { levelPlacements } from './level-placements.ts';

const today = 100 as StudyDay;
const makeCards = (count: number, intervalDays: number) =>
  Array.from({ length: count }, (_, index) => ({ card: `a:${index}#1` as CardId, intervalDays }));
const daysOf = (count: number, intervalDays: number, planned = new Map<StudyDay, number>()) =>
  levelPlacements(makeCards(count, intervalDays), { today, planned }).map(({ day }) => day - today);

it('leaves a single card on its own day', () => {
  expect(daysOf(1, 8)).toEqual([8]);
});

it('spreads cards over the days around, the nearest first', () => {
  expect(daysOf(5, 8)).toEqual([8, 7, 9, 6, 10]);
});

it('keeps away from days that are full already', () => {
  const planned = new Map([[(today + 8) as StudyDay, 20]]);
  expect(daysOf(2, 8, planned)).toEqual([7, 9]);
});

it('asks a card tomorrow at the earliest', () => {
  expect(daysOf(3, 1)).toEqual([1, 1, 1]);
  expect(daysOf(1, 0)).toEqual([1]);
});

it('levels: within its range no day has two more cards than another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 2, max: 40 }), (count, days) => {
      const given = daysOf(count, days);
      const first = Math.ceil(days / 2);
      const last = Math.floor(days * 1.5);
      const loads = Array.from(
        { length: last - first + 1 },
        (_, index) => given.filter((day) => day === first + index).length,
      );
      expect(loads.reduce((sum, load) => sum + load, 0)).toBe(count);
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    }),
  );
});
