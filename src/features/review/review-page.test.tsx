// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordReview } from '#src/storage/record-review.ts';
import { setSettings } from '#src/storage/set-settings.ts';
import { saveDeviceSettings } from '#src/storage/device-settings.ts';
import { makeBasicNote, type TestStore } from '#src/storage/test-store.ts';
import type { ReviewedEvent } from '#src/domain/event.ts';
import type { CardId } from '#src/domain/ids.ts';
import { expectFocus } from '#src/testing/expect-focus.ts';
import { holdTime, openLearner, readCard, renderReview, useHands } from './testing/open-review.tsx';

let learner: TestStore;
const notes = [makeBasicNote('one'), makeBasicNote('two'), makeBasicNote('three')];

beforeEach(async () => {
  holdTime();
  sessionStorage.clear();
  learner = await openLearner(notes);
});
afterEach(() => {
  vi.useRealTimers();
});

const doneCount = async (count: number, total: number) => {
  await waitFor(() => {
    expect(screen.getByText(`of ${total} done`, { exact: false }).textContent).toContain(
      `${count} of ${total} done`,
    );
  });
};
const listReviews = async () =>
  (await learner.store.db.events.toArray()).filter((event) => event.kind === 'reviewed');

describe('reviewing with the keyboard', () => {
  it('shows the answer with Space and grades Good with Space', async () => {
    const { press } = useHands();
    renderReview(learner);
    expect(await screen.findByText('Question of one')).toBeTruthy();
    expect(screen.queryByText('Answer of one')).toBeNull();
    await press(' ');
    expect(screen.getByText('Answer of one')).toBeTruthy();
    await press(' ');
    expect(readCard()).toContain('Question of two');
    await doneCount(1, 4);
    expect(await listReviews()).toMatchObject([{ grade: 'good', subject: 'cairn:one#1' }]);
  });

  it('grades with 1 to 4, each as its button says', async () => {
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    await press(' ');
    const bar = within(screen.getByRole('group', { name: 'Grade' }));
    expect(bar.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Again1 min',
      'Hard6 min',
      'Good10 min',
      expect.stringMatching(/^Easy\d+ d$/),
    ]);
    const promised = /\d+/.exec(bar.getByRole('button', { name: /Easy/ }).textContent)?.[0] ?? '';
    await press('4');
    await press('1');
    expect(readCard()).toContain('Question of two');
    await waitFor(async () => {
      expect(await listReviews()).toMatchObject([{ grade: 'easy' }]);
    });
    const [event] = await listReviews();
    const { outcome } = event as ReviewedEvent;
    expect(outcome).toMatchObject({ phase: 'review', intervalDays: Number.parseInt(promised) });
  });

  it('ignores a key held down and a second press right after the first', async () => {
    const { press, user } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    await press(' ');
    await user.keyboard(' ');
    expect(readCard()).toContain('Answer of one');
    await press('{3>3/}');
    expect(readCard()).toContain('Question of two');
    await waitFor(async () => {
      expect(await listReviews()).toHaveLength(1);
    });
  });

  it('undoes to the first card and does it again', async () => {
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    await press(' ');
    await press('4');
    await press(' ');
    await press('4');
    await doneCount(2, 3);
    await press('u');
    await press('{Control>}z{/Control}');
    await screen.findByText('Question of one');
    await doneCount(0, 3);
    await press('{Shift>}U{/Shift}');
    await screen.findByText('Question of two');
    await doneCount(1, 3);
    await press('u');
    await press('u');
    expect(await screen.findByText('There is nothing to undo.')).toBeTruthy();
  });

  it('tells the ear where the sitting is, only once an answer is saved', async () => {
    const { press } = useHands();
    renderReview(learner);
    expect(await screen.findByText('Card 1 of 3')).toBeTruthy();
    await press(' ');
    await press('4');
    expect(await screen.findByText('Card 2 of 3')).toBeTruthy();
  });

  it('puts the focus on the answer when it is shown, and on the next card after it', async () => {
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    await expectFocus(() => screen.getByRole('article'));
    await press(' ');
    await expectFocus(() => screen.getByRole('region', { name: 'Answer' }));
    await press('3');
    await expectFocus(() => screen.getByRole('article'));
  });
});

describe('what becomes of a card', () => {
  it('comes back when it was failed, after the others', async () => {
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    await press(' ');
    await press('1');
    for (const name of ['two', 'three']) {
      expect(await screen.findByText(`Question of ${name}`)).toBeTruthy();
      await press(' ');
      await press('4');
    }
    expect(await screen.findByText('Question of one')).toBeTruthy();
    await doneCount(3, 4);
  });

  it('is asked again with a message where it could not be saved', async () => {
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    await press(' ');
    learner.store.db.close();
    await press('3');
    expect((await screen.findByRole('alert')).textContent).toMatch(/not saved/);
    expect(readCard()).toContain('Question of one');
    expect(screen.getByText('of 3 done', { exact: false }).textContent).toContain('0 of 3 done');
  });

  it('is dropped with a notice where another tab graded it first', async () => {
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    const card = 'cairn:one#1' as CardId;
    const elsewhere = {
      card,
      grade: 'easy',
      durationMs: 1,
      mode: 'review',
      expected: null,
    } as const;
    await recordReview(learner.store, elsewhere);
    await press(' ');
    await press('1');
    expect(await screen.findByText(/already graded in another tab/)).toBeTruthy();
    expect(await listReviews()).toHaveLength(1);
    expect(readCard()).toContain('Question of two');
  });

  it('counts only the time it could be seen, a minute at most', async () => {
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    vi.advanceTimersByTime(3_000);
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    vi.advanceTimersByTime(20_000);
    vi.restoreAllMocks();
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await press(' ');
    await press('3');
    await waitFor(() => expect(listReviews()).resolves.toHaveLength(1));
    // The clock moves a little while the test waits; the twenty hidden seconds are what counts.
    const [{ durationMs }] = (await listReviews()) as [ReviewedEvent];
    expect(durationMs >= 3_000 && durationMs < 20_000).toBe(true);
  });

  it.each([
    ['-', 'buried', 'Buried'],
    ['@', 'suspended', 'Suspended'],
  ])('leaves the sitting with %s, and comes back with undo', async (key, kind, word) => {
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    await press(key);
    expect(await screen.findByText(word, { exact: false })).toBeTruthy();
    expect(readCard()).toContain('Question of two');
    const events = await learner.store.db.events.toArray();
    expect(events.at(-1)).toMatchObject({ kind, subject: 'cairn:one#1' });
    await press('u');
    expect(await screen.findByText('Question of one')).toBeTruthy();
  });

  it('is flagged and stays where it is', async () => {
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    await press('*');
    expect(await screen.findByText(/⚑ flagged/)).toBeTruthy();
    await press('*');
    await waitFor(() => {
      expect(screen.queryByText(/⚑ flagged/)).toBeNull();
    });
    expect(readCard()).toContain('Question of one');
  });
});

describe('a sitting', () => {
  it('goes on after a reload in the middle, with its undo', async () => {
    const { press } = useHands();
    const first = renderReview(learner);
    await screen.findByText('Question of one');
    await press(' ');
    await press('4');
    await doneCount(1, 3);
    first.unmount();
    renderReview(learner);
    expect(await screen.findByText('Question of two')).toBeTruthy();
    await doneCount(1, 3);
    await press('u');
    expect(await screen.findByText('Question of one')).toBeTruthy();
    await doneCount(0, 3);
  });

  it('ends with what was done, what comes tomorrow and where it was weakest', async () => {
    await setSettings(learner.store, [{ key: 'newPerDay', value: 1 }]);
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    await press(' ');
    await press('1');
    await doneCount(1, 2);
    await screen.findByText('Question of one');
    await press(' ');
    await press('4');
    expect(await screen.findByRole('heading', { name: 'Done' })).toBeTruthy();
    await expectFocus(() => screen.getByRole('heading', { name: 'Done' }));
    expect(screen.getByText(/One card, 2 answers/)).toBeTruthy();
    expect(await screen.findByText('Redis basics')).toBeTruthy();
    expect(screen.getByText(/tomorrow/i)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Today' })).toBeTruthy();
  });

  it('says so when nothing is due', async () => {
    await setSettings(learner.store, [{ key: 'newPerDay', value: 0 }]);
    renderReview(learner);
    expect(await screen.findByRole('heading', { name: 'Nothing is due here' })).toBeTruthy();
  });

  it('offers two grades in two-button mode', async () => {
    await saveDeviceSettings(learner.store, { twoButtons: true });
    const { press } = useHands();
    renderReview(learner);
    await screen.findByText('Question of one');
    await press(' ');
    const bar = within(screen.getByRole('group', { name: 'Grade' }));
    expect(bar.getAllByRole('button')).toHaveLength(2);
  });

  it('moves no schedule when cramming, and is over once each card was right', async () => {
    const { press } = useHands();
    const first = renderReview(learner);
    await screen.findByText('Question of one');
    await press('*');
    await screen.findByText(/⚑ flagged/);
    first.unmount();
    renderReview(learner, '/review?mode=flagged');
    await screen.findByText('Question of one');
    await press(' ');
    expect(screen.getByRole('button', { name: 'Good' })).toBeTruthy();
    await press('1');
    await doneCount(1, 2);
    await press(' ');
    await press('3');
    expect(await screen.findByRole('heading', { name: 'Done' })).toBeTruthy();
    const events = await learner.store.db.events.toArray();
    expect(events.slice(-2)).toMatchObject([
      { kind: 'answered', mode: 'cram', result: 'wrong' },
      { kind: 'answered', mode: 'cram', result: 'right' },
    ]);
    expect(await listReviews()).toEqual([]);
  });
});
