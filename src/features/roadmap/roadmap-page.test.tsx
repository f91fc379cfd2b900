import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { CardId } from '#src/domain/ids.ts';
import { suspendCards } from '#src/storage/card-acts.ts';
import { recordReview } from '#src/storage/record-review.ts';
import type { Store } from '#src/storage/store.ts';
import { expectFocus } from '#src/testing/expect-focus.ts';
import { openBank, show } from './testing/open-roadmap.tsx';

const dayMs = 86_400_000;

function grade(store: Store, grade_: 'easy' | 'good') {
  const card = 'cairn:redis-1#1' as CardId;
  return recordReview(store, {
    ...{ card, grade: grade_, durationMs: 1, mode: 'review', expected: null },
  });
}

it('says of each topic how many of its cards were met and what is recalled of them', async () => {
  const { store } = await openBank();
  await grade(store, 'easy');
  show(store, '/roadmaps/backend');
  expect(await screen.findByText(/1 of 5 cards started, 100 % recall now/)).toBeDefined();
  const row = screen.getByRole('link', { name: 'Redis basics' }).closest('li');
  expect(within(row as HTMLElement).getByText('1/3')).toBeDefined();
  const name = 'Status of Redis basics: In progress';
  expect(await within(row as HTMLElement).findByRole('button', { name })).toBeDefined();
  const other = screen.getByRole('link', { name: 'HTTP basics' }).closest('li');
  expect(within(other as HTMLElement).getByText('not started')).toBeDefined();
});

it('brings the topic its address names into view, with the focus, its section open', async () => {
  const { store } = await openBank();
  show(store, '/roadmaps/backend#backend%2Fhttp%2Fbasics');
  const link = await screen.findByRole('link', { name: 'HTTP basics' });
  const row = link.closest('.topic');
  await expectFocus(() => row);
  expect(row?.getAttribute('aria-current')).toBe('location');
  expect(row?.closest('details')?.open).toBe(true);
});

it('opens sections where something is under way, and keeps what the learner folds', async () => {
  const { store } = await openBank();
  await grade(store, 'good');
  show(store, '/roadmaps/backend');
  const sectionOf = async (name: string) =>
    (await screen.findByRole('heading', { name })).closest('details') as HTMLDetailsElement;
  expect((await sectionOf('Redis')).open).toBe(true);
  const http = await sectionOf('HTTP');
  expect(http.open).toBe(false);
  http.open = true;
  await waitFor(() => {
    expect(sessionStorage.getItem('cairn-folds:backend')).toBe('{"backend/http":true}');
  });
});

it('shows the roadmap as it was and as it will be without review', async () => {
  const { store, clock } = await openBank();
  await grade(store, 'easy');
  clock.pass(9 * dayMs);
  show(store, '/roadmaps/backend');
  const slider = await screen.findByRole('slider', { name: 'Seen from' });
  expect(slider.getAttribute('min')).toBe('-9');
  const move = (days: number) => {
    fireEvent.change(slider, { target: { value: String(days) } });
  };
  move(30);
  expect(await screen.findByText(/in 30 days without review, 2026-04-17$/)).toBeDefined();
  expect(await screen.findByText(/7\d % recall in 30 days/)).toBeDefined();
  move(-9);
  expect(await screen.findByText(/^9 days ago, 2026-03-09$/)).toBeDefined();
  expect(await screen.findByText(/9\d % recall 9 days ago/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Back to today' }));
  expect(await screen.findByText(/% recall now/)).toBeDefined();
});

it('brings suspended cards of a section back, and takes that back', async () => {
  const { store } = await openBank();
  const user = userEvent.setup();
  await suspendCards(store, { cards: ['cairn:redis-1#1', 'cairn:redis-2#1'] as CardId[] }, true);
  show(store, '/roadmaps/backend');
  expect(await screen.findByText('2 cards are suspended.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Bring them back' }));
  expect(await screen.findByText('They will be asked again when they are due.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('2 cards are suspended.')).toBeDefined();
});

it('says what to do where an address names no roadmap', async () => {
  show((await openBank()).store, '/roadmaps/cooking');
  expect(await screen.findByRole('heading', { name: 'No such roadmap' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'See all roadmaps' })).toBeDefined();
});

it('follows a roadmap and leaves it', async () => {
  const user = userEvent.setup();
  show((await openBank()).store, '/roadmaps');
  await user.click(await screen.findByRole('button', { name: 'Following' }));
  await user.click(await screen.findByRole('button', { name: 'Follow' }));
  expect(await screen.findByRole('button', { name: 'Following' })).toBeDefined();
});
