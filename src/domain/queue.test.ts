import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId, StudyDay } from './ids.ts';
import { buildQueue, countGroups, toQueueCard, type DueCard } from './queue.ts';
import {
  deck,
  fresh,
  ids,
  inMinutes,
  input,
  many,
  otherDeck,
  review,
  today,
} from './testing/queue-input.ts';

describe('what the queue holds', () => {
  it('keeps steps of minutes apart, the soonest first, later ones included', () => {
    const queue = buildQueue(
      input({
        due: [
          review('a:late#1', 0, { phase: 'learning', due: inMinutes(90) }),
          review('a:soon#1', 0, { phase: 'relearning', due: inMinutes(-3) }),
          review('a:same-b#1', 0, { phase: 'learning', due: inMinutes(5) }),
          review('a:same-a#1', 0, { phase: 'learning', due: inMinutes(5) }),
        ],
      }),
    );
    expect(queue.cards).toEqual([]);
    expect(queue.steps.map(({ card }) => card.card)).toEqual([
      'a:soon#1',
      'a:same-a#1',
      'a:same-b#1',
      'a:late#1',
    ]);
  });

  it('leaves out what comes due on a later day', () => {
    expect(ids({ due: [review('a:1#1', -1), review('a:2#1')] })).toEqual(['a:2#1']);
  });

  it('asks the longest due first', () => {
    const due = [review('a:1#1', 1), review('a:2#1', 30), review('a:3#1', 70_000)];
    expect(ids({ due })).toEqual(['a:3#1', 'a:2#1', 'a:1#1']);
  });

  it('asks the most likely forgotten first where reviews are ordered by recall', () => {
    const due = [
      review('a:1#1', 9, { recall: 0.8 }),
      review('a:2#1', 0, { recall: 0.31 }),
      review('a:3#1', 0, { recall: 1 }),
      review('a:unknown#1'),
    ];
    expect(ids({ due, settings: { reviewOrder: 'recall' } })).toEqual([
      'a:unknown#1',
      'a:2#1',
      'a:1#1',
      'a:3#1',
    ]);
  });

  it('introduces new cards in the given order', () => {
    expect(ids({ fresh: [fresh('a:3#1'), fresh('a:1#1'), fresh('a:2#1')] })).toEqual([
      'a:3#1',
      'a:1#1',
      'a:2#1',
    ]);
  });

  it('mixes learning of earlier days and new cards among the reviews', () => {
    const due = [
      ...many(8, (index) => review(`a:r${index}#1`)),
      ...many(2, (index) => review(`a:l${index}#1`, 0, { phase: 'learning' })),
    ];
    const queue = buildQueue(input({ due, fresh: [fresh('a:n0#1'), fresh('a:n1#1')] }));
    const kinds = queue.cards.map(({ card }) => card[2]).join('');
    expect(kinds).toBe('rrrnlrrrnlrr');
    expect(countGroups(queue.cards)).toEqual({ new: 2, learning: 2, review: 8 });
  });

  it('puts new cards first or last where the settings say so', () => {
    const cards = { due: [review('a:r#1')], fresh: [fresh('a:n#1')] };
    expect(ids({ ...cards, settings: { order: 'new-first' } })).toEqual(['a:n#1', 'a:r#1']);
    expect(ids({ ...cards, settings: { order: 'reviews-first' } })).toEqual(['a:r#1', 'a:n#1']);
  });

  it('knows a card by its schedule, and a card without one as new', () => {
    expect(toQueueCard('a:1#1' as CardId, undefined)).toEqual({ card: 'a:1#1', decks: [] });
  });
});

describe('reviews kept apart', () => {
  it('are asked as if they were not, whatever the limits and wherever they are parted', () => {
    const cardArb = fc.record({
      note: fc.nat(12),
      ordinal: fc.integer({ min: 1, max: 2 }),
      daysLate: fc.nat(6),
      phase: fc.constantFrom('review' as const, 'learning' as const),
      decks: fc.subarray([deck, otherDeck]),
    });
    const cardsArb = fc.uniqueArray(cardArb, {
      selector: ({ note, ordinal }) => `${note}#${ordinal}`,
    });
    const limitsArb = fc.record({
      day: fc.nat(14),
      deck: fc.option(fc.nat(6)),
      bury: fc.boolean(),
    });
    fc.assert(
      fc.property(cardsArb, limitsArb, fc.nat(7), (made, limit, parted) => {
        const cards = made.map(({ note, ordinal, daysLate, ...more }) =>
          review(`a:${note}#${ordinal}`, daysLate, more),
        );
        const isLater = ({ phase, due }: DueCard) =>
          phase === 'review' && 'day' in due && due.day > today - parted;
        const later = cards.filter(isLater);
        const shared = {
          settings: {
            reviewsPerDay: limit.day,
            burySiblings: { new: true, interday: false, review: limit.bury },
          },
          limits: new Map([[deck, { newPerDay: null, reviewsPerDay: limit.deck }]]),
          fresh: [fresh('a:1#3'), fresh('b:1#1')],
        };
        const whole = buildQueue(input({ ...shared, due: cards }));
        const apart = input({
          ...shared,
          due: cards.filter((card) => !isLater(card)),
          later: { count: later.length, list: () => later },
        });
        expect(buildQueue(apart)).toEqual(whole);
      }),
    );
  });

  it('are not made where the others fill the day', () => {
    const list = () => {
      throw new Error('Nobody asked for them.');
    };
    const due = many(3, (index) => review(`a:${index}#1`, 2));
    const later = { count: 9, list };
    expect(ids({ due, later, settings: { reviewsPerDay: 3 } })).toHaveLength(3);
    expect(() => ids({ due, later, settings: { reviewsPerDay: 4 } })).toThrow('Nobody');
  });
});

describe('the order of a day', () => {
  const due = many(60, (index) => review(`a:note-${index}#1`, index % 3));

  it('is the same again for the same day and scope, and another for another day or scope', () => {
    expect(ids({ due })).toEqual(ids({ due }));
    expect(ids({ due, scope: 'deck=x' })).not.toEqual(ids({ due }));
    const tomorrow = (today + 1) as StudyDay;
    expect(ids({ due, today: tomorrow })).not.toEqual(ids({ due }));
  });

  it('does not depend on the order in which cards are read, nor on other cards', () => {
    const whole = ids({ due });
    const someCards = fc.shuffledSubarray(due, { minLength: 1 });
    fc.assert(
      fc.property(someCards, (some) => {
        const kept = new Set<string>(some.map(({ card }) => card));
        expect(ids({ due: some })).toEqual(whole.filter((card) => kept.has(card)));
      }),
      { numRuns: 100 },
    );
  });

  it('is not the order of the ids', () => {
    expect(ids({ due: many(20, (index) => review(`a:${index}#1`)) })).not.toEqual(
      many(20, (index) => review(`a:${index}#1`)).map(({ card }) => card),
    );
  });
});
