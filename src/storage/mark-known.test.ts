import { expect, it } from 'vitest';
import type { CardId } from '#src/domain/ids.ts';
import { suspendCards } from './card-acts.ts';
import { loadForecast } from './overview.ts';
import { markKnown } from './mark-known.ts';
import { grade, openFollowed, redis1, redis2, redis3, replayAll, stateOf } from './test-acts.ts';
import { makeBasicNote, openTestBank } from './test-store.ts';
import { undoAct } from './undo.ts';

it('gives new cards a first schedule, leaves the others as they are, and undoes all of it', async () => {
  const { store } = await openFollowed();
  await grade(store, redis1, 'good');
  await suspendCards(store, { cards: [redis2] }, true);
  const before = await stateOf(store, redis1);
  const marked = await markKnown(store, [redis1, redis2, redis3]);
  expect(marked?.cards).toBe(1);
  expect(await stateOf(store, redis1)).toEqual(before);
  expect((await stateOf(store, redis2)).schedule).toBeUndefined();
  const known = await stateOf(store, redis3);
  expect(known.schedule).toMatchObject({ phase: 'review', reps: 0 });
  expect((await replayAll(store)).get(redis3)).toEqual(known);
  await undoAct(store, marked!.act);
  expect((await stateOf(store, redis3)).schedule).toBeUndefined();
});

it('levels the days on which they come back, and minds what comes due anyway', async () => {
  const notes = Array.from({ length: 18 }, (_, index) => makeBasicNote(`note-${index}`));
  const { store } = await openTestBank({ Redis: notes });
  const cards = notes.map(({ id }) => `${id}#1` as CardId);
  await markKnown(store, cards.slice(0, 9));
  await markKnown(store, cards.slice(9));
  const forecast = await loadForecast(store, 30);
  expect(forecast.reduce((sum, count) => sum + count, 0)).toBe(18);
  expect(forecast[0]).toBe(0);
  expect(Math.max(...forecast)).toBeLessThanOrEqual(3);
});

it('writes nothing where no card is new', async () => {
  const { store } = await openFollowed();
  await grade(store, redis1, 'good');
  const events = await store.db.events.count();
  expect(await markKnown(store, [redis1])).toBeNull();
  expect(await store.db.events.count()).toBe(events);
});
