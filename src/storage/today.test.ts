import { describe, expect, it } from 'vitest';
import type { RoadmapId } from '#src/domain/ids.ts';
import { flagCards, suspendCards } from './card-acts.ts';
import { packOldEvents } from './event-log.ts';
import { loadForecast, loadRoadmap, loadStrips } from './overview.ts';
import { recordReview } from './record-review.ts';
import { setSettings } from './set-settings.ts';
import { dayMs, grade, http1, openFollowed, redis1, redis2, redis3, testDay } from './test-acts.ts';
import { openTestBank, openTestStore } from './test-store.ts';
import { hasBegun, listValidDayEvents, loadDay } from './today.ts';
import { undoAct } from './undo.ts';

const backend = 'backend' as RoadmapId;

describe('the day in numbers', () => {
  it('counts what waits, what is done and what was forgotten', async () => {
    const { store, clock } = await openFollowed();
    await grade(store, redis1, 'easy');
    await grade(store, redis2, 'easy');
    clock.pass(60 * dayMs);
    await grade(store, redis1, 'again');
    await grade(store, redis3, 'good');
    const undone = await grade(store, http1, 'again');
    await undoAct(store, undone);
    expect(await loadDay(store)).toMatchObject({
      today: testDay + 60,
      counts: { new: 2, learning: 2, review: 1 },
      nextStep: clock.now() + 600_000,
      backlog: 3,
      overdue: 1,
      fresh: 2,
      done: { cards: 2, ms: 8000 },
      forgotten: 1,
    });
  });

  it('is all zeros on an empty device', async () => {
    const { store } = await openTestStore();
    expect(await loadDay(store)).toMatchObject({
      counts: { new: 0, learning: 0, review: 0 },
      nextStep: null,
      backlog: 0,
      done: { cards: 0, ms: 0 },
    });
    expect(await loadForecast(store, 3)).toEqual([0, 0, 0]);
    expect(await loadStrips(store)).toEqual([]);
  });

  it('takes no time off for an answer that the device timed backwards', async () => {
    const { store } = await openFollowed();
    const answer = { card: redis1, grade: 'good', mode: 'review', expected: null } as const;
    const result = await recordReview(store, { ...answer, durationMs: -40_000 });
    expect(result).toMatchObject({ status: 'saved', event: { durationMs: 0 } });
  });

  it('names the valid events of a day', async () => {
    const { store } = await openFollowed();
    const act = await flagCards(store, { cards: [redis1] }, 1);
    await grade(store, redis1, 'good');
    await undoAct(store, act);
    const kinds = (await listValidDayEvents(store, testDay)).map((event) => event.kind);
    expect(kinds).toEqual(['setting-set', 'reviewed']);
  });

  it('spreads the coming days by due day, the overdue on the first', async () => {
    const { store, clock } = await openFollowed();
    await grade(store, redis1, 'easy');
    await grade(store, redis2, 'good');
    await suspendCards(store, { cards: [redis3] }, true);
    const forecast = await loadForecast(store, 30);
    expect(forecast[0]).toBe(1);
    expect(forecast.reduce((sum, count) => sum + count)).toBe(2);
    clock.pass(90 * dayMs);
    expect(await loadForecast(store, 2)).toEqual([2, 0]);
  });
});

describe('the roadmap in numbers', () => {
  it('sums up each section, each topic and the whole', async () => {
    const { store } = await openFollowed();
    await grade(store, redis1, 'easy');
    await suspendCards(store, { cards: [redis2] }, true);
    const found = await loadRoadmap(store, backend);
    const started = { started: 1, suspended: 1, known: 1 };
    expect(found?.whole).toMatchObject({ cards: 5, ...started });
    const byId = Object.fromEntries(found?.progress ?? []);
    expect(byId['backend/redis']).toMatchObject({ cards: 3, ...started });
    expect(byId['backend/redis/basics']).toMatchObject({ cards: 3, ...started });
    expect(byId['backend/http']).toMatchObject({ cards: 2, started: 0, known: 0 });
    const [strip] = await loadStrips(store);
    expect(strip?.whole).toEqual(found?.whole);
    expect(strip?.sections.map((section) => section.title)).toEqual(['Redis', 'HTTP']);
  });

  it('is undefined where the bank has no such roadmap, and strips pass over it', async () => {
    const { store } = await openTestBank();
    expect(await loadRoadmap(store, 'none' as RoadmapId)).toBeUndefined();
    await setSettings(store, [{ key: 'roadmaps', value: ['none' as RoadmapId, backend] }]);
    expect((await loadStrips(store)).map((strip) => strip.id)).toEqual([backend]);
  });
});

describe('the first run', () => {
  it('lasts until a roadmap is followed or a card was touched', async () => {
    const { store } = await openTestBank();
    expect(await hasBegun(store)).toBe(false);
    await setSettings(store, [{ key: 'newPerDay', value: 3 }]);
    expect(await hasBegun(store)).toBe(false);
    const act = await setSettings(store, [{ key: 'roadmaps', value: [backend] }]);
    expect(await hasBegun(store)).toBe(true);
    await undoAct(store, act);
    expect(await hasBegun(store)).toBe(false);
    await grade(store, redis1, 'good');
    expect(await hasBegun(store)).toBe(true);
    await packOldEvents(store.db, (testDay + 1000) as never);
    expect(await hasBegun(store)).toBe(true);
  });

  it('is over whatever the home of the touched card is called', async () => {
    const { store } = await openTestBank();
    await flagCards(store, { cards: ['zeta:x#1' as never] }, 1);
    expect(await hasBegun(store)).toBe(true);
  });
});
