import { describe, expect, it } from 'vitest';
import { buildAheadQueue, buildCramQueue, listForgotten } from './cram.ts';
import type { AnyEvent } from './event.ts';
import type { CardId, Instant, StudyDay } from './ids.ts';
import type { DueCard } from './queue.ts';

const today = 20_000 as StudyDay;

function due(id: string, inDays: number): DueCard {
  const day = (today + inDays) as StudyDay;
  return { card: `a:${id}#1` as CardId, phase: 'review', due: { day }, decks: [] };
}

describe('reviewing ahead', () => {
  it('asks what comes due in the next days, the soonest first, and nothing else', () => {
    const step: DueCard = { ...due('step', 0), due: { at: 5 as Instant } };
    const cards = [due('three', 3), due('now', 0), due('one', 1), due('four', 4), step];
    const queue = buildAheadQueue({ today, scope: '', days: 3, cards });
    expect(queue.steps).toEqual([]);
    expect(queue.cards.map(({ card }) => card)).toEqual(['a:one#1', 'a:three#1']);
  });
});

describe('cramming', () => {
  it('asks every card in an order of the day', () => {
    const cards = Array.from({ length: 20 }, (_, index) => due(String(index), index));
    const order = (day: number) =>
      buildCramQueue({ today: day as StudyDay, scope: 'flagged', cards }).cards;
    expect(order(1)).toHaveLength(20);
    expect(order(1)).toEqual(order(1));
    expect(order(1)).not.toEqual(order(2));
  });
});

describe('what was forgotten on a day', () => {
  it('is each card graded Again in a review of that day, once', () => {
    const event = (card: string, grade: string, day: number, kind = 'reviewed') =>
      ({ kind, subject: card, grade, studyDay: day }) as unknown as AnyEvent;
    const events = [
      event('a:1#1', 'again', today),
      event('a:1#1', 'again', today),
      event('a:2#1', 'good', today),
      event('a:3#1', 'again', today - 1),
      event('a:4#1', 'again', today, 'answered'),
    ];
    expect(listForgotten(events, today)).toEqual(['a:1#1']);
  });
});
