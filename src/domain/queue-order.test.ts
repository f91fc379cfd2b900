import { describe, expect, it } from 'vitest';
import type { CardId, Instant, StudyDay } from './ids.ts';
import { intersperse, orderByRank, rankDue } from './queue-order.ts';
import { shuffle, toSeed } from './shuffle.ts';

const today = 20_000 as StudyDay;

describe('orders of many cards', () => {
  it('orders by rank first, and where ranks are equal as the seed draws', () => {
    const cards = Array.from({ length: 300 }, (_, index) => ({ card: `a:${index}#1` as CardId }));
    const ranks = Uint16Array.from(cards, (_, index) => [65_535, 7, 0][index % 3] as number);
    const rankOf = (card: CardId) => ranks[cards.findIndex((other) => other.card === card)];
    const order = orderByRank(cards, ranks, toSeed('day')).map(({ card }) => card);
    expect(order.map(rankOf)).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(300);
    expect(orderByRank(cards, ranks, toSeed('other')).map(({ card }) => card)).not.toEqual(order);
  });

  it('ranks a card in steps before all days, and a due day to come like today', () => {
    const at = { due: { at: 5 as Instant } };
    const tomorrow = { due: { day: (today + 1) as StudyDay } };
    const now = { due: { day: today } };
    const [step, later, due] = rankDue([at, tomorrow, now], today, 'due');
    expect(step).toBe(0);
    expect(later).toBe(due);
  });

  it('spreads the second list evenly, away from both ends', () => {
    expect(intersperse(['a', 'b', 'c', 'd', 'e'], [1, 2]).join('')).toBe('ab1cd2e');
    expect(intersperse(['a'], [1, 2, 3]).join('')).toBe('1a23');
    expect(intersperse([], [1, 2])).toEqual([1, 2]);
    expect(intersperse([1, 2], [])).toEqual([1, 2]);
  });

  it('shuffles the same way for the same seed, and reaches every order', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 200; seed += 1) {
      orders.add(shuffle(['a', 'b', 'c'], String(seed)).join(''));
    }
    expect(orders.size).toBe(6);
    expect(shuffle(['a', 'b', 'c'], 'x')).toEqual(shuffle(['a', 'b', 'c'], 'x'));
  });
});
