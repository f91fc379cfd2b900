// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardId, StudyDay } from '#src/domain/ids.ts';
import { setDue } from '#src/storage/card-acts.ts';
import { recordReview } from '#src/storage/record-review.ts';
import { setSettings } from '#src/storage/set-settings.ts';
import { makeBasicNote, type TestStore } from '#src/storage/test-store.ts';
import { holdTime, openLearner, renderReview, useHands } from './testing/open-review.tsx';

let learner: TestStore;
const one = 'cairn:one#1' as CardId;
const two = 'cairn:two#1' as CardId;
const dayMs = 86_400_000;

beforeEach(async () => {
  holdTime();
  sessionStorage.clear();
  learner = await openLearner([makeBasicNote('one'), makeBasicNote('two')]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const today = () => Math.floor((learner.clock.now() - 4 * 3_600_000) / dayMs);
const grade = (card: CardId, chosen: 'again' | 'easy') =>
  recordReview(learner.store, {
    card,
    grade: chosen,
    durationMs: 1000,
    mode: 'review',
    expected: null,
  });

describe('ways to review', () => {
  it('asks what comes due in the coming week ahead of time, and records it as such', async () => {
    await setDue(learner.store, [
      { card: one, day: (today() + 9) as StudyDay },
      { card: two, day: (today() + 3) as StudyDay },
    ]);
    const { press } = useHands();
    renderReview(learner, '/review?mode=ahead');
    await screen.findByText('Question of two');
    await press(' ');
    await press('3');
    expect(await screen.findByRole('heading', { name: 'Done' })).toBeTruthy();
    const events = await learner.store.db.events.toArray();
    expect(events.at(-1)).toMatchObject({ kind: 'reviewed', mode: 'ahead', subject: two });
  });

  it('goes over what was forgotten today, as often as the learner likes', async () => {
    await grade(one, 'again');
    const { press, click } = useHands();
    renderReview(learner, '/review?mode=forgotten');
    await screen.findByText('Question of one');
    await press(' ');
    await press('3');
    await screen.findByRole('heading', { name: 'Done' });
    await click('Go through them again');
    expect(await screen.findByText('Question of one')).toBeTruthy();
    expect(screen.getByText('of 1 done', { exact: false }).textContent).toContain('0 of 1 done');
  });

  it('narrows to a topic', async () => {
    renderReview(learner, '/review?topic=backend/other');
    expect(await screen.findByRole('heading', { name: 'Nothing is due here' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Review ahead' }).getAttribute('href')).toBe(
      '/review?mode=ahead&topic=backend%2Fother',
    );
    expect(screen.getByRole('link', { name: 'Roadmaps' })).toBeTruthy();
    expect(screen.queryByText(/tomorrow/)).toBeNull();
  });

  it('says how a card comes to carry a flag where none does', async () => {
    renderReview(learner, '/review?mode=flagged');
    expect(await screen.findByText(/Flag a card from the menu/)).toBeTruthy();
  });
});

describe('an act that cannot be stored', () => {
  it('says loudly that it was not done, until the next one', async () => {
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    const adding = vi.spyOn(learner.store.db.events, 'bulkAdd');
    adding.mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await press('-');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('That was not done. The device has no room left.');
    expect(screen.getByText('Question of one')).toBeTruthy();
    await press('-');
    expect(await screen.findByText('Question of two')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('waiting', () => {
  it('says when the next card in steps comes up, and asks it then', async () => {
    await setSettings(learner.store, [
      { key: 'newPerDay', value: 0 },
      { key: 'learnAheadMinutes', value: 0 },
    ]);
    await grade(one, 'again');
    const timeout = vi.spyOn(globalThis, 'setTimeout');
    renderReview(learner);
    expect(await screen.findByText(/One card is still being learned/)).toBeTruthy();
    learner.clock.pass(60_000);
    const wake = timeout.mock.calls.find(([, delay]) => delay === 60_000)?.[0];
    act(() => {
      wake?.();
    });
    expect(await screen.findByText('Question of one')).toBeTruthy();
  });

  it('reads the queue again when the learner comes back after a while', async () => {
    renderReview(learner);
    await screen.findByText('Question of one');
    await grade(two, 'easy');
    expect(screen.getByText('of 2 done', { exact: false })).toBeTruthy();
    const state = vi.spyOn(document, 'visibilityState', 'get');
    const become = (next: DocumentVisibilityState) => {
      state.mockReturnValue(next);
      act(() => void document.dispatchEvent(new Event('visibilitychange')));
    };
    become('hidden');
    vi.advanceTimersByTime(120_000);
    become('visible');
    await waitFor(() => {
      expect(screen.getByText('of 1 done', { exact: false })).toBeTruthy();
    });
  });
});

describe('text that cannot be had', () => {
  it('says so, and tries again when asked', async () => {
    await learner.store.db.packs.clear();
    const fetch = vi.spyOn(learner.store, 'fetchDeckFile').mockRejectedValue(new Error('Offline.'));
    const { click } = useHands();
    renderReview(learner);
    expect((await screen.findByRole('alert')).textContent).toContain('Offline.');
    fetch.mockRestore();
    await click('Try again');
    expect(await screen.findByText('Question of one')).toBeTruthy();
  });
});
