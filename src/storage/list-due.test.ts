import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId, DeckId, HomeId, Instant, StudyDay } from '#src/domain/ids.ts';
import type { DueCard } from '#src/domain/queue.ts';
import { defaultLearnerSettings } from '#src/domain/settings.ts';
import { bucketsPerDueBlock, joinBuckets, none, type DueBlock } from './due-block.ts';
import { listDue } from './list-due.ts';

const home = 'deck-1' as HomeId;
const today = 20_000 as StudyDay;
const until = (today + 2) as StudyDay;
const decks = { within: () => () => [home as string as DeckId] };

const cardArb = fc.record({
  /** Learning with a step of minutes, learning with one of days, review. */
  waits: fc.constantFrom('minutes', 'days', 'review'),
  day: fc.integer({ min: today - 9, max: today + 4 }),
  isSuspended: fc.boolean(),
});
type Card = typeof cardArb extends fc.Arbitrary<infer Value> ? Value : never;

function makeBlock(cards: readonly Card[]): DueBlock {
  const part = {
    ids: cards.map((_, index) => `deck-1:${index}#1`).join('\n'),
    dues: Int32Array.from(
      cards.flatMap(({ waits, day, isSuspended }) => {
        const phase = waits === 'review' ? 2 : 1;
        return [phase, waits === 'minutes' ? none : day, isSuspended ? 1 : 0, none, day];
      }),
    ),
    dueAts: Float64Array.from(cards, ({ waits, day }) => (waits === 'minutes' ? day : 0)),
  };
  const empty = { ids: '', dues: new Int32Array(0), dueAts: new Float64Array(0) };
  const parts = Array.from({ length: bucketsPerDueBlock }, (_, at) => (at === 0 ? part : empty));
  return joinBuckets([home, 0], parts);
}

function list(cards: readonly Card[], reviewsPerDay: number, isLaterApart: boolean) {
  const learner = { ...defaultLearnerSettings, reviewsPerDay };
  const settings = { learner, homes: new Map(), decks: new Map() };
  const gone = new Set<CardId>(['deck-1:0#1' as CardId]);
  const shared = { settings, memories: undefined, narrowed: undefined, gone, decks };
  return listDue([makeBlock(cards)], {
    ...shared,
    ...{ now: 0 as Instant, today, until, isLaterApart },
  });
}

const dayOf = ({ due }: DueCard) => ('day' in due ? due.day : -Infinity);
const isReview = ({ phase }: DueCard) => phase === 'review';

describe('the cards that are due', () => {
  it('are the same with later reviews apart, all of which are due after the first', () => {
    fc.assert(
      fc.property(fc.array(cardArb, { maxLength: 60 }), fc.nat(20), (cards, limit) => {
        const all = list(cards, limit, false);
        expect(all.later).toBeUndefined();
        const { due, later } = list(cards, limit, true);
        const apart = later?.list() ?? [];
        expect(new Set([...due, ...apart])).toEqual(new Set(all.due));
        expect(apart.length).toBeLessThanOrEqual(later?.count ?? 0);
        expect(apart.every(isReview)).toBe(true);
        const latest = Math.max(...due.filter(isReview).map(dayOf));
        expect(apart.every((card) => dayOf(card) > latest)).toBe(true);
        // One of them is gone.
        if (later) expect(due.filter(isReview).length + 1).toBeGreaterThanOrEqual(limit * 1.5);
      }),
    );
  });
});
