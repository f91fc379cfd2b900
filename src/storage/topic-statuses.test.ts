import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grades } from '#src/domain/event.ts';
import type { ActId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { forgetCards } from './card-acts.ts';
import { packOldEvents } from './event-log.ts';
import { setSettings } from './set-settings.ts';
import type { Store } from './store.ts';
import { dayMs, grade, http1, openFollowed, redis1, redis2, redis3, testDay } from './test-acts.ts';
import {
  loadDatedStatuses,
  loadStatuses,
  loadTopicStatus,
  setTopicStatus,
} from './topic-statuses.ts';
import { redoAct, undoAct } from './undo.ts';

const backend = 'backend' as RoadmapId;
const redis = 'backend/redis/basics' as TopicId;
const redisSection = 'backend/redis' as TopicId;
const nowhere = 'cooking/soup' as TopicId;
const notStarted = { status: 'not-started', started: null, finished: null };

async function statusOf(store: Store, topic = redis) {
  const found = await loadTopicStatus(store, topic);
  return found && { status: found.status, started: found.started, finished: found.finished };
}

describe('a topic’s status', () => {
  it('follows its cards from the first review to the day all of them are steady', async () => {
    const { store, clock } = await openFollowed();
    expect(await statusOf(store)).toEqual(notStarted);
    await grade(store, redis1, 'easy');
    expect(await statusOf(store)).toEqual({
      ...notStarted,
      status: 'in-progress',
      started: testDay,
    });
    await setSettings(store, [{ key: 'completedStabilityDays', value: 400 }]);
    clock.pass(9 * dayMs);
    for (const card of [redis1, redis2, redis3]) await grade(store, card, 'easy');
    expect((await loadStatuses(store, backend)).get(redis)).toBe('in-progress');
    await setSettings(store, [{ key: 'completedStabilityDays', value: 8 }]);
    const done = { status: 'completed', started: testDay, finished: testDay + 9 };
    expect(await statusOf(store)).toEqual(done);
    expect(await statusOf(store, redisSection)).toEqual(done);
    expect((await loadStatuses(store, backend)).get(redisSection)).toBe('completed');
    await forgetCards(store, { cards: [redis1] });
    expect(await statusOf(store)).toEqual({
      status: 'in-progress',
      started: testDay + 9,
      finished: null,
    });
  });

  it('is what was set by hand, until that is undone or given back to the cards', async () => {
    const { store, clock } = await openFollowed();
    await setTopicStatus(store, redis, 'in-progress');
    clock.pass(2 * dayMs);
    const act = await setTopicStatus(store, redis, 'completed');
    const done = { status: 'completed', started: testDay, finished: testDay + 2 };
    expect(await statusOf(store)).toEqual(done);
    expect(await loadTopicStatus(store, redis)).toMatchObject({
      hand: 'completed',
      derived: notStarted,
      hasCards: true,
      canSet: true,
    });
    expect(await loadTopicStatus(store, redisSection)).toMatchObject({ hand: null, canSet: false });
    await undoAct(store, act);
    expect((await statusOf(store))?.status).toBe('in-progress');
    await redoAct(store, act);
    clock.pass(90 * dayMs);
    await packOldEvents(store.db, (testDay + 60) as typeof testDay);
    expect(await statusOf(store)).toEqual(done);
    expect((await loadStatuses(store, backend)).get(redis)).toBe('completed');
    await setTopicStatus(store, redis, null);
    expect(await statusOf(store)).toEqual(notStarted);
  });

  it('is none where the bank does not know the topic', async () => {
    const { store } = await openFollowed();
    expect(await loadTopicStatus(store, nowhere)).toBeUndefined();
    expect(await loadTopicStatus(store, 'backend/soup' as TopicId)).toBeUndefined();
    expect(await loadDatedStatuses(store, 'cooking' as RoadmapId)).toBeUndefined();
    expect((await loadStatuses(store, 'cooking' as RoadmapId)).size).toBe(0);
  });
});

it('is the same from stored states and from the events, whatever was done and undone', async () => {
  const cards = [redis1, redis2, redis3, http1];
  const move = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        card: fc.constantFrom(...cards),
        grade: fc.constantFrom(...grades),
        days: fc.nat(40),
      }),
    },
    { weight: 1, arbitrary: fc.record({ forget: fc.constantFrom(...cards) }) },
    { weight: 2, arbitrary: fc.record({ undo: fc.nat(9) }) },
    {
      weight: 1,
      arbitrary: fc.record({ set: fc.constantFrom('in-progress', 'completed', null) }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 14 }), async (moves) => {
      const { store, clock } = await openFollowed();
      const acts: ActId[] = [];
      for (const each of moves) {
        if ('grade' in each) {
          clock.pass(each.days * dayMs);
          acts.push(await grade(store, each.card, each.grade));
        } else if ('forget' in each) acts.push(await forgetCards(store, { cards: [each.forget] }));
        else if ('set' in each) acts.push(await setTopicStatus(store, redis, each.set));
        else {
          const act = acts[each.undo];
          if (act !== undefined) acts.push(await undoAct(store, act));
        }
      }
      const shown = await loadStatuses(store, backend);
      const replayed = (await loadDatedStatuses(store, backend))?.statuses ?? new Map();
      expect(new Map([...replayed].map(([id, { status }]) => [id, status]))).toEqual(shown);
      for (const id of shown.keys()) {
        expect(await statusOf(store, id)).toEqual(replayed.get(id));
      }
    }),
    { numRuns: 15 },
  );
}, 30_000);
