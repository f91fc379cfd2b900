import { describe, expect, it } from 'vitest';
import type { CardId, DeckId, HomeId, NoteId, StudyDay, TopicId } from '#src/domain/ids.ts';
import { buildQueue } from '#src/domain/queue.ts';
import type { ReviewScope } from '#src/domain/review-scope.ts';
import { buryCards, forgetCards, suspendCards, unburyCards } from './card-acts.ts';
import { restoreEvents } from './copy.ts';
import { putHome } from './homes.ts';
import { loadQueue, scopeExists } from './load-queue.ts';
import { setSettings } from './set-settings.ts';
import type { Store } from './store.ts';
import {
  dayMs,
  grade,
  http1,
  makeForeign,
  openFollowed,
  redis1,
  redis2,
  redis3,
} from './test-acts.ts';
import { makeBasicNote, openTestBank } from './test-store.ts';
import { undoAct } from './undo.ts';

const http2 = 'cairn:http-2#1' as CardId;
const home = 'anki-1' as HomeId;
const mine = ['anki-1:a#1', 'anki-1:b#1'] as CardId[];
const roadmapDeck = 'roadmap:backend' as DeckId;
const homeDeck = 'anki-1' as DeckId;

/** The followed bank beside an imported deck of two cards. */
async function openBoth() {
  const opened = await openFollowed();
  const notes = ['a', 'b'].map((id) => ({ ...makeBasicNote(id), id: `${home}:${id}` as NoteId }));
  await putHome(opened.store, { home, title: 'Mine', notes });
  return opened;
}

async function freshIn(store: Store, scope?: ReviewScope) {
  return (await loadQueue(store, scope)).fresh.map((entry) => entry.card);
}

async function dueIn(store: Store, scope?: ReviewScope) {
  return (await loadQueue(store, scope)).due.map((entry) => entry.card).sort();
}

describe('the queue of a scope', () => {
  it('introduces from all followed decks in turn where nothing is asked for', async () => {
    const { store } = await openBoth();
    expect(await freshIn(store)).toEqual([redis1, mine[0], redis2, mine[1], redis3, http1, http2]);
  });

  it('introduces no card of a roadmap that is not followed, unless asked by name', async () => {
    const { store } = await openTestBank();
    expect(await freshIn(store)).toEqual([]);
    const asked = await loadQueue(store, { deck: roadmapDeck });
    expect(asked.fresh.map((entry) => entry.card)).toHaveLength(5);
    expect(asked.fresh[0]?.decks).toEqual([roadmapDeck]);
  });

  it.each([
    ['a roadmap', { deck: roadmapDeck }, [redis1, redis2, redis3, http1, http2]],
    ['an imported deck', { deck: homeDeck }, mine],
    ['a section', { topic: 'backend/http' as TopicId }, [http1, http2]],
    ['a topic', { topic: 'backend/redis/basics' as TopicId }, [redis1, redis2, redis3]],
    ['a topic nobody has', { topic: 'backend/none' as TopicId }, []],
    ['a roadmap nobody has', { deck: 'roadmap:none' as DeckId }, []],
    ['a deck nobody has', { deck: 'none' as DeckId }, []],
    ['a damaged topic', { topic: 'backend' as TopicId }, []],
  ])('keeps to %s', async (_, scope: ReviewScope, cards) => {
    const { store, clock } = await openBoth();
    expect(await freshIn(store, scope)).toEqual(cards);
    expect(await scopeExists(store, scope)).toBe(cards.length > 0);
    for (const card of [redis1, http1, ...mine]) await grade(store, card, 'easy');
    clock.pass(60 * dayMs);
    const due = [redis1, http1, ...mine].filter((card) => cards.includes(card)).sort();
    expect(await dueIn(store, scope)).toEqual(due);
  });

  it('is there for everything, whatever the device holds', async () => {
    const { store } = await openTestBank();
    expect(await scopeExists(store, {})).toBe(true);
  });

  it('takes in what is due on coming days where asked to look ahead', async () => {
    const { store, clock } = await openFollowed();
    await grade(store, redis1, 'easy');
    const { today } = await loadQueue(store);
    const all = await loadQueue(store, {}, { aheadDays: 100 });
    expect(await dueIn(store)).toEqual([]);
    expect(all.due.map((entry) => entry.card)).toEqual([redis1]);
    const day = 'day' in all.due[0]!.due ? all.due[0]!.due.day : today;
    clock.pass((day - today - 1) * dayMs);
    expect(await dueIn(store)).toEqual([]);
    expect((await loadQueue(store, {}, { aheadDays: 1 })).due).toHaveLength(1);
    clock.pass(dayMs);
    expect(await dueIn(store)).toEqual([redis1]);
  });

  it('says how likely each card is recalled only where reviews are ordered by that', async () => {
    const { store, clock } = await openFollowed();
    await grade(store, redis1, 'easy');
    clock.pass(40 * dayMs);
    expect((await loadQueue(store)).due[0]).not.toHaveProperty('recall');
    await setSettings(store, [{ key: 'reviewOrder', value: 'recall' }]);
    const chance = (await loadQueue(store)).due[0]?.recall ?? 1;
    expect(chance).toBeGreaterThan(0.5);
    expect(chance).toBeLessThan(0.9);
  });

  it('leaves out suspended and buried cards, scheduled or new', async () => {
    const { store, clock } = await openFollowed();
    for (const card of [redis1, redis2]) await grade(store, card, 'easy');
    clock.pass(60 * dayMs);
    await suspendCards(store, { cards: [redis1, redis3] }, true);
    await buryCards(store, { cards: [redis2, http1] });
    expect(await dueIn(store)).toEqual([]);
    expect(await freshIn(store)).toEqual([http2]);
    await unburyCards(store, { cards: [redis2, http1] });
    expect(await dueIn(store)).toEqual([redis2]);
    expect(await freshIn(store)).toEqual([http1, http2]);
    await suspendCards(store, { cards: [redis1, redis3] }, false);
    expect(await dueIn(store)).toEqual([redis1, redis2]);
    expect(await freshIn(store)).toEqual([redis3, http1, http2]);
  });
});

describe('limits', () => {
  it('of a deck and of the day hold together, and a card counts in each deck that shows it', async () => {
    const { store } = await openBoth();
    await setSettings(store, [
      { key: 'newPerDay', value: 4 },
      { key: 'newPerDay', deck: roadmapDeck, value: 2 },
    ]);
    const before = buildQueue(await loadQueue(store)).cards.map((entry) => entry.card);
    expect(before.sort()).toEqual([...mine, redis1, redis2].sort());
    await grade(store, redis1, 'easy');
    const input = await loadQueue(store);
    expect([...input.tally.newByDeck]).toEqual([[roadmapDeck, 1]]);
    const after = buildQueue(input).cards.map((entry) => entry.card);
    expect(after.sort()).toEqual([...mine, redis2].sort());
  });

  it('count within a scope what was done outside it', async () => {
    const { store } = await openBoth();
    await grade(store, mine[0]!, 'easy');
    const { tally } = await loadQueue(store, { topic: 'backend/http' as TopicId });
    expect(tally).toMatchObject({ new: 1, reviews: 0 });
    expect([...tally.newByDeck]).toEqual([[homeDeck, 1]]);
  });
});

describe('the tally of the day', () => {
  const tallyOf = async (store: Store, scope?: ReviewScope) => {
    const { tally } = await loadQueue(store, scope);
    return { new: tally.new, reviews: tally.reviews };
  };

  it('counts a card once, however many steps it takes', async () => {
    const { store, clock } = await openFollowed();
    for (const given of ['again', 'good', 'good'] as const) {
      await grade(store, redis1, given);
      clock.pass(600_000);
    }
    expect(await tallyOf(store)).toEqual({ new: 1, reviews: 0 });
    clock.pass(60 * dayMs);
    expect(await tallyOf(store)).toEqual({ new: 0, reviews: 0 });
    await grade(store, redis1, 'again');
    await grade(store, redis1, 'good');
    expect(await tallyOf(store)).toEqual({ new: 0, reviews: 1 });
  });

  it('counts nothing that was undone', async () => {
    const { store } = await openFollowed();
    const act = await grade(store, redis1, 'good');
    await undoAct(store, act);
    const { tally } = await loadQueue(store);
    expect(tally).toMatchObject({ new: 0, reviews: 0 });
    expect(tally.studied.size).toBe(0);
  });

  it('names the cards of each note that were studied', async () => {
    const { store } = await openFollowed();
    await grade(store, redis1, 'again');
    await grade(store, redis1, 'again');
    const { tally } = await loadQueue(store);
    expect([...tally.studied]).toEqual([['cairn:redis-1', [redis1]]]);
  });

  it('counts a forgotten card as new again, also when it was forgotten on an earlier day', async () => {
    const { store, clock } = await openBoth();
    for (const card of [redis1, mine[0]!]) await grade(store, card, 'easy');
    clock.pass(40 * dayMs);
    await forgetCards(store, { cards: [redis1, mine[0]!] });
    expect(await freshIn(store)).toContain(redis1);
    clock.pass(dayMs);
    await grade(store, redis1, 'good');
    await grade(store, mine[0]!, 'good');
    expect(await tallyOf(store)).toEqual({ new: 2, reviews: 0 });
    expect(await tallyOf(store, { deck: homeDeck })).toEqual({ new: 2, reviews: 0 });
    // Forgotten once more, its introduction of today is still one.
    await forgetCards(store, { cards: [redis1] });
    expect(await tallyOf(store)).toEqual({ new: 2, reviews: 0 });
  });

  it('counts a review and an introduction where a card is forgotten between them', async () => {
    const { store, clock } = await openFollowed();
    await grade(store, redis1, 'easy');
    clock.pass(40 * dayMs);
    await grade(store, redis1, 'good');
    await forgetCards(store, { cards: [redis1] });
    expect(await tallyOf(store)).toEqual({ new: 0, reviews: 1 });
    await grade(store, redis1, 'good');
    expect(await tallyOf(store)).toEqual({ new: 1, reviews: 1 });
  });

  it('counts one introduction where two devices introduced a card', async () => {
    const { store, clock } = await openFollowed();
    await grade(store, redis1, 'good');
    const due = { at: (clock.now() + 60_000) as never };
    const outcome = { phase: 'learning', step: 0, due, after: null } as const;
    const body = { kind: 'reviewed', subject: redis1, grade: 'again', outcome } as const;
    const there = makeForeign({ ...body, durationMs: 1, mode: 'review' }, clock.now() + 1000);
    await restoreEvents(store, [there], 'merge');
    expect(await tallyOf(store)).toEqual({ new: 1, reviews: 0 });
  });

  it('begins anew with the study day, not at midnight', async () => {
    const { store, clock } = await openFollowed();
    clock.pass(12 * 3_600_000);
    const evening = (await loadQueue(store)).today;
    await grade(store, redis1, 'easy');
    clock.pass(5 * 3_600_000);
    expect((await loadQueue(store)).today).toBe(evening);
    expect(await tallyOf(store)).toEqual({ new: 1, reviews: 0 });
    clock.pass(3_600_000);
    expect((await loadQueue(store)).today).toBe((evening + 1) as StudyDay);
    expect(await tallyOf(store)).toEqual({ new: 0, reviews: 0 });
  });
});
