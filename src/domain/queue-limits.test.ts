import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StudyDay } from './ids.ts';
import { buildQueue, countGroups } from './queue.ts';
import { deck, fresh, ids, input, many, otherDeck, review, today } from './testing/queue-input.ts';

describe('limits of a day', () => {
  const due = many(10, (index) => review(`a:r${index}#1`));
  const tenNew = Array.from({ length: 10 }, (_, index) => fresh(`a:n${index}#1`));

  it('counts what was already done today', () => {
    const settings = { reviewsPerDay: 6, newPerDay: 4, newIgnoresReviewLimit: true };
    expect(ids({ due, settings, tally: { reviews: 4 } })).toHaveLength(2);
    expect(ids({ fresh: tenNew, settings, tally: { new: 1 } })).toHaveLength(3);
  });

  it('lets new cards use up the review limit', () => {
    const settings = { reviewsPerDay: 12, newPerDay: 10 };
    const queue = buildQueue(input({ due, fresh: tenNew, settings }));
    expect(countGroups(queue.cards)).toEqual({ review: 10, new: 2, learning: 0 });
    const later = input({ due, fresh: tenNew, settings, tally: { new: 5 } });
    expect(countGroups(buildQueue(later).cards)).toEqual({ review: 7, new: 0, learning: 0 });
  });

  it('shows new cards past the review limit where the settings say so', () => {
    const settings = { reviewsPerDay: 5, newPerDay: 3, newIgnoresReviewLimit: true };
    const queue = buildQueue(input({ due, fresh: tenNew, settings }));
    expect(countGroups(queue.cards)).toEqual({ review: 5, new: 3, learning: 0 });
  });

  it('introduces on each day of a plan by periods what its stretch says', () => {
    const stretches = [
      { until: today, newPerDay: 2 },
      { until: (today + 9) as StudyDay, newPerDay: 6 },
    ];
    const until = (today + 9) as StudyDay;
    const count = { newPerDay: 6, cards: 50, started: 0, mandatoryOnly: false };
    const plan = { kind: 'periods', start: today, until, stretches, ...count } as const;
    const inDeck = tenNew.map((card) => ({ ...card, decks: [deck] }));
    const askedOn = (day: number, newPerDay: number | null) =>
      ids({
        fresh: inDeck,
        today: (today + day) as StudyDay,
        limits: new Map([[deck, { newPerDay, reviewsPerDay: null, plan }]]),
      }).length;
    expect([0, 1, 9].map((day) => askedOn(day, null))).toEqual([2, 6, 6]);
    expect([0, 1, 10].map((day) => askedOn(day, 4))).toEqual([2, 4, 4]);
  });

  it('has extra room on the day it was asked for, and on no other', () => {
    const extraToday = { day: today, new: 5, reviews: 3 };
    const settings = { reviewsPerDay: 4, newPerDay: 0, extraToday, newIgnoresReviewLimit: true };
    const limits = new Map([[deck, { newPerDay: 0, reviewsPerDay: null }]]);
    const inDeck = tenNew.map((card) => ({ ...card, decks: [deck] }));
    expect(ids({ due, settings })).toHaveLength(7);
    expect(ids({ fresh: inDeck, settings, limits })).toHaveLength(5);
    expect(ids({ fresh: inDeck, settings, limits, today: (today + 1) as StudyDay })).toEqual([]);
  });

  it('needs room overall and in one of the decks that show the card', () => {
    const limits = new Map([[deck, { newPerDay: 1, reviewsPerDay: null }]]);
    const cards = [
      fresh('a:1#1', [deck]),
      fresh('a:2#1', [deck]),
      fresh('a:3#1', [deck, otherDeck]),
      fresh('a:4#1'),
    ];
    expect(ids({ fresh: cards, limits })).toEqual(['a:1#1', 'a:3#1', 'a:4#1']);
    expect(ids({ fresh: cards, limits, settings: { newPerDay: 2 } })).toHaveLength(2);
  });

  it('counts a card in every deck that shows it', () => {
    const limits = new Map([
      [deck, { newPerDay: 2, reviewsPerDay: null }],
      [otherDeck, { newPerDay: 1, reviewsPerDay: null }],
    ]);
    const cards = [
      fresh('a:1#1', [deck, otherDeck]),
      fresh('a:2#1', [otherDeck]),
      fresh('a:3#1', [deck]),
      fresh('a:4#1', [deck]),
    ];
    expect(ids({ fresh: cards, limits })).toEqual(['a:1#1', 'a:3#1']);
  });

  it('limits the reviews of a deck, new cards of it included', () => {
    const limits = new Map([
      [deck, { newPerDay: null, reviewsPerDay: 3 }],
      [otherDeck, { newPerDay: null, reviewsPerDay: null }],
    ]);
    const inDeck = due.map((card) => ({ ...card, decks: [deck] }));
    const newInDeck = tenNew.map((card) => ({ ...card, decks: [deck] }));
    const tally = { reviewsByDeck: new Map([[deck, 1]]) };
    expect(ids({ due: inDeck, limits, tally })).toHaveLength(2);
    const introduced = { newByDeck: new Map([[deck, 1]]), new: 1 };
    expect(ids({ fresh: newInDeck, limits, tally: introduced })).toHaveLength(2);
  });

  it('never asks more than the limits allow, and leaves no room unused', () => {
    fc.assert(
      fc.property(fc.nat(15), fc.nat(15), fc.nat(5), (reviewsPerDay, newPerDay, done) => {
        const settings = { reviewsPerDay, newPerDay };
        const cards = buildQueue(
          input({ due, fresh: tenNew, settings, tally: { reviews: done } }),
        ).cards;
        const room = Math.max(0, reviewsPerDay - done);
        const counts = countGroups(cards);
        expect(counts.review).toBe(Math.min(10, room));
        expect(counts.new).toBe(Math.min(10, newPerDay, room - counts.review));
      }),
      { numRuns: 100 },
    );
  });
});
