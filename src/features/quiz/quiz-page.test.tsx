import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardId, SittingId, TopicId } from '#src/domain/ids.ts';
import { usualRequest } from '#src/domain/quiz/quiz-request.ts';
import { listAllEvents } from '#src/storage/copy.ts';
import { recordQuizAnswer } from '#src/storage/record-quiz-answer.ts';
import { recordReview } from '#src/storage/record-review.ts';
import { startQuiz } from '#src/storage/start-quiz.ts';
import { makeBasicNote, type TestStore } from '#src/storage/test-store.ts';
import { holdTime, makeNote, openLearner, renderQuiz, useHands } from './testing/open-quiz.tsx';

const redis = 'data/redis';
const http = 'web/http';
const dayMs = 86_400_000;

let learner: TestStore;

beforeEach(async () => {
  holdTime();
  learner = await openLearner({
    Redis: [makeNote('choice', 'evict', redis), makeNote('typed', 'stream', redis)],
    HTTP: [makeBasicNote('etag', http)],
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const question = () => screen.findByRole('article', { name: 'Question' });
const answered = () => screen.findByRole('article', { name: 'Answered question' });

async function listAnswers() {
  const events = await listAllEvents(learner.store);
  return events.filter(({ kind }) => kind === 'answered');
}

describe('choosing a quiz', () => {
  it('asks for a section first, then begins a quiz of the ticked ones', async () => {
    const { click, user } = useHands();
    renderQuiz(learner, '/quiz');
    await click('Start the quiz');
    expect((await screen.findByRole('alert')).textContent).toMatch(/at least one section/);
    await user.click(await screen.findByRole('checkbox', { name: /^HTTP \d|^HTTP one/ }));
    expect(screen.getByText('One topic chosen')).toBeTruthy();
    await click('Start the quiz');
    expect((await question()).textContent).toContain('Question of etag');
    expect(screen.getByText('0 of 1 answered')).toBeTruthy();
  });

  it('ticks a section in part when one of its topics is ticked', async () => {
    const { user } = useHands();
    renderQuiz(learner, '/quiz');
    const section = await screen.findByRole<HTMLInputElement>('checkbox', { name: /^Redis \d/ });
    const topics = screen.getAllByText(/^One topic/, { selector: 'summary' });
    await user.click(topics.find((each) => each.textContent === 'One topic of Redis')!);
    await user.click(screen.getByRole('checkbox', { name: /^Redis basics/ }));
    expect(section.checked).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: /^Redis basics/ }));
    expect(section.checked).toBe(false);
  });

  it('says what to do where nothing fits', async () => {
    renderQuiz(learner, '/quiz?cards=fading');
    expect(await screen.findByRole('heading', { name: 'Nothing to ask here' })).toBeTruthy();
    expect(screen.getByText(/No card you have started is fading/)).toBeTruthy();
  });

  it('tells of an address that names no quiz', async () => {
    renderQuiz(learner, '/quiz/nowhere');
    expect(await screen.findByRole('heading', { name: 'No such quiz' })).toBeTruthy();
  });
});

describe('a question of a quiz', () => {
  it('with options is answered by a key, and each option says why', async () => {
    const { press } = useHands();
    renderQuiz(learner, '/quiz?section=backend/redis&kinds=choice');
    const card = await question();
    const options = within(card).getAllByRole('button');
    const index = options.findIndex((option) => option.textContent.includes('wrong of evict'));
    await press(String(index + 1));
    const feedback = await answered();
    expect(feedback.textContent).toContain('Not quite.');
    for (const word of ['right', 'wrong', 'other']) {
      expect(feedback.textContent).toContain(`Because ${word} of evict`);
    }
    expect(feedback.textContent).toContain('Why of evict');
    expect(within(feedback).getByRole('link', { name: 'example.org' })).toBeTruthy();
    expect(await listAnswers()).toMatchObject([{ result: 'wrong', format: 'choice', option: 1 }]);
    await press('{Enter}');
    expect(await screen.findByRole('heading', { name: '0 of 1 right' })).toBeTruthy();
  });

  it('is answered with 4 or ? by who does not know', async () => {
    const { press } = useHands();
    renderQuiz(learner, '/quiz?section=backend/redis&kinds=choice');
    await question();
    await press('?');
    expect((await answered()).textContent).toContain('You did not know it');
    expect(await listAnswers()).toMatchObject([{ result: 'unknown' }]);
  });

  it('that is typed shows the difference, and the learner has the last word', async () => {
    const { user, click, press } = useHands();
    renderQuiz(learner, '/quiz?section=backend/redis&kinds=typed');
    await question();
    await user.type(screen.getByRole('textbox'), 'anser of strom');
    await press('{Enter}');
    const feedback = await answered();
    expect(within(feedback).getByText('Not quite.')).toBeTruthy();
    expect(feedback.querySelector('del, ins')).not.toBeNull();
    await click('I was right');
    expect(await within(feedback).findByText('Counted as right.')).toBeTruthy();
    await click('See the result');
    expect(await screen.findByRole('heading', { name: '1 of 1 right' })).toBeTruthy();
    expect((await listAnswers()).at(-1)).toMatchObject({ result: 'right', overridden: true });
  });

  it('from memory is graded by the learner', async () => {
    const { press } = useHands();
    renderQuiz(learner, '/quiz?section=backend/http&kinds=recall');
    expect((await question()).textContent).not.toContain('Answer of etag');
    await press(' ');
    expect((await question()).textContent).toContain('Answer of etag');
    await press('2');
    expect((await answered()).textContent).toContain('Right.');
    expect(await listAnswers()).toMatchObject([{ result: 'right', format: 'recall' }]);
  });

  it('comes again after a reload where it was left, and shows what another tab answered', async () => {
    const sitting = 'tabs' as SittingId;
    const topics = ['backend/redis', 'backend/http'] as TopicId[];
    const started = await startQuiz(learner.store, sitting, { ...usualRequest, topics });
    const [first, second] = started!.questions;
    const saved = { sitting, format: 'recall', result: 'right', durationMs: 1000 } as const;
    await recordQuizAnswer(learner.store, { ...saved, card: first!.card });
    renderQuiz(learner, `/quiz/${sitting}`);
    expect(await screen.findByText('1 of 3 answered')).toBeTruthy();
    await question();
    await recordQuizAnswer(learner.store, { ...saved, card: second!.card });
    expect(await answered()).toBeTruthy();
    expect(screen.getByText('2 of 3 answered')).toBeTruthy();
  });

  it('stays when its answer could not be saved', async () => {
    const { click } = useHands();
    renderQuiz(learner, '/quiz?section=backend/http&kinds=recall');
    await question();
    learner.store.db.close();
    await click('I don’t know');
    expect((await screen.findByRole('alert')).textContent).toMatch(/not saved/);
    expect(await question()).toBeTruthy();
  });
});

describe('the end of a quiz', () => {
  const etag = 'cairn:etag#1' as CardId;

  async function learnEtag() {
    const rest = { durationMs: 1000, mode: 'review', expected: null } as const;
    await recordReview(learner.store, { card: etag, grade: 'easy', ...rest });
    learner.clock.pass(40 * dayMs);
  }

  it('shows the score, the prediction, what was missed and which schedules moved; undo takes all back', async () => {
    await learnEtag();
    const { press, click } = useHands();
    renderQuiz(learner, '/quiz?section=backend/http&kinds=recall');
    await question();
    await press('4');
    expect((await answered()).textContent).toContain('graded Again');
    await press('{Enter}');
    expect(await screen.findByRole('heading', { name: '0 of 1 right' })).toBeTruthy();
    expect(screen.getByRole('table', { name: 'By topic' }).textContent).toContain('0 of 1');
    expect(screen.getByRole('table', { name: 'By kind' }).textContent).toContain('From memory');
    expect(screen.getByRole('table', { name: /Prediction and result/ }).textContent).toContain(
      '0 of 1',
    );
    const moved = await screen.findByRole('region', { name: 'Schedules that moved' });
    expect(moved.textContent).toMatch(/due since .* → due in 10 min/);
    const link = screen.getByRole('link', { name: 'Review these now' });
    expect(link.getAttribute('href')).toMatch(/^\/review\?mode=missed&quiz=/);

    await click('Undo the whole quiz');
    expect(await screen.findByRole('heading', { name: 'This quiz is undone' })).toBeTruthy();
    await click('Bring the quiz back');
    expect(await screen.findByRole('heading', { name: '0 of 1 right' })).toBeTruthy();
  });

  it('plots earlier quizzes of the same sections, and repeats the same questions', async () => {
    const { press, user } = useHands();
    renderQuiz(learner, '/quiz?section=backend/http&kinds=recall');
    await question();
    await press('4');
    await answered();
    await press('{Enter}');
    await user.click(await screen.findByRole('link', { name: 'The same questions' }));
    await question();
    await press(' ');
    await press('2');
    await answered();
    await press('{Enter}');
    const history = await screen.findByRole('region', { name: 'Quizzes of the same sections' });
    const bars = within(history).getAllByRole('listitem');
    expect(bars.map((bar) => /^\d+ %/.exec(bar.textContent)?.[0])).toEqual(['0 %', '100 %']);
  });

  it('comes when the time is up, with what was answered', async () => {
    const sitting = 'timed' as SittingId;
    const topics = ['backend/redis', 'backend/http'] as TopicId[];
    await startQuiz(learner.store, sitting, { ...usualRequest, topics, minutes: 5 });
    learner.clock.pass(90_000);
    const { unmount } = renderQuiz(learner, `/quiz/${sitting}`);
    expect((await screen.findByRole('timer')).textContent).toBe('3:30 left');
    unmount();
    learner.clock.pass(210_000);
    renderQuiz(learner, `/quiz/${sitting}`);
    expect(await screen.findByRole('heading', { name: 'Nothing was answered' })).toBeTruthy();
    expect(screen.getByText(/The time is up. 0 of 3 questions were answered/)).toBeTruthy();
  });

  it('can be looked at on the way, and gone back from', async () => {
    const { press, user, click } = useHands();
    renderQuiz(learner, '/quiz?section=backend/redis&section=backend/http&kinds=recall');
    await question();
    await press('4');
    await answered();
    await user.click(screen.getByRole('link', { name: 'See the result so far' }));
    expect(await screen.findByText(/1 of \d questions were answered/)).toBeTruthy();
    await click('Go on with the quiz');
    await waitFor(() => {
      expect(screen.getByText(/^1 of \d answered$/)).toBeTruthy();
    });
  });
});
