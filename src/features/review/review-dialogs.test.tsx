// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompiledNote } from '#src/domain/content.ts';
import { makeBasicNote, type TestStore } from '#src/storage/test-store.ts';
import { expectFocus } from '#src/testing/expect-focus.ts';
import { holdTime, openLearner, renderReview, useHands } from './testing/open-review.tsx';

let learner: TestStore;
const pair: CompiledNote = {
  ...makeBasicNote('pair'),
  kind: 'reversed',
  question: ['Pair front'],
  answer: ['Pair back'],
  reverseQuestion: ['Pair reverse'],
  reverseAnswer: ['Pair answer'],
};

beforeEach(async () => {
  holdTime();
  sessionStorage.clear();
  learner = await openLearner([pair, makeBasicNote('two'), makeBasicNote('three')]);
  renderReview(learner);
  await screen.findByText('Pair front');
});
afterEach(() => {
  vi.useRealTimers();
});

const lastEvents = async (count: number) => (await learner.store.db.events.toArray()).slice(-count);

describe('the menu', () => {
  it('suspends the whole note, and undo brings it back', async () => {
    const { click, press } = useHands();
    await click('More');
    await click(/Suspend note/);
    expect(screen.queryByRole('dialog')).toBeNull();
    await screen.findByText('Question of two');
    expect(await lastEvents(2)).toMatchObject([
      { kind: 'suspended', subject: 'cairn:pair#1' },
      { kind: 'suspended', subject: 'cairn:pair#reverse' },
    ]);
    await press('u');
    expect(await screen.findByText('Pair front')).toBeTruthy();
  });

  it('leads to the topic in its roadmap', async () => {
    const { click } = useHands();
    await click('More');
    const link = screen.getByRole('link', { name: 'Open topic' });
    expect(link.getAttribute('href')).toMatch(/^\/roadmaps\/backend#backend%2F/);
  });

  it('forgets a card', async () => {
    const { click } = useHands();
    await click('More');
    await click('Forget');
    await screen.findByText('Question of two');
    expect(await lastEvents(1)).toMatchObject([{ kind: 'forgot', subject: 'cairn:pair#1' }]);
  });

  it('takes no grades from the keyboard while it is open', async () => {
    const { click, press } = useHands();
    await press(' ');
    await click('More');
    await press('3');
    expect(screen.getByText('Pair back')).toBeTruthy();
    await click('Close');
    await press('3');
    expect(await screen.findByText('Question of two')).toBeTruthy();
  });
});

describe('setting the due day', () => {
  it('moves the card to that day', async () => {
    const { click, user } = useHands();
    await click('More');
    await click('Set due day');
    const field = await screen.findByLabelText(/Due in how many days/);
    await expectFocus(() => field);
    await user.clear(field);
    await user.type(field, '12');
    await click('Set');
    await screen.findByText('Question of two');
    const [event] = await lastEvents(1);
    expect(event).toMatchObject({
      kind: 'rescheduled',
      due: { day: (event?.studyDay ?? 0) + 12 },
    });
  });

  it('can be left as it is', async () => {
    const { click } = useHands();
    await click('More');
    await click('Set due day');
    await click('Cancel');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Pair front')).toBeTruthy();
  });
});

describe('card details', () => {
  it('say that a new card is new', async () => {
    const { press, click } = useHands();
    await press('i');
    const dialog = within(await screen.findByRole('dialog', { name: 'Card details' }));
    expect(await dialog.findByText('Nothing yet: this card is new.')).toBeTruthy();
    await click('Close');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('hold memory and history, and draw how recall fell since the first review', async () => {
    const { press } = useHands();
    await press(' ');
    await press('1');
    await screen.findByText('Question of two');
    learner.clock.pass(86_400_000);
    await press(' ');
    await press('4');
    await screen.findByText('Pair front');
    await press('i');
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByRole('img', {
        name: /^Recall since the first review 1 day ago: now \d+ %$/,
      }),
    ).toBeTruthy();
    const rows = within(dialog.getByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(2);
    expect(rows[1]?.textContent).toContain('Again, next in 1 min');
    expect(dialog.getByText('Recall now')).toBeTruthy();
  });
});

describe('the list of keys', () => {
  it('opens with a question mark', async () => {
    const { press } = useHands();
    await press('?');
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeTruthy();
  });
});
