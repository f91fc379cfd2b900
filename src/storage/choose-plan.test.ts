import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeckId, RoadmapId, StudyDay, TopicId } from '#src/domain/ids.ts';
import type { PlanForecast } from '#src/domain/plan/plan-forecast.ts';
import type { PlanGround } from '#src/domain/plan/plan-ground.ts';
import type { PlanRequest } from '#src/domain/plan/plan-request.ts';
import { runForecast } from '#src/domain/plan/run-forecast.ts';
import { buildQueue } from '#src/domain/queue.ts';
import { finish } from '#src/domain/testing/plan-ground.ts';
import { suspendCards } from './card-acts.ts';
import { bringForwardExtras, choosePlan, findPlanAct } from './choose-plan.ts';
import { listAllEvents } from './copy.ts';
import { loadPlanGround } from './load-plan-ground.ts';
import { loadQueue } from './load-queue.ts';
import { listPlansInForce } from './plans-in-force.ts';
import { setSettings } from './set-settings.ts';
import { loadSettings } from './settings.ts';
import type { Store } from './store.ts';
import {
  dayMs,
  grade,
  http1,
  listStoredStates,
  openFollowed,
  redis1,
  redis2,
  redis3,
  replayAll,
  testDay,
} from './test-acts.ts';
import { openTestBank } from './test-store.ts';
import { undoAct } from './undo.ts';

const backend = 'backend' as RoadmapId;
const deck = 'roadmap:backend' as DeckId;
const base = { mandatoryOnly: false, minutes: null, reviewsPerDay: null };

async function prepare(store: Store, request: PlanRequest) {
  const ground = await loadPlanGround(store, backend);
  if (ground === undefined) throw new Error('There is no roadmap.');
  const forecast = finish(runForecast(ground, request));
  if (forecast === undefined) throw new Error('There is no forecast.');
  return { ground, forecast } satisfies { ground: PlanGround; forecast: PlanForecast };
}

async function choose(store: Store, request: PlanRequest) {
  const { ground, forecast } = await prepare(store, request);
  return choosePlan(store, ground, forecast);
}

const interview = (days: number): PlanRequest => ({
  ...base,
  kind: 'interview',
  until: (testDay + days) as StudyDay,
  sections: ['backend/redis' as TopicId],
  recall: 0.95,
});

describe('what a plan is made from', () => {
  it('is the roadmap’s cards with what the learner did of them', async () => {
    const { store } = await openFollowed();
    await grade(store, redis1, 'good');
    await suspendCards(store, { cards: [redis2] }, true);
    const ground = await loadPlanGround(store, backend);
    expect(ground?.deck).toBe(deck);
    expect(ground?.study.studied.map(({ card, decks }) => [card, decks])).toEqual([
      [redis1, [deck]],
    ]);
    expect(ground?.study.fresh.map(({ card }) => card)).toEqual([redis3, http1, 'cairn:http-2#1']);
    expect(ground?.study.tally.newByDeck.get(deck)).toBe(1);
    expect(ground?.study.truth).toEqual(ground?.study.settings.learner.parameters);
    expect(await loadPlanGround(store, 'cooking' as RoadmapId)).toBeUndefined();
  });

  it('is as if the roadmap were followed', async () => {
    const { store } = await openTestBank();
    const ground = await loadPlanGround(store, backend);
    expect(ground?.study.settings.learner.roadmaps).toEqual([backend]);
    expect(ground?.study.fresh).toHaveLength(5);
    expect((await loadSettings(store.db)).learner.roadmaps).toEqual([]);
  });
});

describe('choosing a plan', () => {
  it('sets the limits that the queue follows, and undo takes them back', async () => {
    const { store } = await openFollowed();
    const count = async () => buildQueue(await loadQueue(store)).cards.length;
    expect(await count()).toBe(5);
    const until = (testDay + 2) as StudyDay;
    const act = await choose(store, { ...base, kind: 'finish', until });
    expect(await count()).toBe(2);
    const [inForce] = await listPlansInForce(store);
    expect(inForce).toMatchObject({
      roadmap: 'backend',
      title: 'Backend',
      plan: { kind: 'finish', start: testDay, until, newPerDay: 2, cards: 5, started: 0 },
      progress: { day: 1, days: 3, introduced: 0, behind: 0 },
    });
    await undoAct(store, act);
    expect(await count()).toBe(5);
    expect(await listPlansInForce(store)).toEqual([]);
  });

  it('lets come only what the plan takes in, whatever was chosen or waited before', async () => {
    const { store } = await openFollowed();
    const fresh = async () => (await loadQueue(store)).fresh.map(({ card }) => card);
    const http = ['backend/http' as TopicId];
    await setSettings(store, [
      { key: 'newSections', deck, value: http },
      { key: 'waitStabilityDays', deck, value: 5 },
    ]);
    expect(await fresh()).toEqual([http1, 'cairn:http-2#1']);
    const act = await choose(store, interview(20));
    expect(await fresh()).toEqual([redis1, redis2, redis3]);
    await undoAct(store, act);
    expect(await fresh()).toEqual([http1, 'cairn:http-2#1']);
    await choose(store, { ...base, kind: 'pace', newPerDay: 30 });
    expect(await fresh()).toHaveLength(5);
    const nothing = await choose(store, {
      ...{ ...base, kind: 'pace', newPerDay: 30 },
      mandatoryOnly: true,
    });
    expect(await fresh()).toEqual([]);
    await undoAct(store, nothing);
    expect(await fresh()).toHaveLength(5);
  });

  it('follows a roadmap not yet followed', async () => {
    const { store } = await openTestBank();
    await choose(store, { ...base, kind: 'pace', newPerDay: 30 });
    const { learner, decks } = await loadSettings(store.db);
    expect(learner).toMatchObject({ roadmaps: [backend], newPerDay: 30 });
    expect(decks.get(deck)).toMatchObject({ newPerDay: 30, plan: { kind: 'pace' } });
  });

  it('says day by day how far it has come', async () => {
    const { store, clock } = await openFollowed();
    await grade(store, http1, 'good');
    await choose(store, { ...base, kind: 'finish', until: (testDay + 3) as StudyDay });
    clock.pass(2 * dayMs);
    await grade(store, redis1, 'good');
    const [inForce] = await listPlansInForce(store);
    expect(inForce?.plan).toMatchObject({ cards: 4, started: 1, newPerDay: 2 });
    expect(inForce?.progress).toMatchObject({ day: 3, days: 4, introduced: 1, behind: 3 });
  });

  it('brings forward what an interview asks for next, and undo puts it back', async () => {
    const { store, clock } = await openFollowed();
    await grade(store, redis1, 'easy');
    clock.pass(9 * dayMs);
    await grade(store, redis1, 'easy');
    const before = await listStoredStates(store);
    const { ground, forecast } = await prepare(store, interview(40));
    const next = forecast.interview?.extras.filter(({ isNext }) => isNext) ?? [];
    expect(next.map(({ card }) => card)).toEqual([redis1]);
    const act = await choosePlan(store, ground, forecast);
    const after = await listStoredStates(store);
    expect(after.get(redis1)?.schedule?.due).toEqual({ day: next[0]?.day });
    expect(await replayAll(store)).toEqual(after);
    await undoAct(store, act);
    expect(await listStoredStates(store)).toEqual(before);
  });

  it('leaves a card its day that was reviewed since the forecast', async () => {
    const { store, clock } = await openFollowed();
    await grade(store, redis1, 'easy');
    clock.pass(9 * dayMs);
    await grade(store, redis1, 'easy');
    const { ground, forecast } = await prepare(store, interview(40));
    await grade(store, redis1, 'again');
    const due = (await listStoredStates(store)).get(redis1)?.schedule?.due;
    await choosePlan(store, ground, forecast);
    expect((await listStoredStates(store)).get(redis1)?.schedule?.due).toEqual(due);
    expect(await bringForwardExtras(store, ground, forecast)).toBeNull();
  });

  it('brings forward later what became next by then', async () => {
    const { store, clock } = await openFollowed();
    await choose(store, interview(40));
    await grade(store, redis1, 'easy');
    clock.pass(9 * dayMs);
    await grade(store, redis1, 'easy');
    const { ground, forecast } = await prepare(store, interview(40));
    const act = await bringForwardExtras(store, ground, forecast);
    expect(act).not.toBeNull();
    const due = (await listStoredStates(store)).get(redis1)?.schedule?.due;
    expect(due).toEqual({ day: forecast.interview?.extras.find(({ isNext }) => isNext)?.day });
  });

  it('can be found to be undone after a reload', async () => {
    const { store } = await openFollowed();
    expect(await findPlanAct(store, deck)).toBeUndefined();
    const act = await choose(store, { ...base, kind: 'pace', newPerDay: 2 });
    await setSettings(store, [{ key: 'newPerDay', value: 7 }]);
    expect(await findPlanAct(store, deck)).toBe(act);
    expect(await findPlanAct(store, 'roadmap:other' as DeckId)).toBeUndefined();
  });

  it('is undone exactly, whatever was asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('pace' as const, 'finish' as const, 'interview' as const),
        fc.integer({ min: 1, max: 40 }),
        fc.option(fc.integer({ min: 201, max: 400 })),
        fc.subarray([redis1, redis2, redis3]),
        async (kind, number, reviewsPerDay, graded) => {
          const { store, clock } = await openFollowed();
          for (const card of graded) await grade(store, card, 'easy');
          clock.pass(number * dayMs);
          const until = (testDay + 2 * number) as StudyDay;
          const more = { ...base, reviewsPerDay };
          const request: PlanRequest =
            kind === 'pace'
              ? { ...more, kind, newPerDay: number }
              : kind === 'finish'
                ? { ...more, kind, until }
                : { ...interview(2 * number), reviewsPerDay };
          const settings = await loadSettings(store.db);
          const states = await listStoredStates(store);
          const act = await choose(store, request);
          const events = await listAllEvents(store);
          expect(events.filter((event) => event.act === act).length).toBeGreaterThan(0);
          await undoAct(store, act);
          expect(await loadSettings(store.db)).toEqual(settings);
          expect(await listStoredStates(store)).toEqual(states);
        },
      ),
      { numRuns: 15 },
    );
  });
});
