import { expect, describe, it } from 'vitest';
import type { CardId, StudyDay } from '#src/domain/ids.ts';
import { defaultDeckSettings } from '#src/domain/settings.ts';
import { updateBank } from './bank.ts';
import { CairnDatabase } from './database.ts';
import { dumpDatabase, restoreDump, type DatabaseDump } from './database-dump.ts';
import { loadDeviceSettings } from './device-settings.ts';
import { listEventsAfter } from './event-log.ts';
import version1 from './fixtures/database-v1.json' with { type: 'json' };
import version2 from './fixtures/database-v2.json' with { type: 'json' };
import withDecks from './fixtures/database-v3-decks.json' with { type: 'json' };
import version3 from './fixtures/database-v3.json' with { type: 'json' };
import { loadQueue } from './load-queue.ts';
import { loadMedia } from './media.ts';
import { loadQuestions } from './questions.ts';
import { closeStore } from './store.ts';
import {
  dayMs,
  grade,
  http1,
  listStoredStates,
  redis1,
  redis2,
  redis3,
  replayAll,
  stateOf,
  testDay,
} from './test-acts.ts';
import { spanish, toCard } from './test-decks.ts';
import { makeTestClock, openTestStore, testStart } from './test-store.ts';

/** What each released version wrote of the same past, oldest first. */
const releases: readonly DatabaseDump[] = [version1, version2, version3];
const newest: DatabaseDump = version3;

function toSchema({ version, stores }: DatabaseDump) {
  const entries = Object.entries(stores);
  const declared = entries.map(([name, { keyPath, indexes }]) => [name, { keyPath, indexes }]);
  return { version, stores: Object.fromEntries(declared) as unknown };
}

let opened = 0;

/** Opens a dump as the learner would, 75 days after its first act; no server is there. */
async function openReleased(released: DatabaseDump, name = `released-${(opened += 1)}`) {
  await restoreDump(name, released);
  const clock = makeTestClock((testStart + 75 * dayMs + 3_600_000) as typeof testStart, 9);
  return openTestStore({}, clock, name);
}

describe('the database', () => {
  it('is made as its newest version was released', async () => {
    const db = new CairnDatabase('empty');
    await db.open();
    db.close();
    expect(toSchema(await dumpDatabase('empty'))).toEqual(toSchema(newest));
  });
});

describe('a database with decks brought in, notes of one’s own and edits', () => {
  it('opens as it was left, and goes on', async () => {
    await restoreDump('decks', withDecks);
    const clock = makeTestClock((testStart + 76 * dayMs) as typeof testStart, 11);
    const { store } = await openTestStore({}, clock, 'decks');
    closeStore(store);
    expect(await dumpDatabase('decks')).toEqual(withDecks);
    const { store: again } = await openTestStore({}, clock, 'decks');
    const [own] = (await again.db.homes.toArray()).filter(({ title }) => title === 'My own');
    const cards = [toCard('a'), `${spanish}:b#2`, own!.packs[0]!.cards] as CardId[];
    const [edited, template, written] = await loadQuestions(again, cards);
    expect(edited?.note).toMatchObject({ answer: [['p', null, 'Mine']] });
    expect(edited?.state.schedule?.reps).toBe(2);
    expect(template).toMatchObject({ deck: 'Spanish::Verbs', noteType: { key: '7' } });
    expect(written?.state.schedule?.reps).toBe(1);
    expect((await loadMedia(again, spanish, ['cat.png'])).size).toBe(1);
    expect(await listStoredStates(again)).toEqual(await replayAll(again));
  });
});

describe.each(releases)('version $version of the database', (released) => {
  it('opens with nothing lost, as the newest version keeps it', async () => {
    const name = `left-${released.version}`;
    const { store } = await openReleased(released, name);
    closeStore(store);
    expect(await dumpDatabase(name)).toEqual(newest);
  });

  it('goes on with its device, settings, cards and marks', async () => {
    const { store } = await openReleased(released);
    expect(released.stores.kept?.records).toContainEqual({ key: 'device', value: store.device });
    expect((await loadDeviceSettings(store)).theme).toBe('dark');
    const { settings, limits, today } = await loadQueue(store);
    expect(today).toBe(testDay + 75);
    expect(settings).toMatchObject({ newPerDay: 7, roadmaps: ['backend'] });
    expect([...limits]).toEqual([['roadmap:backend', { ...defaultDeckSettings, newPerDay: 5 }]]);
    expect((await stateOf(store, redis1)).schedule).toMatchObject({ phase: 'relearning', reps: 3 });
    expect((await stateOf(store, redis2)).marks).toMatchObject({ flag: 3 });
    expect((await stateOf(store, redis2)).marks.buriedUntil).toBe(testDay + 76);
    expect((await stateOf(store, redis3)).marks.suspended).toBe(true);
    expect((await stateOf(store, http1)).marks.flag).toBe(2);
    expect((await stateOf(store, 'anki-1:a#1' as CardId)).schedule).toBeUndefined();
    const due = { day: (testDay + 100) as StudyDay };
    expect((await stateOf(store, 'cairn:http-2#1' as CardId)).schedule?.due).toEqual(due);
  });

  it('holds states that follow from its events, rows and packed ones', async () => {
    const { store } = await openReleased(released);
    expect(await store.db.segments.count()).toBeGreaterThan(0);
    expect(await listStoredStates(store)).toEqual(await replayAll(store));
  });

  it('takes reviews on top of what it holds, and keeps its content while offline', async () => {
    const { store } = await openReleased(released);
    await expect(updateBank(store)).rejects.toThrow();
    const before = (await listEventsAfter(store.db, null)).length;
    await grade(store, redis1, 'good');
    expect(await listEventsAfter(store.db, null)).toHaveLength(before + 1);
    expect(await listStoredStates(store)).toEqual(await replayAll(store));
    expect(await loadQuestions(store, [redis1, http1])).toHaveLength(2);
  });
});
