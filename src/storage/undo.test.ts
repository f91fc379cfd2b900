import { describe, expect, it } from 'vitest';
import type { StudyDay } from '#src/domain/ids.ts';
import { newCardState } from '#src/domain/schedule.ts';
import { flagCards, forgetCards, suspendCards } from './card-acts.ts';
import { restoreEvents } from './copy.ts';
import { listEventsAfter, packOldEvents } from './event-log.ts';
import { loadSettings } from './settings.ts';
import { setSettings } from './set-settings.ts';
import type { Store } from './store.ts';
import {
  dayMs,
  grade,
  listStoredStates,
  makeForeign,
  makeUnknown,
  openFollowed,
  redis1,
  redis2,
  replayAll,
  stateOf,
} from './test-acts.ts';
import { listRedoable, listUndoable, redoAct, undoAct } from './undo.ts';

/** Packs everything that may be packed, whatever its age. */
async function packAll({ db }: Store) {
  await packOldEvents(db, 1_000_000 as StudyDay);
  const kinds = (await db.events.toArray()).map((event) => event.kind);
  expect(kinds.filter((kind) => kind !== 'undone' && kind !== 'setting-set')).toEqual([]);
}

describe('undo', () => {
  it('takes back an act of several cards whole', async () => {
    const { store } = await openFollowed();
    const act = await suspendCards(store, { cards: [redis1, redis2] }, true);
    await undoAct(store, act);
    expect((await stateOf(store, redis1)).marks.suspended).toBe(false);
    expect((await stateOf(store, redis2)).marks.suspended).toBe(false);
    await redoAct(store, act);
    expect((await stateOf(store, redis1)).marks.suspended).toBe(true);
    expect((await stateOf(store, redis2)).marks.suspended).toBe(true);
  });

  it('reaches an act whose events were packed, and redo brings it back', async () => {
    const { store } = await openFollowed();
    const first = await grade(store, redis1, 'good');
    const after = await stateOf(store, redis1);
    await packAll(store);
    await undoAct(store, first);
    expect(await stateOf(store, redis1)).toEqual(newCardState);
    await redoAct(store, first);
    expect(await stateOf(store, redis1)).toEqual(after);
  });

  it('follows a chain of undos given by their own acts', async () => {
    const { store } = await openFollowed();
    const act = await flagCards(store, { cards: [redis1] }, 2);
    const flags: number[] = [];
    let last = act;
    for (let turn = 0; turn < 4; turn += 1) {
      last = await undoAct(store, last);
      flags.push((await stateOf(store, redis1)).marks.flag);
    }
    expect(flags).toEqual([0, 2, 0, 2]);
    expect(await listStoredStates(store)).toEqual(await replayAll(store));
  });

  it('undoes one act after another back to the start, and redoes each in turn', async () => {
    const { store, clock } = await openFollowed();
    const states = [await stateOf(store, redis1)];
    const acts = [];
    for (const given of ['good', 'good', 'again', 'easy'] as const) {
      acts.push(await grade(store, redis1, given));
      states.push(await stateOf(store, redis1));
      clock.pass(3 * dayMs);
    }
    for (let index = acts.length - 1; index >= 0; index -= 1) {
      await undoAct(store, acts[index]!);
      expect(await stateOf(store, redis1)).toEqual(states[index]);
    }
    for (const [index, act] of acts.entries()) {
      await redoAct(store, act);
      expect(await stateOf(store, redis1)).toEqual(states[index + 1]);
    }
  });

  it('decides a later review again where an earlier one is undone, as a replay would', async () => {
    const { store, clock } = await openFollowed();
    const first = await grade(store, redis1, 'easy');
    clock.pass(10 * dayMs);
    await grade(store, redis1, 'good');
    await undoAct(store, first);
    const { schedule } = await stateOf(store, redis1);
    expect(schedule).toMatchObject({ phase: 'learning', step: 1, reps: 1 });
    expect(await listStoredStates(store)).toEqual(await replayAll(store));
  });

  it('holds against two undos of one act, and one redo lifts both', async () => {
    const { store } = await openFollowed();
    const act = await flagCards(store, { cards: [redis1] }, 4);
    await undoAct(store, act);
    await undoAct(store, act);
    expect((await stateOf(store, redis1)).marks.flag).toBe(0);
    await redoAct(store, act);
    expect((await stateOf(store, redis1)).marks.flag).toBe(4);
  });

  it('changes nothing when an act that counts is redone, as a second tab may ask', async () => {
    const { store } = await openFollowed();
    const act = await flagCards(store, { cards: [redis1] }, 4);
    await undoAct(store, act);
    await redoAct(store, act);
    const events = await listEventsAfter(store.db, null);
    expect(await redoAct(store, act)).toBeNull();
    expect((await stateOf(store, redis1)).marks.flag).toBe(4);
    expect(await listEventsAfter(store.db, null)).toEqual(events);
  });

  it('takes back an act of another device after a merge', async () => {
    const { store, clock } = await openFollowed();
    const foreign = makeForeign({ kind: 'flagged', subject: redis1, flag: 5 }, clock.now());
    await restoreEvents(store, [foreign], 'merge');
    expect((await stateOf(store, redis1)).marks.flag).toBe(5);
    await undoAct(store, foreign.act);
    expect((await stateOf(store, redis1)).marks.flag).toBe(0);
    await redoAct(store, foreign.act);
    expect((await stateOf(store, redis1)).marks.flag).toBe(5);
  });

  it('takes back a setting, and what is decided from then on follows it', async () => {
    const { store } = await openFollowed();
    const home = 'cairn' as never;
    const act = await setSettings(store, [{ key: 'learningStepsMinutes', home, value: [] }]);
    await undoAct(store, act);
    await grade(store, redis1, 'good');
    expect((await stateOf(store, redis1)).schedule).toMatchObject({ phase: 'learning', step: 1 });
    await redoAct(store, act);
    expect((await loadSettings(store.db)).homes.get(home)?.learningStepsMinutes).toEqual([]);
    expect((await stateOf(store, redis1)).schedule).toMatchObject({ phase: 'learning', step: 1 });
  });

  it('passes over events of kinds and versions it does not know', async () => {
    const { store, clock } = await openFollowed();
    const first = await grade(store, redis1, 'easy');
    const later = { ...makeForeign({ kind: 'forgot', subject: redis1 }, clock.now()), v: 2 };
    await restoreEvents(store, [makeUnknown(redis1, clock.now()), later], 'merge');
    const before = await stateOf(store, redis1);
    expect(before.schedule?.phase).toBe('review');
    const second = await flagCards(store, { cards: [redis1] }, 1);
    await undoAct(store, second);
    expect(await stateOf(store, redis1)).toEqual(before);
    await undoAct(store, first);
    expect(await stateOf(store, redis1)).toEqual(newCardState);
    // Also where an undo came with the copy, which replays every card.
    await restoreEvents(store, [makeUnknown(redis2, clock.now())], 'merge');
    await restoreEvents(
      store,
      [
        {
          ...makeUnknown(first, clock.now() + 1),
          kind: 'undone',
        },
      ],
      'merge',
    );
    expect(await stateOf(store, redis2)).toEqual(newCardState);
  });
});

describe('what can be undone', () => {
  it('lists the acts of the last two study days that count, oldest first, of this device', async () => {
    const { store, clock } = await openFollowed();
    await flagCards(store, { cards: [redis1] }, 1);
    clock.pass(2 * dayMs);
    const yesterday = await flagCards(store, { cards: [redis1] }, 2);
    clock.pass(dayMs);
    const undone = await flagCards(store, { cards: [redis1] }, 3);
    const today = await flagCards(store, { cards: [redis1] }, 4);
    await undoAct(store, undone);
    const foreign = makeForeign({ kind: 'forgot', subject: redis1 }, clock.now());
    await restoreEvents(store, [foreign], 'merge');
    expect((await listUndoable(store)).map(({ act }) => act)).toEqual([yesterday, today]);
    expect((await listRedoable(store)).map(({ act }) => act)).toEqual([undone]);
  });

  it('narrows to a sitting', async () => {
    const { store } = await openFollowed();
    const sitting = 'evening' as never;
    await flagCards(store, { cards: [redis1] }, 1);
    const act = await flagCards(store, { cards: [redis1], sitting }, 2);
    expect((await listUndoable(store, sitting)).map((each) => each.act)).toEqual([act]);
    await undoAct(store, act, sitting);
    expect(await listUndoable(store, sitting)).toEqual([]);
    expect((await listRedoable(store, sitting)).map((each) => each.act)).toEqual([act]);
  });

  it('is not hidden by a device whose clock runs a year ahead', async () => {
    const { store, clock } = await openFollowed();
    const setting = (await listUndoable(store)).map(({ act }) => act);
    const act = await flagCards(store, { cards: [redis1] }, 1);
    const ahead = makeForeign({ kind: 'forgot', subject: redis2 }, clock.now() + 365 * dayMs);
    await restoreEvents(store, [ahead], 'merge');
    const next = await forgetCards(store, { cards: [redis2] });
    expect((await listUndoable(store)).map((each) => each.act)).toEqual([...setting, act, next]);
  });

  it('is not lost, and keeps its order, when the clock is set back some days', async () => {
    const { store, clock } = await openFollowed();
    const first = await flagCards(store, { cards: [redis1] }, 1);
    clock.pass(-1 * dayMs);
    const second = await flagCards(store, { cards: [redis1] }, 2);
    expect((await listUndoable(store)).map(({ act }) => act).slice(-2)).toEqual([first, second]);
    clock.pass(-20 * dayMs);
    expect((await listUndoable(store)).map(({ act }) => act)).toContain(second);
  });
});
