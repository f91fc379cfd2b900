import { describe, expect, it } from 'vitest';
import type { CardId, DeckId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { previewIntroduction } from '#src/domain/preview-introduction.ts';
import type { ReviewScope } from '#src/domain/review-scope.ts';
import type { IntroductionSettings } from '#src/domain/settings.ts';
import { suspendCards } from './card-acts.ts';
import { listHeldRoadmaps, listPathChoices, loadIntroduction } from './introductions.ts';
import { loadQueue } from './load-queue.ts';
import { setSettings, type SettingChange } from './set-settings.ts';
import { loadSettings } from './settings.ts';
import type { Store } from './store.ts';
import { dayMs, grade, http1, openFollowed, redis1, redis2, redis3 } from './test-acts.ts';
import { openTestStore } from './test-store.ts';
import { setTopicStatus } from './topic-statuses.ts';
import { undoAct } from './undo.ts';

const backend = 'backend' as RoadmapId;
const deck = 'roadmap:backend' as DeckId;
const http2 = 'cairn:http-2#1' as CardId;
const redisFirst = [redis1, redis2, redis3, http1, http2];

async function freshIn(store: Store, scope?: ReviewScope) {
  return (await loadQueue(store, scope)).fresh.map(({ card }) => card);
}

function set(store: Store, change: Partial<IntroductionSettings>) {
  const changes = Object.entries(change).map(([key, value]) => ({ key, deck, value }));
  return setSettings(store, changes as SettingChange[]);
}

/** Gives the roadmap a learning path that begins with its second section. */
async function addPath({ db }: Store) {
  await db.roadmaps
    .where('id')
    .equals(backend)
    .modify((record) => {
      const path = {
        id: 'web',
        title: 'Web first',
        about: '',
        sections: ['backend/http' as TopicId],
      };
      Object.assign(record.roadmap, { paths: [path] });
    });
}

describe('the queue', () => {
  it('introduces only what is wanted, and asks all that is due', async () => {
    const { store, clock } = await openFollowed();
    await grade(store, redis1, 'easy');
    const act = await set(store, { newSections: ['backend/http' as TopicId] });
    clock.pass(60 * dayMs);
    for (const scope of [undefined, { deck }]) {
      const queue = await loadQueue(store, scope);
      expect(queue.fresh.map(({ card }) => card)).toEqual([http1, http2]);
      expect(queue.due.map(({ card }) => card)).toEqual([redis1]);
      expect(queue.due[0]?.decks).toEqual([deck]);
    }
    expect(await freshIn(store, { topic: 'backend/redis' as TopicId })).toEqual([redis2, redis3]);
    await undoAct(store, act);
    expect(await freshIn(store)).toEqual([redis2, redis3, http1, http2]);
  });

  it('follows a learning path, and the roadmap again when that is undone', async () => {
    const { store } = await openFollowed();
    await addPath(store);
    const act = await set(store, { path: 'web' });
    expect(await freshIn(store)).toEqual([http1, http2, redis1, redis2, redis3]);
    await undoAct(store, act);
    expect(await freshIn(store)).toEqual(redisFirst);
  });

  it('holds a topic’s new cards back until the one before it is steady', async () => {
    const { store, clock } = await openFollowed();
    await set(store, { waitStabilityDays: 8 });
    expect(await freshIn(store)).toEqual([redis1, redis2, redis3]);
    for (const card of [redis1, redis2, redis3]) await grade(store, card, 'good');
    expect(await freshIn(store)).toEqual([]);
    clock.pass(3 * dayMs);
    for (const card of [redis1, redis2, redis3]) await grade(store, card, 'easy');
    expect(await freshIn(store)).toEqual([http1, http2]);
  });

  it('waits for no topic that is suspended or that the learner set as completed', async () => {
    const { store } = await openFollowed();
    await set(store, { waitStabilityDays: 21 });
    const act = await setTopicStatus(store, 'backend/redis/basics' as TopicId, 'completed');
    expect(await freshIn(store)).toEqual(redisFirst);
    await undoAct(store, act);
    await suspendCards(store, { cards: [redis1, redis2, redis3] }, true);
    expect(await freshIn(store)).toEqual([http1, http2]);
  });
});

describe('an order of new cards', () => {
  it('is loaded with its settings, to be previewed', async () => {
    const { store } = await openFollowed();
    await set(store, { skippedKinds: ['learn'] });
    const found = await loadIntroduction(store, backend);
    expect(found?.settings.skippedKinds).toEqual(['learn']);
    expect(found && previewIntroduction(found.input, found.settings)).toMatchObject({
      fresh: 5,
      wanted: 0,
    });
    expect(await loadIntroduction(store, 'cooking' as RoadmapId)).toBeUndefined();
  });

  it('is in force though a version before kept the deck’s settings without it', async () => {
    const { store } = await openFollowed();
    const settings = await loadSettings(store.db);
    const decks = new Map([[deck, { newPerDay: 2, reviewsPerDay: null }]]);
    await store.db.kept.put({ key: 'settings', value: { ...settings, decks } });
    expect((await loadIntroduction(store, backend))?.settings).toMatchObject({
      newPerDay: 2,
      skippedKinds: [],
    });
    expect(await freshIn(store)).toEqual(redisFirst);
  });
});

it('names the followed roadmaps of which nothing new comes, and why', async () => {
  const { store } = await openFollowed();
  expect(await listHeldRoadmaps(store)).toEqual([]);
  await set(store, { waitStabilityDays: 21 });
  expect(await listHeldRoadmaps(store)).toEqual([]);
  for (const card of [redis1, redis2, redis3]) await grade(store, card, 'easy');
  const [waiting, ...others] = await listHeldRoadmaps(store);
  expect(others).toEqual([]);
  expect(waiting).toMatchObject({
    title: 'Backend',
    waiting: 2,
    unwanted: 0,
    wait: { title: 'HTTP basics', predecessor: { title: 'Redis basics' }, neededDays: 21 },
  });
  expect(waiting?.wait?.stabilityDays).toBeCloseTo(8.2956);
  await set(store, { skippedKinds: ['learn'] });
  expect(await listHeldRoadmaps(store)).toEqual([
    { id: backend, title: 'Backend', waiting: 0, unwanted: 2 },
  ]);
});

it('lists the learning paths through followed roadmaps with the one in force', async () => {
  const { store } = await openFollowed();
  expect(await listPathChoices(store)).toEqual([]);
  await addPath(store);
  expect(await listPathChoices(store)).toMatchObject([{ id: backend, path: null }]);
  await set(store, { path: 'web' });
  expect(await listPathChoices(store)).toMatchObject([{ path: 'web', paths: [{ id: 'web' }] }]);
  await set(store, { path: 'gone' });
  expect(await listPathChoices(store)).toMatchObject([{ path: null }]);
});

it('holds nothing on a device without a bank', async () => {
  const { store } = await openTestStore();
  await setSettings(store, [{ key: 'roadmaps', value: [backend] }]);
  await set(store, { waitStabilityDays: 21 });
  expect(await listHeldRoadmaps(store)).toEqual([]);
  expect(await freshIn(store)).toEqual([]);
});
