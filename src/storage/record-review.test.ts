import { describe, expect, it } from 'vitest';
import type { CardId, StudyDay } from '#src/domain/ids.ts';
import { buildQueue } from '#src/domain/queue.ts';
import { buryCards, flagCards, forgetCards, setDue, suspendCards } from './card-acts.ts';
import { listAllEvents } from './copy.ts';
import { loadQueue } from './load-queue.ts';
import { loadQuestions } from './questions.ts';
import { recordReview } from './record-review.ts';
import { setSettings } from './set-settings.ts';
import { StorageError } from './storage-error.ts';
import type { Store } from './store.ts';
import { openTestBank } from './test-store.ts';
import { listRedoable, listUndoable, redoAct, undoAct } from './undo.ts';

const redis1 = 'cairn:redis-1#1' as CardId;
const redis2 = 'cairn:redis-2#1' as CardId;

async function openFollowed() {
  const opened = await openTestBank();
  await setSettings(opened.store, [{ key: 'roadmaps', value: ['backend' as never] }]);
  return opened;
}

async function stateOf(store: Store, card: CardId) {
  const [question] = await loadQuestions(store, [card]);
  if (question === undefined) throw new Error(`no question for ${card}`);
  return question.state;
}

async function grade(store: Store, card: CardId, given: 'again' | 'good' | 'easy') {
  const { last } = await stateOf(store, card);
  return recordReview(store, {
    card,
    grade: given,
    durationMs: 4000,
    mode: 'review',
    expected: last,
  });
}

async function askedCards(store: Store) {
  const { cards } = buildQueue(await loadQueue(store));
  return cards.map((entry) => entry.card);
}

describe('recording a review', () => {
  it('logs the review and moves the schedule with it', async () => {
    const { store } = await openFollowed();
    const result = await grade(store, redis1, 'good');
    expect(result.status).toBe('saved');
    const state = await stateOf(store, redis1);
    expect(state.schedule).toMatchObject({ phase: 'learning', step: 1, reps: 1 });
    const events = await listAllEvents(store);
    expect(events.map((event) => event.kind)).toEqual(['setting-set', 'reviewed']);
    expect(events.at(-1)?.id).toBe(state.last);
  });

  it('writes nothing when another tab graded the card first', async () => {
    const { store } = await openFollowed();
    await grade(store, redis1, 'good');
    const late = await recordReview(store, {
      card: redis1,
      grade: 'again',
      durationMs: 4000,
      mode: 'review',
      expected: null,
    });
    expect(late.status).toBe('taken');
    expect(await listAllEvents(store)).toHaveLength(2);
  });

  it('leaves neither event nor schedule behind when the schedule cannot be written', async () => {
    const { store } = await openFollowed();
    store.db.schedules.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const failure = await grade(store, redis1, 'good').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StorageError);
    expect((failure as StorageError).trouble).toBe('full');
    expect(await listAllEvents(store)).toHaveLength(1);
    expect(await store.db.schedules.count()).toBe(0);
  });

  it('shows a graded card no more today, and its next step when that is due', async () => {
    const { store } = await openFollowed();
    await grade(store, redis1, 'easy');
    await grade(store, redis2, 'again');
    expect(await askedCards(store)).not.toContain(redis1);
    const { steps } = buildQueue(await loadQueue(store));
    expect(steps.map((step) => step.card.card)).toEqual([redis2]);
  });

  it('counts what was introduced today against the limit', async () => {
    const { store } = await openFollowed();
    await setSettings(store, [{ key: 'newPerDay', value: 3 }]);
    expect(await askedCards(store)).toHaveLength(3);
    await grade(store, redis1, 'easy');
    expect(await askedCards(store)).toHaveLength(2);
  });
});

describe('undo', () => {
  it('takes a review back exactly, and redo brings it back exactly', async () => {
    const { store, clock } = await openFollowed();
    await grade(store, redis1, 'good');
    clock.pass(600_000);
    const before = await stateOf(store, redis1);
    const result = await grade(store, redis1, 'good');
    const after = await stateOf(store, redis1);
    const act = result.status === 'saved' ? result.event.act : ('' as never);
    await undoAct(store, act);
    expect(await stateOf(store, redis1)).toEqual(before);
    expect((await listRedoable(store)).map((each) => each.act)).toEqual([act]);
    await redoAct(store, act);
    expect(await stateOf(store, redis1)).toEqual(after);
    expect((await listUndoable(store)).map((each) => each.act)).toContain(act);
  });

  it('takes back a setting', async () => {
    const { store } = await openFollowed();
    const act = await setSettings(store, [{ key: 'newPerDay', value: 1 }]);
    await undoAct(store, act);
    expect((await loadQueue(store)).settings.newPerDay).toBe(20);
  });

  it('makes a card new again when its only review is undone', async () => {
    const { store } = await openFollowed();
    const result = await grade(store, redis1, 'good');
    if (result.status === 'saved') await undoAct(store, result.event.act);
    expect(await stateOf(store, redis1)).toEqual({
      last: null,
      marks: { suspended: false, buriedUntil: null, flag: 0 },
    });
    expect(await askedCards(store)).toContain(redis1);
    expect((await loadQueue(store)).tally.new).toBe(0);
  });
});

describe('acts on cards', () => {
  it('suspends and brings back without touching the schedule', async () => {
    const { store } = await openFollowed();
    await grade(store, redis1, 'easy');
    const { schedule } = await stateOf(store, redis1);
    await suspendCards(store, { cards: [redis1, redis2] }, true);
    expect(await askedCards(store)).not.toContain(redis2);
    await suspendCards(store, { cards: [redis1, redis2] }, false);
    expect((await stateOf(store, redis1)).schedule).toEqual(schedule);
    expect(await askedCards(store)).toContain(redis2);
  });

  it('buries until the next study day', async () => {
    const { store, clock } = await openFollowed();
    await buryCards(store, { cards: [redis2] });
    expect(await askedCards(store)).not.toContain(redis2);
    clock.pass(86_400_000);
    expect(await askedCards(store)).toContain(redis2);
  });

  it('sets a due day, forgets, and flags', async () => {
    const { store } = await openFollowed();
    await grade(store, redis1, 'easy');
    const { today } = await loadQueue(store);
    await setDue(store, [{ card: redis1, day: (today + 5) as StudyDay }]);
    expect((await stateOf(store, redis1)).schedule?.due).toEqual({ day: today + 5 });
    await flagCards(store, { cards: [redis1] }, 3);
    expect((await stateOf(store, redis1)).marks.flag).toBe(3);
    await forgetCards(store, { cards: [redis1] });
    expect((await stateOf(store, redis1)).schedule).toBeUndefined();
    expect(await askedCards(store)).toContain(redis1);
  });
});
