import 'fake-indexeddb/auto';
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoadmapId, SittingId } from '#src/domain/ids.ts';
import { walkPlacement } from '#src/domain/quiz/placement-walk.ts';
import { listAllEvents } from '#src/storage/copy.ts';
import { recordQuizAnswer } from '#src/storage/record-quiz-answer.ts';
import { startPlacement } from '#src/storage/start-quiz.ts';
import { makeBasicNote, type TestStore } from '#src/storage/test-store.ts';
import { holdTime, openLearner, renderQuiz, useHands } from './testing/open-quiz.tsx';

const sitting = 'placement' as SittingId;
let learner: TestStore;

beforeEach(async () => {
  holdTime();
  learner = await openLearner({
    Redis: [1, 2, 3, 4].map((number) => makeBasicNote(`redis-${number}`)),
    HTTP: [1, 2, 3].map((number) => makeBasicNote(`http-${number}`, 'web/http')),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Answers a placement to its end. */
async function answerAll(isKnown: (card: string) => boolean) {
  const { store } = learner;
  const started = await startPlacement(store, sitting, 'backend' as RoadmapId);
  const rightByCard = new Map();
  for (;;) {
    const { next } = walkPlacement(started!.questions, rightByCard);
    if (next === null) return;
    const isRight = isKnown(next.card);
    const result = isRight ? 'right' : 'unknown';
    rightByCard.set(next.card, isRight);
    const answer = { sitting, card: next.card, format: next.format, result, durationMs: 1000 };
    await recordQuizAnswer(store, { ...answer, result });
  }
}

const listPlaced = async () =>
  (await listAllEvents(learner.store)).filter(({ kind }) => kind === 'placed');

describe('a placement', () => {
  it('says what it does, then asks, and a right answer leads on', async () => {
    const hands = useHands();
    renderQuiz(learner, '/placement?roadmap=backend');
    await hands.click('Start the placement');
    const first = await screen.findByRole('article', { name: 'Question' });
    const asked = first.textContent;
    expect(screen.getByText('0 answered, 4 at most')).toBeTruthy();
    await hands.press('4');
    await screen.findByRole('article', { name: 'Answered question' });
    await hands.press('{Enter}');
    expect((await screen.findByRole('article', { name: 'Question' })).textContent).not.toBe(asked);
    expect(await listPlaced()).toEqual([]);
  });

  it('proposes by section what is known, places what is confirmed, and takes it back', async () => {
    await answerAll((card) => card.includes('redis'));
    const hands = useHands();
    renderQuiz(learner, `/quiz/${sitting}`);
    const tick = await screen.findByRole<HTMLInputElement>('checkbox', { name: /^Redis/ });
    expect(tick.checked).toBe(true);
    expect(screen.queryByRole('checkbox', { name: /^HTTP/ })).toBeNull();
    expect(screen.getByText('HTTP', { selector: 'strong' })).toBeTruthy();
    await hands.click('Take 4 cards as known');
    expect(await screen.findByRole('link', { name: 'Begin with HTTP' })).toBeTruthy();
    const placed = await listPlaced();
    expect(placed).toHaveLength(4);
    expect(new Set(placed.map(({ act }) => act)).size).toBe(1);
    await hands.click('Undo the placement');
    expect(await screen.findByRole('button', { name: 'Take 4 cards as known' })).toBeTruthy();
  });

  it('places nothing of a section that is left out', async () => {
    await answerAll((card) => card.includes('redis'));
    const { user } = useHands();
    renderQuiz(learner, `/quiz/${sitting}`);
    await user.click(await screen.findByRole('checkbox', { name: /^Redis/ }));
    const confirm = screen.getByRole<HTMLButtonElement>('button', { name: /cards as known$/ });
    expect(confirm.disabled).toBe(true);
  });

  it('proposes nothing where nothing was known, and says where to begin', async () => {
    await answerAll(() => false);
    renderQuiz(learner, `/quiz/${sitting}`);
    expect(await screen.findByText(/Nothing is proposed as known/)).toBeTruthy();
    expect(screen.getByText('Redis', { selector: 'strong' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Start learning' })).toBeTruthy();
  });

  it('of a roadmap that is not there says so', async () => {
    renderQuiz(learner, '/placement?roadmap=nowhere');
    expect(await screen.findByRole('heading', { name: 'No such roadmap' })).toBeTruthy();
  });
});
