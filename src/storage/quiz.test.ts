import { describe, expect, it } from 'vitest';
import type { CardId, SittingId, TopicId } from '#src/domain/ids.ts';
import { usualRequest } from '#src/domain/quiz/quiz-request.ts';
import { suspendCards } from './card-acts.ts';
import { loadCardHistory } from './card-history.ts';
import { listAllEvents } from './copy.ts';
import { packOldEvents } from './event-log.ts';
import { findQuiz, type QuizLog } from './quiz-log.ts';
import { listEarlierQuizzes, loadMissedCards, loadMovedSchedules } from './quiz-result.ts';
import { overrideQuizAnswer, recordQuizAnswer } from './record-quiz-answer.ts';
import { startQuiz } from './start-quiz.ts';
import type { Store } from './store.ts';
import {
  dayMs,
  grade,
  http1,
  listStoredStates,
  openFollowed,
  redis1,
  redis2,
  replayAll,
  stateOf,
  testDay,
} from './test-acts.ts';
import { makeDeckFiles, makeTestClock, openTestStore } from './test-store.ts';
import { undoQuiz, redoQuiz } from './undo-quiz.ts';

const sitting = 'sitting-1' as SittingId;
const wish = { ...usualRequest, topics: ['backend/redis', 'backend/http'] as TopicId[] };

/** Cards that were learned and came due eight days later. */
async function openLearned() {
  const opened = await openFollowed();
  for (const card of [redis1, redis2]) await grade(opened.store, card, 'easy');
  opened.clock.pass(30 * dayMs);
  return opened;
}

async function getQuiz(store: Store, id = sitting): Promise<QuizLog> {
  const quiz = await findQuiz(store, id);
  if (quiz === undefined) throw new Error('no quiz');
  return quiz;
}

function answer(
  store: Store,
  card: CardId,
  result: 'right' | 'wrong' | 'unknown',
  format: 'choice' | 'typed' | 'recall' = 'recall',
  id = sitting,
) {
  return recordQuizAnswer(store, { sitting: id, card, format, result, durationMs: 4000 });
}

const kindsOf = async (store: Store) => (await listAllEvents(store)).map(({ kind }) => kind);

describe('a quiz', () => {
  it('is begun once, and found again by a reload and by another tab', async () => {
    const { store } = await openFollowed();
    const started = await startQuiz(store, sitting, wish);
    expect(started?.questions).toHaveLength(5);
    expect(started?.request.seed).toBe(sitting);
    const { store: two } = await openTestStore(
      makeDeckFiles(),
      makeTestClock(undefined, 5),
      store.db.name,
    );
    expect(await startQuiz(two, sitting, { ...wish, length: 7 })).toEqual(started);
    expect((await getQuiz(two)).started).toEqual(started);
    expect(await kindsOf(store)).toEqual(['setting-set', 'quiz-started']);
  });

  it('begun twice at once is one', async () => {
    const { store } = await openFollowed();
    const both = await Promise.all([1, 2].map(() => startQuiz(store, sitting, wish)));
    expect(both[0]).toEqual(both[1]);
    expect(await kindsOf(store)).toEqual(['setting-set', 'quiz-started']);
  });

  it('asks what the learner follows where no topic is named, and nothing where nothing fits', async () => {
    const { store } = await openFollowed();
    expect((await startQuiz(store, sitting, usualRequest))?.questions).toHaveLength(5);
    const other = 'sitting-2' as SittingId;
    expect(await startQuiz(store, other, { ...wish, cards: 'fading' })).toBeNull();
    expect(
      await startQuiz(store, other, { ...wish, topics: ['nowhere/x'] as TopicId[] }),
    ).toBeNull();
    expect(await findQuiz(store, other)).toBeUndefined();
  });

  it('asks the same questions again for the same seed, with what is predicted now', async () => {
    const { store } = await openLearned();
    const first = await startQuiz(store, sitting, { ...wish, seed: 'x' });
    await answer(store, redis1, 'wrong');
    await suspendCards(store, { cards: [redis2] }, true);
    const again = await startQuiz(store, 'sitting-2' as SittingId, { ...wish, seed: 'x' });
    const cards = first!.questions.map(({ card }) => card).filter((card) => card !== redis2);
    expect(again?.questions.map(({ card }) => card)).toEqual(cards);
    const recallOf = (quiz: typeof first) =>
      quiz?.questions.find(({ card }) => card === redis1)?.recall ?? 0;
    expect(recallOf(again)).toBeGreaterThan(recallOf(first));
  });
});

describe('an answer', () => {
  it('that is wrong is a lapse of its card, in one act with the answer', async () => {
    const { store } = await openLearned();
    await startQuiz(store, sitting, wish);
    expect(await answer(store, redis1, 'wrong', 'choice')).toBe('saved');
    const { schedule } = await stateOf(store, redis1);
    expect(schedule).toMatchObject({ phase: 'relearning', lapses: 1 });
    expect(await listStoredStates(store)).toEqual(await replayAll(store));
    const events = (await listAllEvents(store)).slice(-2);
    expect(events).toMatchObject([
      { kind: 'answered', mode: 'quiz', sitting },
      { kind: 'reviewed', mode: 'quiz', grade: 'again', sitting, act: events[0]?.act },
    ]);
    const found = (await getQuiz(store)).answers.get(redis1);
    expect(found).toMatchObject({ result: 'wrong', grade: 'again', isOverridden: false });
  });

  it('is no second lapse on a day on which the card was forgotten before', async () => {
    const { store } = await openLearned();
    await grade(store, redis1, 'again');
    const before = await stateOf(store, redis1);
    await startQuiz(store, sitting, wish);
    await answer(store, redis1, 'unknown');
    expect(await stateOf(store, redis1)).toEqual(before);
    expect((await getQuiz(store)).answers.get(redis1)).toMatchObject({ grade: null });
  });

  it('that is produced right is a Good on a due card, and else moves nothing', async () => {
    const { store } = await openLearned();
    await startQuiz(store, sitting, wish);
    const before = await stateOf(store, redis2);
    await answer(store, redis1, 'right');
    await answer(store, redis2, 'right', 'choice');
    await answer(store, http1, 'right');
    expect((await stateOf(store, redis1)).schedule).toMatchObject({ phase: 'review', reps: 2 });
    expect(await stateOf(store, redis2)).toEqual(before);
    expect((await stateOf(store, http1)).schedule).toBeUndefined();
  });

  it('is given once, whatever tabs there are', async () => {
    const { store } = await openLearned();
    await startQuiz(store, sitting, wish);
    const both = await Promise.all([
      answer(store, redis1, 'wrong'),
      answer(store, redis1, 'right'),
    ]);
    expect(both.toSorted()).toEqual(['saved', 'taken']);
    expect((await getQuiz(store)).answers.size).toBe(1);
    expect(await answer(store, redis2, 'right', 'recall', 'other' as SittingId)).toBe('taken');
  });

  it('overridden takes its lapse back and counts as right', async () => {
    const { store } = await openLearned();
    await startQuiz(store, sitting, wish);
    await answer(store, redis1, 'wrong', 'typed');
    const input = { sitting, card: redis1, format: 'typed' } as const;
    expect(await overrideQuizAnswer(store, input)).toBe('saved');
    const { schedule } = await stateOf(store, redis1);
    expect(schedule).toMatchObject({ phase: 'review', lapses: 0, reps: 2 });
    expect(await listStoredStates(store)).toEqual(await replayAll(store));
    const found = (await getQuiz(store)).answers.get(redis1);
    expect(found).toMatchObject({ result: 'right', isOverridden: true, grade: 'good' });
    expect(found?.durationMs).toBe(4000);
    expect(await overrideQuizAnswer(store, input)).toBe('taken');
  });

  it('shows in the history of its card', async () => {
    const { store } = await openLearned();
    await startQuiz(store, sitting, wish);
    await answer(store, redis1, 'wrong');
    const { entries } = await loadCardHistory(store, redis1);
    expect(entries.map(({ event }) => event.kind)).toEqual(['reviewed', 'answered', 'reviewed']);
  });
});

describe('a whole quiz undone', () => {
  async function openAnswered() {
    const opened = await openLearned();
    const before = await listStoredStates(opened.store);
    await startQuiz(opened.store, sitting, wish);
    await answer(opened.store, redis1, 'wrong', 'typed');
    await overrideQuizAnswer(opened.store, { sitting, card: redis1, format: 'typed' });
    await answer(opened.store, redis2, 'unknown');
    return { ...opened, before, after: await listStoredStates(opened.store) };
  }

  it('counts nowhere, in one act, and its schedules are as before', async () => {
    const { store, before } = await openAnswered();
    const act = await undoQuiz(store, sitting);
    const events = await listAllEvents(store);
    expect(new Set(events.filter((event) => event.act === act).map(({ kind }) => kind))).toEqual(
      new Set(['undone']),
    );
    expect(await listStoredStates(store)).toEqual(before);
    expect(await replayAll(store)).toEqual(before);
    expect(await getQuiz(store)).toMatchObject({ undoneBy: act, answers: new Map() });
    expect(await undoQuiz(store, sitting)).toBeNull();
    expect(await answer(store, http1, 'right')).toBe('taken');
  });

  it('comes back whole, overridden answers as they were', async () => {
    const { store, after } = await openAnswered();
    const { answers } = await getQuiz(store);
    await undoQuiz(store, sitting);
    expect(await redoQuiz(store, sitting)).not.toBeNull();
    expect(await listStoredStates(store)).toEqual(after);
    expect((await getQuiz(store)).answers).toEqual(answers);
    expect(await redoQuiz(store, sitting)).toBeNull();
    await undoQuiz(store, sitting);
    expect((await getQuiz(store)).answers.size).toBe(0);
  });
});

describe('after a quiz', () => {
  it('the schedules that moved are told, from where to where', async () => {
    const { store } = await openLearned();
    await startQuiz(store, sitting, wish);
    const { schedule } = await stateOf(store, redis1);
    await answer(store, redis1, 'wrong');
    await answer(store, redis2, 'right', 'choice');
    await answer(store, http1, 'wrong');
    const moved = await loadMovedSchedules(store, await getQuiz(store));
    expect(moved.map(({ card }) => card)).toEqual([redis1]);
    expect(moved[0]?.before).toEqual(schedule?.due);
    expect(moved[0]?.after).toEqual((await stateOf(store, redis1)).schedule?.due);
    expect(moved[0]?.day).toBe(testDay + 30);
  });

  it('earlier ones of the same sections are its history, though their answers are packed away', async () => {
    const { store, clock } = await openFollowed();
    for (const [index, result] of (['wrong', 'right', 'right'] as const).entries()) {
      const id = `sitting-${index}` as SittingId;
      await startQuiz(
        store,
        id,
        index === 1 ? { ...wish, topics: wish.topics.toReversed() } : wish,
      );
      await answer(store, redis1, result, 'recall', id);
      clock.pass(40 * dayMs);
    }
    await startQuiz(store, 'nobody' as SittingId, wish);
    await startQuiz(store, 'elsewhere' as SittingId, { ...wish, topics: wish.topics.slice(1) });
    await answer(store, http1, 'right', 'recall', 'elsewhere' as SittingId);
    await packOldEvents(store.db, (testDay + 100) as never);
    const last = await getQuiz(store, 'sitting-2' as SittingId);
    const earlier = await listEarlierQuizzes(store, last);
    expect(earlier.map(({ right, asked }) => `${right}/${asked}`)).toEqual(['0/1', '1/1', '1/1']);
  });

  it('its missed cards can be reviewed until they were', async () => {
    const { store, clock } = await openLearned();
    await startQuiz(store, sitting, wish);
    await answer(store, redis1, 'wrong');
    await answer(store, redis2, 'unknown');
    await answer(store, http1, 'wrong');
    const cardsOf = async () => {
      const { cards, steps } = await loadMissedCards(store, sitting);
      return [cards, steps.map(({ card }) => card)].map((list) =>
        list.map(({ card }) => card).toSorted(),
      );
    };
    expect(await cardsOf()).toEqual([[http1, redis1, redis2], []]);
    clock.pass(60_000);
    await grade(store, redis1, 'again');
    await grade(store, http1, 'easy');
    await suspendCards(store, { cards: [redis2] }, true);
    expect(await cardsOf()).toEqual([[], [redis1]]);
    expect(await loadMissedCards(store, 'nowhere' as SittingId)).toMatchObject({ cards: [] });
  });
});
