import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId, DeckId, Instant, NoteId, StudyDay } from './ids.ts';
import { buildQueue, countGroups, toQueueCard, type DueCard, type QueueInput } from './queue.ts';
import { defaultLearnerSettings, type LearnerSettings } from './settings.ts';

const today = 20_000 as StudyDay;
const now = 1_728_000_000_000 as Instant;
const deck = 'roadmap:backend' as DeckId;
const otherDeck = 'roadmap:devops' as DeckId;

function review(id: string, daysLate = 0, more: Partial<DueCard> = {}): DueCard {
  const due = { day: (today - daysLate) as StudyDay };
  return { card: id as CardId, phase: 'review', due, decks: [], ...more };
}

function fresh(id: string, decks: readonly DeckId[] = []) {
  return { card: id as CardId, decks };
}

function inMinutes(minutes: number): { at: Instant } {
  return { at: (now + minutes * 60_000) as Instant };
}

interface Changes extends Omit<Partial<QueueInput>, 'settings' | 'tally'> {
  settings?: Partial<LearnerSettings>;
  tally?: Partial<QueueInput['tally']>;
}

function input({ settings, tally, ...changes }: Changes): QueueInput {
  return {
    now,
    today,
    limits: new Map(),
    scope: '',
    due: [],
    fresh: [],
    settings: { ...defaultLearnerSettings, ...settings },
    tally: {
      new: 0,
      reviews: 0,
      newByDeck: new Map(),
      reviewsByDeck: new Map(),
      studied: new Map(),
      ...tally,
    },
    ...changes,
  };
}

function ids(changes: Changes): string[] {
  return buildQueue(input(changes)).cards.map(({ card }) => card);
}

function many(count: number, make: (index: number) => DueCard): DueCard[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

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

describe('siblings', () => {
  const note = 'a:note' as NoteId;
  const none = { new: false, review: false, interday: false };

  it('asks one card of a note a day', () => {
    const due = [review('a:note#1'), review('a:note#reverse'), review('a:other#1')];
    expect(ids({ due })).toHaveLength(2);
    expect(ids({ due, settings: { burySiblings: none } })).toHaveLength(3);
  });

  it('hides the others of a note that was reviewed today, but not the card itself', () => {
    const studied = new Map([[note, ['a:note#c1' as CardId]]]);
    const due = [review('a:note#c1'), review('a:note#c2')];
    expect(ids({ due, tally: { studied } })).toEqual(['a:note#c1']);
    expect(ids({ fresh: [fresh('a:note#c3')], tally: { studied } })).toEqual([]);
    expect(ids({ fresh: [fresh('a:else#c3')], tally: { studied } })).toEqual(['a:else#c3']);
  });

  it('follows the setting of each kind of card', () => {
    const studied = new Map([[note, ['a:note#c9' as CardId]]]);
    const cards = {
      due: [review('a:note#c1'), review('a:note#c2', 0, { phase: 'learning' })],
      fresh: [fresh('a:note#c3')],
      tally: { studied },
    };
    expect(ids({ ...cards, settings: { burySiblings: { ...none, review: true } } })).toEqual([
      'a:note#c2',
      'a:note#c3',
    ]);
    expect(ids({ ...cards, settings: { burySiblings: { ...none, interday: true } } })).toEqual([
      'a:note#c1',
      'a:note#c3',
    ]);
    expect(ids({ ...cards, settings: { burySiblings: { ...none, new: true } } })).toHaveLength(2);
  });

  it('never hides a step of minutes, and hides the siblings of one', () => {
    const due = [
      review('a:note#c1', 0, { phase: 'learning', due: inMinutes(1) }),
      review('a:note#c2'),
    ];
    const queue = buildQueue(input({ due }));
    expect(queue.steps).toHaveLength(1);
    expect(queue.cards).toEqual([]);
  });

  it('holds each note once, whatever the cards', () => {
    const ordinals = fc.array(fc.tuple(fc.nat(30), fc.nat(3)), { maxLength: 80 });
    fc.assert(
      fc.property(ordinals, ordinals, (dueIds, newIds) => {
        const toIds = (pairs: [number, number][]) => [
          ...new Set(pairs.map(([a, b]) => `a:n${a}#${b}`)),
        ];
        const scheduled = toIds(dueIds);
        const unseen = toIds(newIds).filter((card) => !scheduled.includes(card));
        const asked = ids({
          due: scheduled.map((card) => review(card)),
          fresh: unseen.map((card) => fresh(card)),
          settings: { newPerDay: 999 },
        });
        const notes = asked.map((card) => card.split('#')[0]);
        expect(new Set(notes).size).toBe(notes.length);
        const all = [...scheduled, ...unseen].map((card) => card.split('#')[0]);
        expect(new Set(notes)).toEqual(new Set(all));
      }),
      { numRuns: 100 },
    );
  });
});
