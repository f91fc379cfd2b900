import { expect, it } from 'vitest';
import type { BankIndex } from '#src/domain/content.ts';
import type { CardId, NoteId, RoadmapId } from '#src/domain/ids.ts';
import { updateBank } from './bank.ts';
import { loadCardHistory } from './card-history.ts';
import { listAllEvents, restoreEvents } from './copy.ts';
import { loadQueue } from './load-queue.ts';
import { loadQuestions } from './questions.ts';
import { recordReview } from './record-review.ts';
import { setSettings } from './set-settings.ts';
import type { Store } from './store.ts';
import { makeBasicNote, makeDeckFiles, openTestStore } from './test-store.ts';
import { undoAct } from './undo.ts';

const former = 'cairn:redis-1#1' as CardId;
const now = 'cairn:redis-eviction#1' as CardId;
const first = { Redis: [makeBasicNote('redis-1'), makeBasicNote('redis-2')] };
const second = { Redis: [makeBasicNote('redis-eviction'), makeBasicNote('redis-2')] };

/** The second version's files, in which a note has another id and the lock says which it had. */
function makeRenamedFiles() {
  const files = makeDeckFiles(second, 'two');
  const index = files['index.two.json'] as BankIndex;
  const renamed = [{ was: 'cairn:redis-1' as NoteId, now: 'cairn:redis-eviction' as NoteId }];
  return { ...files, 'index.two.json': { ...index, renamed } };
}

async function openReviewed() {
  const files: Record<string, unknown> = makeDeckFiles(first);
  const { store } = await openTestStore(files);
  await updateBank(store);
  await setSettings(store, [{ key: 'roadmaps', value: ['backend' as RoadmapId] }]);
  const review = await recordReview(store, {
    card: former,
    grade: 'easy',
    durationMs: 1000,
    mode: 'review',
    expected: null,
  });
  if (review.status !== 'saved') throw new Error('the review was not saved');
  Object.assign(files, makeRenamedFiles());
  await updateBank(store);
  return { store, review };
}

async function stateOf(store: Store, card: CardId) {
  const [question] = await loadQuestions(store, [card]);
  return question?.state;
}

it('gives a renamed card all that was done under its former id', async () => {
  const { store, review } = await openReviewed();
  expect(await stateOf(store, now)).toEqual(review.state);
  expect((await loadCardHistory(store, now)).entries).toHaveLength(1);
  const { fresh } = await loadQueue(store);
  expect(fresh.map(({ card }) => card)).toEqual(['cairn:redis-2#1']);
  expect((await listAllEvents(store)).at(-1)?.subject).toBe(former);
});

it('undoes a review of the former id on the card as it is called now', async () => {
  const { store, review } = await openReviewed();
  await undoAct(store, review.event.act);
  expect((await stateOf(store, now))?.schedule).toBeUndefined();
});

it('decides the next review of a renamed card on the last one before', async () => {
  const { store, review } = await openReviewed();
  const next = await recordReview(store, {
    card: now,
    grade: 'good',
    durationMs: 1000,
    mode: 'ahead',
    expected: review.event.id,
  });
  expect(next.status === 'saved' && next.event.outcome.after).toBe(review.event.id);
  expect((await stateOf(store, now))?.schedule?.reps).toBe(2);
});

it('counts a copy made before the renaming for the new id', async () => {
  const { store, review } = await openReviewed();
  const other = await openTestStore(makeRenamedFiles());
  await updateBank(other.store);
  await restoreEvents(other.store, await listAllEvents(store), 'merge');
  expect(await stateOf(other.store, now)).toEqual(review.state);
});
