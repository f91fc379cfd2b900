import { describe, expect, it } from 'vitest';
import type { CardId } from '#src/domain/ids.ts';
import { defaultParameters } from '#src/domain/settings.ts';
import { flagCards, setDue } from './card-acts.ts';
import { findEntries, settleStaleMemory, toStamp } from './schedules.ts';
import { loadReplayContext } from './settings.ts';
import { setSettings } from './set-settings.ts';
import type { Store } from './store.ts';
import {
  dayMs,
  grade,
  listStoredStates,
  openFollowed,
  redis1,
  redis2,
  redis3,
  replayAll,
  stateOf,
  testDay,
} from './test-acts.ts';

const otherParameters = defaultParameters.map((weight, index) => (index < 4 ? weight * 2 : weight));

/** Three cards with a past, then other parameters. */
async function openChanged() {
  const { store, clock } = await openFollowed();
  for (const card of [redis1, redis2, redis3]) await grade(store, card, 'easy');
  clock.pass(12 * dayMs);
  await grade(store, redis1, 'good');
  const before = await listStoredStates(store);
  await setSettings(store, [{ key: 'parameters', value: otherParameters }]);
  return { store, clock, before };
}

async function stampOf({ db }: Store, card: CardId) {
  return (await findEntries(db, [card])).get(card)?.stamp;
}

describe('memory after a change of parameters', () => {
  it('is computed anew when read, and no due date moves', async () => {
    const { store, before } = await openChanged();
    const replayed = await replayAll(store);
    for (const card of [redis1, redis2, redis3]) {
      const state = await stateOf(store, card);
      expect(state).toEqual(replayed.get(card));
      expect(state.schedule?.due).toEqual(before.get(card)?.schedule?.due);
      expect(state.schedule?.stability).not.toBe(before.get(card)?.schedule?.stability);
    }
    expect(await listStoredStates(store)).toEqual(before);
  });

  it('is settled in the store by upkeep, once', async () => {
    const { store } = await openChanged();
    const { context } = await loadReplayContext(store.db);
    await settleStaleMemory(store.db, context);
    expect(await listStoredStates(store)).toEqual(await replayAll(store));
    for (const card of [redis1, redis2, redis3]) {
      expect(await stampOf(store, card)).toBe(toStamp(otherParameters));
    }
    const blocks = await store.db.schedules.toArray();
    await settleStaleMemory(store.db, context);
    expect(await store.db.schedules.toArray()).toEqual(blocks);
  });

  it('is what the next review is decided on, as a replay would', async () => {
    const { store, clock } = await openChanged();
    clock.pass(5 * dayMs);
    await grade(store, redis1, 'hard');
    expect(await stateOf(store, redis1)).toEqual((await replayAll(store)).get(redis1));
    expect(await stampOf(store, redis1)).toBe(toStamp(otherParameters));
    expect(await stampOf(store, redis2)).toBe(toStamp(defaultParameters));
  });

  it('stays marked as old where only a mark or a due day was set', async () => {
    const { store } = await openChanged();
    await flagCards(store, { cards: [redis2] }, 1);
    await setDue(store, [{ card: redis3, day: (testDay + 40) as never }]);
    expect(await stampOf(store, redis2)).toBe(toStamp(defaultParameters));
    const replayed = await replayAll(store);
    for (const card of [redis2, redis3]) {
      expect(await stateOf(store, card)).toEqual(replayed.get(card));
    }
  });
});

describe('settings that decide only what comes', () => {
  it.each([
    { key: 'rolloverMinutes', value: 0 },
    { key: 'learningStepsMinutes', home: 'cairn' as never, value: [30] },
    { key: 'relearningStepsMinutes', home: 'cairn' as never, value: [] },
    { key: 'desiredRetention', home: 'cairn' as never, value: 0.75 },
    { key: 'maximumIntervalDays', home: 'cairn' as never, value: 2 },
  ] as const)('move nothing that was decided: $key', async (change) => {
    const { store } = await openFollowed();
    await grade(store, redis1, 'easy');
    await grade(store, redis2, 'again');
    const before = await listStoredStates(store);
    await setSettings(store, [change]);
    expect(await replayAll(store)).toEqual(before);
    for (const card of [redis1, redis2]) {
      expect(await stateOf(store, card)).toEqual(before.get(card));
    }
  });
});
