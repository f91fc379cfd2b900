import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listMoves, spreadBacklog, type BacklogInput } from './backlog.ts';
import type { CardId, Instant, StudyDay } from './ids.ts';
import type { DueCard } from './queue.ts';

const today = 20_000 as StudyDay;
const inDays = (days: number) => (today + days) as StudyDay;

function late(id: string, daysLate: number, recall?: number): DueCard {
  const due = { day: inDays(-daysLate) };
  const base = { card: `a:${id}#1` as CardId, phase: 'review', due, decks: [] } as const;
  return recall === undefined ? base : { ...base, recall };
}

function spread(changes: Partial<BacklogInput>) {
  return spreadBacklog({
    today,
    days: 3,
    due: [],
    planned: new Map(),
    order: 'due',
    ...changes,
  });
}

describe('a backlog spread over days', () => {
  it('puts the longest due first', () => {
    const days = spread({ due: [late('one', 1), late('nine', 9), late('five', 5)] });
    expect(days.map(({ cards }) => cards)).toEqual([['a:nine#1'], ['a:five#1'], ['a:one#1']]);
  });

  it('puts the most likely forgotten first where that is the order', () => {
    const due = [late('strong', 9, 0.9), late('weak', 1, 0.2), late('unknown', 1)];
    const days = spread({ due, order: 'recall' });
    expect(days.flatMap(({ cards }) => cards)).toEqual(['a:unknown#1', 'a:weak#1', 'a:strong#1']);
  });

  it('fills days that already have cards less', () => {
    const due = Array.from({ length: 7 }, (_, index) => late(String(index), index));
    const planned = new Map([
      [inDays(0), 2],
      [inDays(1), 5],
    ]);
    const days = spread({ due, planned });
    expect(days.map((day) => day.planned)).toEqual([2, 5, 0]);
    expect(days.map(({ cards }) => cards.length)).toEqual([3, 0, 4]);
  });

  it('leaves cards in steps and cards of later days alone', () => {
    const step: DueCard = { ...late('step', 0), due: { at: 0 as Instant } };
    expect(spread({ due: [step, late('later', -2)] }).every(({ cards }) => !cards.length)).toBe(
      true,
    );
  });

  it('moves only the cards that do not stay today', () => {
    const days = spread({ due: [late('a', 3), late('b', 2), late('c', 1)], days: 2 });
    expect(listMoves(days, today)).toEqual([{ card: 'a:c#1', day: inDays(1) }]);
    expect(listMoves(spread({ due: [late('a', 3)], days: 0 }), today)).toEqual([]);
  });

  it('gives every card one day and keeps the days as level as they can be', () => {
    const loads = fc.array(fc.nat(20), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(loads, fc.nat(60), (planned, count) => {
        const due = Array.from({ length: count }, (_, index) => late(String(index), index % 7));
        const days = spread({
          due,
          days: planned.length,
          planned: new Map(planned.map((load, index) => [inDays(index), load])),
        });
        expect(new Set(days.flatMap(({ cards }) => cards)).size).toBe(count);
        const filled = days.filter(({ cards }) => cards.length > 0);
        const totals = days.map((day) => day.planned + day.cards.length);
        for (const day of filled) {
          expect(day.planned + day.cards.length).toBeLessThanOrEqual(Math.min(...totals) + 1);
        }
      }),
      { numRuns: 150 },
    );
  });
});
