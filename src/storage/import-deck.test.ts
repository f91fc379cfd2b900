import { describe, expect, it } from 'vitest';
import type { CardId } from '#src/domain/ids.ts';
import type { ImportedEvent } from '#src/domain/imported-event.ts';
import { dumpDatabase } from './database-dump.ts';
import { listEventsAfter } from './event-log.ts';
import { importDeck } from './import-deck.ts';
import { clearLeftovers } from './leftovers.ts';
import { loadQueue } from './load-queue.ts';
import { loadMedia } from './media.ts';
import { loadQuestions } from './questions.ts';
import { loadSettings } from './settings.ts';
import { stageEdition } from './stage-edition.ts';
import { dayMs, grade, listStoredStates, replayAll, stateOf, testDay } from './test-acts.ts';
import {
  bringBasic,
  bringDeck,
  bringReview,
  bringTemplate,
  spanish,
  toCard,
} from './test-decks.ts';
import { openTestBank, openTestStore } from './test-store.ts';
import { hasBegun } from './today.ts';
import { redoAct, undoAct } from './undo.ts';
import type { Store } from './store.ts';

async function listFresh(store: Store): Promise<CardId[]> {
  const { fresh } = await loadQueue(store, { deck: spanish as never });
  return fresh.map(({ card }) => card);
}

async function bring(store: Store, ...parameters: Parameters<typeof bringDeck>) {
  const imported = await importDeck(store, bringDeck(...parameters));
  if (imported.status !== 'done') throw new Error(imported.status);
  return imported;
}

describe('a deck that is brought in', () => {
  it('has its cards to ask, in their order, with note type and deck', async () => {
    const { store } = await openTestStore();
    await bring(store, [bringBasic('a'), bringTemplate('b', 1), bringBasic('c')]);
    const b2 = `${spanish}:b#2` as CardId;
    expect(await listFresh(store)).toEqual([toCard('a'), toCard('b'), b2, toCard('c')]);
    const [basic, template] = await loadQuestions(store, [toCard('a'), b2]);
    expect(basic?.note).toMatchObject({ kind: 'basic', answer: [['p', null, 'Answer of a']] });
    expect(template).toMatchObject({ deck: 'Spanish::Verbs', noteType: { key: '7' } });
    expect(template?.note).toMatchObject({ kind: 'template', fields: { Front: '<b>b</b>' } });
    expect(await hasBegun(store)).toBe(true);
  });

  it('can be reviewed deck by deck', async () => {
    const { store } = await openTestStore();
    await bring(store, [bringBasic('a'), bringBasic('b', 'B', 1)]);
    const { fresh } = await loadQueue(store, { deck: spanish as never, path: 'Spanish::Verbs' });
    expect(fresh.map(({ card }) => card)).toEqual([toCard('b')]);
    const all = await loadQueue(store, { deck: spanish as never, path: 'Spanish' });
    expect(all.fresh).toHaveLength(2);
  });

  it('brings what was learned, and is asked when it falls due', async () => {
    const { store } = await openTestStore();
    const first = bringReview(toCard('a'), 40);
    const second = bringReview(toCard('a'), 20, first.id);
    const { events } = await bring(store, [bringBasic('a')], { history: [second, first] });
    expect(events).toBe(2);
    const { schedule, last } = await stateOf(store, toCard('a'));
    expect(last).toBe(second.id);
    expect(schedule).toMatchObject({ reps: 2, due: { day: testDay + 23 } });
    expect(
      await store.db.events
        .where('kind')
        .equals('reviewed')
        .count()
        .catch(() => 0),
    ).toBe(0);
    expect(await listStoredStates(store)).toEqual(await replayAll(store));
    await grade(store, toCard('a'), 'good');
    expect(await listStoredStates(store)).toEqual(await replayAll(store));
  });

  it('brings its options, and its files by name', async () => {
    const { store } = await openTestStore();
    const bytes = Uint8Array.of(1, 2, 3);
    await bring(store, [bringBasic('a')], {
      settings: { maximumIntervalDays: 90 },
      media: [
        { name: 'cat.png', hash: 'f'.repeat(64), bytes },
        { name: 'copy.png', hash: 'f'.repeat(64), bytes },
      ],
    });
    expect((await loadSettings(store.db)).homes.get(spanish)?.maximumIntervalDays).toBe(90);
    const files = await loadMedia(store, spanish, ['cat.png', 'copy.png', 'dog.png']);
    expect(files).toEqual(
      new Map([
        ['cat.png', bytes],
        ['copy.png', bytes],
      ]),
    );
    expect(await store.db.media.count()).toBe(1);
  });

  it('says how far it is', async () => {
    const { store } = await openTestStore();
    const notes = Array.from({ length: 4100 }, (_, index) => bringBasic(`n${index}`));
    const told: string[] = [];
    await importDeck(store, bringDeck(notes), {
      onProgress: (done, total) => told.push(`${done}/${total}`),
    });
    expect(told).toEqual(['1/3', '2/3', '3/3']);
    expect(await listFresh(store)).toHaveLength(4100);
  });

  it('is not taken for one that was broken off, however long it takes', async () => {
    const { store, clock } = await openTestStore();
    const notes = Array.from({ length: 4100 }, (_, index) => bringBasic(`n${index}`));
    await importDeck(store, bringDeck(notes), {
      onProgress: () => {
        clock.pass(8 * 60_000);
        void clearLeftovers(store);
      },
    });
    expect(await store.db.packs.count()).toBe(41);
    expect(await listFresh(store)).toHaveLength(4100);
  });
});

describe('undoing an import', () => {
  it('takes deck, history and options away, and redoing brings them back', async () => {
    const { store } = await openTestBank();
    const before = await dumpDatabase(store.db.name);
    const { act } = await bring(store, [bringBasic('a')], {
      history: [bringReview(toCard('a'), 3)],
      settings: { leechLapses: 3 },
    });
    await undoAct(store, act);
    expect(await loadQuestions(store, [toCard('a')])).toEqual([]);
    expect((await loadSettings(store.db)).homes.get(spanish)).toBeUndefined();
    expect((await dumpDatabase(store.db.name)).stores.homes).toEqual(before.stores.homes);
    expect((await listStoredStates(store)).get(toCard('a'))?.schedule).toBeUndefined();
    await redoAct(store, act);
    expect((await stateOf(store, toCard('a'))).schedule?.reps).toBe(1);
    expect(await listStoredStates(store)).toEqual(await replayAll(store));
  });

  it('of a newer file shows the text and history of the one before', async () => {
    const { store } = await openTestStore();
    const first = bringReview(toCard('a'), 30);
    await bring(store, [bringBasic('a')], { history: [first] });
    const follows = (await store.db.homes.get(spanish))?.edition ?? null;
    const history = [first, bringReview(toCard('a'), 9, first.id)];
    const { act, events } = await bring(store, [bringBasic('a', 'New.')], { follows, history });
    expect(events).toBe(1);
    expect((await stateOf(store, toCard('a'))).schedule?.reps).toBe(2);
    await undoAct(store, act);
    const [question] = await loadQuestions(store, [toCard('a')]);
    expect(question?.note).toMatchObject({ answer: [['p', null, 'Answer of a']] });
    expect(question?.state.schedule?.reps).toBe(1);
    await redoAct(store, act);
    const [again] = await loadQuestions(store, [toCard('a')]);
    expect(again?.note).toMatchObject({ answer: [['p', null, 'New.']] });
    expect(again?.state.schedule?.reps).toBe(2);
  });
});

describe('an import that does not come to its end', () => {
  const notes = Array.from({ length: 4100 }, (_, index) => bringBasic(`n${index}`));

  async function expectNothing(store: Store) {
    expect(await listFresh(store)).toEqual([]);
    expect(await store.db.homes.count()).toBe(0);
    expect(await listEventsAfter(store.db, null)).toEqual([]);
    expect(await store.db.schedules.count()).toBe(0);
  }

  it('leaves nothing when it is stopped, at whatever step', async () => {
    for (const stopAfter of [1, 2, 3]) {
      const { store } = await openTestStore();
      const stop = new AbortController();
      const imported = await importDeck(store, bringDeck(notes), {
        signal: stop.signal,
        onProgress: (done) => {
          if (done === stopAfter) stop.abort();
        },
      });
      expect(imported.status).toBe('stopped');
      await expectNothing(store);
      expect([await store.db.packs.count(), await store.db.editions.count()]).toEqual([0, 0]);
    }
  });

  it('leaves nothing to see when the tab is closed, and upkeep clears what it wrote', async () => {
    const { store, clock } = await openTestStore();
    const media = [{ name: 'a.png', hash: 'a'.repeat(64), bytes: Uint8Array.of(1) }];
    await stageEdition(store, bringDeck(notes, { media }));
    await expectNothing(store);
    expect(await store.db.packs.count()).toBe(41);
    // As long as it may still be at work in another tab, it is left alone.
    await clearLeftovers(store);
    expect(await store.db.packs.count()).toBe(41);
    clock.pass(4 * dayMs);
    await clearLeftovers(store);
    const { packs, sources, editions, mediaNames, media: files } = store.db;
    for (const table of [packs, sources, editions, mediaNames, files]) {
      expect(await table.count()).toBe(0);
    }
  });

  it.each([0, 20, 40])('leaves nothing when the %ith pack cannot be written', async (position) => {
    const { store } = await openTestStore();
    const fail = (id: string) => {
      if (id.endsWith(`/${position}`)) throw new DOMException('no room', 'QuotaExceededError');
    };
    store.db.packs.hook('creating', fail);
    await expect(importDeck(store, bringDeck(notes))).rejects.toMatchObject({ trouble: 'full' });
    store.db.packs.hook('creating').unsubscribe(fail);
    await expectNothing(store);
    expect([await store.db.packs.count(), await store.db.editions.count()]).toEqual([0, 0]);
  });

  it('leaves nothing when the last transaction fails', async () => {
    const { store } = await openTestStore();
    const fail = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    store.db.homes.hook('creating', fail);
    const history = [bringReview(toCard('n1'), 3)];
    const importing = importDeck(
      store,
      bringDeck(notes.slice(0, 3), { history, settings: { leechLapses: 2 } }),
    );
    await expect(importing).rejects.toMatchObject({ trouble: 'full' });
    store.db.homes.hook('creating').unsubscribe(fail);
    await expectNothing(store);
    expect(await store.db.segments.count()).toBe(0);
    expect(await store.db.packs.count()).toBe(0);
  });

  it('gives way to another import of the same deck that was first', async () => {
    const { store } = await openTestStore();
    await bring(store, [bringBasic('a')]);
    const late = await importDeck(store, bringDeck([bringBasic('b')]));
    expect(late.status).toBe('taken');
    expect(await listFresh(store)).toEqual([toCard('a')]);
    expect(await store.db.editions.count()).toBe(1);
  });
});

describe('a card that was imported today', () => {
  it('counts as reviewed, not as new, when it is reviewed on the same day', async () => {
    const { store } = await openTestStore();
    const { id, v, at, offset, studyDay, subject, outcome } = bringReview(toCard('a'), 0) as never;
    const given = { stability: 20, difficulty: 5, reps: 4, lapses: 0 };
    const memory = {
      ...{ id, v, at, offset, studyDay, subject, outcome },
      ...{ kind: 'imported-memory', ...given },
    } as ImportedEvent;
    await bring(store, [bringBasic('a')], { history: [memory] });
    expect((await loadQueue(store)).tally).toMatchObject({ new: 0, reviews: 0 });
    await grade(store, toCard('a'), 'good');
    expect((await loadQueue(store)).tally).toMatchObject({ new: 0, reviews: 1 });
  });
});

describe('what nobody can come back to', () => {
  it('is cleared once undo has expired: older editions, undone imports and their files', async () => {
    const { store, clock } = await openTestStore();
    const media = (letter: string) => [
      { name: 'x.png', hash: letter.repeat(64), bytes: Uint8Array.of(1) },
    ];
    await bring(store, [bringBasic('a')], { media: media('a') });
    const follows = (await store.db.homes.get(spanish))?.edition ?? null;
    clock.pass(1000);
    await bring(store, [bringBasic('a', 'New.')], { follows, media: media('b') });
    await clearLeftovers(store);
    expect(await store.db.editions.count()).toBe(2);
    clock.pass(4 * dayMs);
    await clearLeftovers(store);
    expect(await store.db.editions.count()).toBe(1);
    expect(await store.db.packs.count()).toBe(1);
    expect(await store.db.media.toCollection().primaryKeys()).toEqual(['b'.repeat(64)]);
    expect(await listFresh(store)).toEqual([toCard('a')]);
  });
});
