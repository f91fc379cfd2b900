import { describe, expect, it } from 'vitest';
import { flagCards, suspendCards } from './card-acts.ts';
import { listAllEvents } from './copy.ts';
import { loadQueue } from './load-queue.ts';
import { recordReview } from './record-review.ts';
import { setSettings } from './set-settings.ts';
import type { Store } from './store.ts';
import { grade, listStoredStates, openFollowed, redis1, redis2, replayAll } from './test-acts.ts';
import { makeDeckFiles, makeTestClock, openTestStore } from './test-store.ts';
import { listRedoable, listUndoable, redoAct, undoAct } from './undo.ts';

/** Two tabs over one database. */
async function openTwo() {
  const { store: one } = await openFollowed();
  const clock = makeTestClock(undefined, 5);
  const { store: two } = await openTestStore(makeDeckFiles(), clock, one.db.name);
  return { one, two };
}

function gradeNew(store: Store) {
  const rest = { durationMs: 3000, mode: 'review', expected: null } as const;
  return recordReview(store, { card: redis1, grade: 'good', ...rest });
}

describe('two tabs over one store', () => {
  it('write one review when both grade the same question at once', async () => {
    const { one, two } = await openTwo();
    const results = await Promise.all([gradeNew(one), gradeNew(two)]);
    expect(results.map((result) => result.status).sort()).toEqual(['saved', 'taken']);
    const events = (await listAllEvents(one)).filter((event) => event.kind === 'reviewed');
    expect(events).toHaveLength(1);
    const states = results.map((result) => result.state);
    expect(states[0]).toEqual(states[1]);
  });

  it('order their acts one after another, though their clocks stand still', async () => {
    const { one, two } = await openTwo();
    const acts = await Promise.all(
      [one, two, one, two].map((store, flag) => flagCards(store, { cards: [redis1] }, flag + 1)),
    );
    expect(new Set(acts).size).toBe(4);
    const last = [...acts].sort().at(-1)!;
    const flag = (await listStoredStates(one)).get(redis1)?.marks.flag;
    expect(acts.indexOf(last) + 1).toBe(flag);
    expect(await listStoredStates(one)).toEqual(await replayAll(two));
  });

  it('undo and redo what the other did, in turns', async () => {
    const { one, two } = await openTwo();
    const graded = await grade(one, redis1, 'easy');
    const suspended = await suspendCards(two, { cards: [redis1, redis2] }, true);
    const both = await listStoredStates(one);
    await undoAct(two, graded);
    await undoAct(one, suspended);
    expect((await listUndoable(one)).map(({ act }) => act)).not.toContain(graded);
    expect((await listRedoable(two)).map(({ act }) => act)).toEqual([graded, suspended]);
    await Promise.all([redoAct(one, suspended), redoAct(two, suspended), redoAct(two, graded)]);
    expect(await listStoredStates(two)).toEqual(both);
    expect(await listStoredStates(one)).toEqual(await replayAll(one));
  });

  it('see the settings of the other at once', async () => {
    const { one, two } = await openTwo();
    await setSettings(one, [{ key: 'newPerDay', value: 3 }]);
    await setSettings(two, [{ key: 'reviewsPerDay', value: 9 }]);
    expect((await loadQueue(one)).settings).toMatchObject({ newPerDay: 3, reviewsPerDay: 9 });
    expect((await loadQueue(two)).settings).toMatchObject({ newPerDay: 3, reviewsPerDay: 9 });
  });
});
