import { describe, expect, it } from 'vitest';
import type { CompiledNote } from '#src/domain/content.ts';
import type { CardId, HomeId, RoadmapId, StudyDay } from '#src/domain/ids.ts';
import { bankHome, fetchMissingPacks, findBank, updateBank } from './bank.ts';
import { flagCards } from './card-acts.ts';
import { listAllEvents, restoreEvents } from './copy.ts';
import { loadCramCards } from './cram-cards.ts';
import { putHome } from './homes.ts';
import { loadQueue } from './load-queue.ts';
import { listRoadmaps, loadForecast } from './overview.ts';
import { loadQuestions } from './questions.ts';
import { setSettings } from './set-settings.ts';
import type { Store } from './store.ts';
import { dayMs, grade, http1, redis1, redis2, redis3 } from './test-acts.ts';
import { makeBasicNote, makeDeckFiles, openTestStore } from './test-store.ts';
import { loadDay } from './today.ts';

type Notes = Readonly<Record<string, readonly CompiledNote[]>>;

const first: Notes = {
  Redis: [makeBasicNote('redis-1'), makeBasicNote('redis-2'), makeBasicNote('redis-3')],
  HTTP: [makeBasicNote('http-1', 'web/http'), makeBasicNote('http-2', 'web/http')],
};
const reworded: CompiledNote = {
  ...makeBasicNote('redis-1'),
  kind: 'basic',
  question: [['p', null, 'Asked better']],
  answer: [['p', null, 'Answered better']],
};
/** Without redis-2, with redis-1 reworded and redis-4 new. */
const second: Notes = {
  ...first,
  Redis: [reworded, first.Redis![2]!, makeBasicNote('redis-4')],
};
const one = makeDeckFiles(first, 'one');
const two = makeDeckFiles(second, 'two');
const three = makeDeckFiles(first, 'three');

/** A store whose server can be changed: `serve` puts other files there, without some if asked. */
async function openServed(files = one) {
  const served: Record<string, unknown> = { ...files };
  const opened = await openTestStore(served);
  const serve = (now: Readonly<Record<string, unknown>>, without: readonly string[] = []) => {
    for (const file of Object.keys(served)) Reflect.deleteProperty(served, file);
    for (const [file, content] of Object.entries(now)) {
      if (!without.includes(file)) served[file] = content;
    }
  };
  return { ...opened, serve };
}

async function follow(store: Store) {
  await setSettings(store, [{ key: 'roadmaps', value: ['backend' as RoadmapId] }]);
}

async function textOf(store: Store, card: CardId) {
  const [question] = await loadQuestions(store, [card]);
  return question?.note.kind === 'basic' ? question.note.question : undefined;
}

async function heldPacks({ db }: Store) {
  return (await db.packs.toCollection().primaryKeys()).sort();
}

/** All that a version of the bank is, for comparing before and after. */
async function dumpBank({ db }: Store) {
  return Promise.all([db.bank, db.homes, db.packs, db.roadmaps].map((table) => table.toArray()));
}

describe('the bank on its first start', () => {
  it('is there without its cards, which are fetched when asked for or later on', async () => {
    const { store } = await openServed();
    expect(await findBank(store)).toBeUndefined();
    expect(await listRoadmaps(store)).toEqual([]);
    expect(await updateBank(store)).toBe(true);
    expect((await listRoadmaps(store)).map((roadmap) => roadmap.id)).toEqual(['backend']);
    expect(await heldPacks(store)).toEqual([]);
    expect(await textOf(store, redis1)).toEqual([['p', null, 'Question of redis-1']]);
    expect(await heldPacks(store)).toEqual(['pack-0.one.json']);
    await fetchMissingPacks(store);
    expect(await heldPacks(store)).toEqual(['pack-0.one.json', 'pack-1.one.json']);
    expect(await updateBank(store)).toBe(false);
  });

  it('goes on where fetching its cards broke off', async () => {
    const { store, serve } = await openServed();
    await updateBank(store);
    serve(one, ['pack-1.one.json']);
    await expect(fetchMissingPacks(store)).rejects.toThrow('pack-1.one.json');
    expect(await heldPacks(store)).toEqual(['pack-0.one.json']);
    serve(one, ['pack-0.one.json']);
    await fetchMissingPacks(store);
    expect(await heldPacks(store)).toEqual(['pack-0.one.json', 'pack-1.one.json']);
  });

  it('is nothing yet where a file cannot be had', async () => {
    const { store, serve } = await openServed();
    serve(one, ['backend.one.json']);
    await expect(updateBank(store)).rejects.toThrow();
    expect(await findBank(store)).toBeUndefined();
    await fetchMissingPacks(store);
    expect(await heldPacks(store)).toEqual([]);
  });
});

describe('a new version of the bank', () => {
  it('changes nothing when any of its files cannot be had', async () => {
    const { store, serve } = await openServed();
    await updateBank(store);
    await fetchMissingPacks(store);
    const before = await dumpBank(store);
    for (const file of ['index.two.json', 'backend.two.json', 'pack-0.two.json']) {
      serve(two, [file]);
      await expect(updateBank(store)).rejects.toThrow();
      expect(await dumpBank(store)).toEqual(before);
    }
  });

  it('changes nothing when it cannot be written whole', async () => {
    const { store, serve } = await openServed();
    await updateBank(store);
    await fetchMissingPacks(store);
    const before = await dumpBank(store);
    serve(two);
    store.db.bank.hook('updating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await expect(updateBank(store)).rejects.toMatchObject({ trouble: 'full' });
    expect(await dumpBank(store)).toEqual(before);
  });

  it('swaps the content and leaves events and states alone', async () => {
    const { store, serve } = await openServed();
    await updateBank(store);
    await follow(store);
    await grade(store, redis1, 'easy');
    const [events, blocks] = [await listAllEvents(store), await store.db.schedules.toArray()];
    serve(two);
    expect(await updateBank(store)).toBe(true);
    expect(await listAllEvents(store)).toEqual(events);
    expect(await store.db.schedules.toArray()).toEqual(blocks);
    expect(await textOf(store, redis1)).toEqual([['p', null, 'Asked better']]);
    const fresh = (await loadQueue(store)).fresh.map((entry) => entry.card);
    expect(fresh).toEqual([redis3, 'cairn:redis-4#1', http1, 'cairn:http-2#1']);
  });

  it('keeps the packs of the version before, and drops older ones', async () => {
    const { store, serve } = await openServed();
    await updateBank(store);
    await fetchMissingPacks(store);
    serve(two);
    await updateBank(store);
    const both = ['pack-0.one.json', 'pack-0.two.json', 'pack-1.one.json', 'pack-1.two.json'];
    expect(await heldPacks(store)).toEqual(both);
    serve(three);
    await updateBank(store);
    const last = ['pack-0.three.json', 'pack-0.two.json', 'pack-1.three.json', 'pack-1.two.json'];
    expect(await heldPacks(store)).toEqual(last);
  });

  it('can be taken back by the server, with the packs still there', async () => {
    const { store, serve } = await openServed();
    await updateBank(store);
    await fetchMissingPacks(store);
    serve(two);
    await updateBank(store);
    serve(one, ['pack-0.one.json', 'pack-1.one.json']);
    expect(await updateBank(store)).toBe(true);
    expect(await textOf(store, redis2)).toEqual([['p', null, 'Question of redis-2']]);
    expect(await textOf(store, redis1)).toEqual([['p', null, 'Question of redis-1']]);
  });

  it('leaves the packs of imported decks alone', async () => {
    const { store, serve } = await openServed();
    await updateBank(store);
    const note = { ...makeBasicNote('x'), id: 'anki-1:x' as never };
    await putHome(store, { home: 'anki-1' as HomeId, title: 'Mine', notes: [note] });
    serve(two);
    await updateBank(store);
    serve(three);
    await updateBank(store);
    expect(await textOf(store, 'anki-1:x#1' as CardId)).toBeDefined();
  });
});

describe('a card that the new version no longer has', () => {
  async function openWithGone() {
    const { store, clock, serve } = await openServed();
    await updateBank(store);
    await follow(store);
    await grade(store, redis1, 'easy');
    await grade(store, redis2, 'easy');
    await flagCards(store, { cards: [redis1, redis2] }, 1);
    clock.pass(30 * dayMs);
    serve(two);
    await updateBank(store);
    return { store, clock, serve };
  }

  it('is asked no more and counts nowhere, also without a scope', async () => {
    const { store } = await openWithGone();
    expect(await loadQuestions(store, [redis2])).toEqual([]);
    expect((await loadQueue(store)).due.map((entry) => entry.card)).toEqual([redis1]);
    const scope = { deck: bankHome as string as never };
    expect((await loadQueue(store, scope)).due.map((entry) => entry.card)).toEqual([redis1]);
    expect(await loadDay(store)).toMatchObject({ backlog: 1, counts: { review: 1 } });
    expect((await loadForecast(store, 7))[0]).toBe(1);
    const { cards } = await loadCramCards(store, {}, 'flagged');
    expect(cards.map((entry) => entry.card)).toEqual([redis1]);
  });

  it('goes on where it was when a later version has it again', async () => {
    const { store, serve } = await openWithGone();
    serve(three);
    await updateBank(store);
    const due = (await loadQueue(store)).due.map((entry) => entry.card).sort();
    expect(due).toEqual([redis1, redis2]);
    const [question] = await loadQuestions(store, [redis2]);
    expect(question?.state.schedule?.reps).toBe(1);
  });

  it('counts nowhere on a device that never had it, after a merge', async () => {
    const { store, clock } = await openWithGone();
    const events = await listAllEvents(store);
    const other = await openTestStore(two, clock);
    await restoreEvents(other.store, events, 'merge');
    expect((await loadQueue(other.store)).due).toEqual([]);
    await updateBank(other.store);
    expect((await loadQueue(other.store)).due.map((entry) => entry.card)).toEqual([redis1]);
    await restoreEvents(other.store, events, 'replace');
    expect((await loadQueue(other.store)).due.map((entry) => entry.card)).toEqual([redis1]);
  });

  it('does not keep new cards of an imported deck from being introduced', async () => {
    const { store, clock } = await openServed();
    await updateBank(store);
    const home = 'anki-1' as HomeId;
    const notes = ['a', 'b', 'c'].map((id) => ({
      ...makeBasicNote(id),
      id: `${home}:${id}` as never,
    }));
    await putHome(store, { home, title: 'Mine', notes: notes.slice(0, 2) });
    for (const card of ['anki-1:a#1', 'anki-1:b#1']) await grade(store, card as CardId, 'easy');
    await putHome(store, { home, title: 'Mine', notes: notes.slice(1) });
    const { fresh, today } = await loadQueue(store);
    expect(fresh.map((entry) => entry.card)).toEqual(['anki-1:c#1']);
    clock.pass(30 * dayMs);
    const { due } = await loadQueue(store);
    expect(due.map((entry) => entry.card)).toEqual(['anki-1:b#1']);
    expect((due[0]?.due as { day: StudyDay }).day).toBeGreaterThan(today);
  });
});
