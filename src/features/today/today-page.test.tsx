// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import type { CardId, RoadmapId, StudyDay } from '#src/domain/ids.ts';
import { setDue } from '#src/storage/card-acts.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { recordReview } from '#src/storage/record-review.ts';
import { setSettings } from '#src/storage/set-settings.ts';
import { closeStore, type Store } from '#src/storage/store.ts';
import { makeBasicNote, openTestBank, type TestStore } from '#src/storage/test-store.ts';
import { expectFocus } from '#src/testing/expect-focus.ts';
import { TodayPage } from './today-page.tsx';

const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) closeStore(store);
});

const dayMs = 86_400_000;
const backend = 'backend' as RoadmapId;

async function openDay(cards: number, newPerDay: number): Promise<TestStore> {
  const notes = Array.from({ length: cards }, (_, index) => makeBasicNote(`n${index}`));
  const opened = await openTestBank({ Redis: notes });
  stores.push(opened.store);
  await setSettings(opened.store, [
    { key: 'roadmaps', value: [backend] },
    { key: 'newPerDay', value: newPerDay },
  ]);
  return opened;
}

function show({ store }: TestStore) {
  const handleCount = vi.fn();
  render(
    <StoreProvider store={store}>
      <MemoryRouter>
        <TodayPage onCount={handleCount} />
      </MemoryRouter>
    </StoreProvider>,
  );
  return handleCount;
}

const review = (store: Store, index: number) =>
  recordReview(store, {
    card: `cairn:n${index}#1` as CardId,
    grade: 'easy',
    durationMs: 4000,
    mode: 'review',
    expected: null,
  });

it('begins with one button for all that is due, and tells the count for the badge', async () => {
  const handleCount = show(await openDay(5, 3));
  expect(await screen.findByRole('link', { name: 'Review 3' })).toBeTruthy();
  await waitFor(() => {
    expect(handleCount).toHaveBeenLastCalledWith(3);
  });
});

it('adds more for today alone, with the focus on what was opened and closed', async () => {
  const user = userEvent.setup();
  show(await openDay(5, 2));
  await user.click(await screen.findByRole('button', { name: 'More today' }));
  const field = screen.getByLabelText('More new cards');
  await expectFocus(() => field);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await expectFocus(() => screen.getByRole('button', { name: 'More today' }));
  await user.click(screen.getByRole('button', { name: 'More today' }));
  await user.clear(screen.getByLabelText('More new cards'));
  await user.type(screen.getByLabelText('More new cards'), '2{Enter}');
  expect(await screen.findByRole('link', { name: 'Review 4' })).toBeTruthy();
});

it('says what to do next once every card was started', async () => {
  const day = await openDay(1, 5);
  await review(day.store, 0);
  show(day);
  expect(await screen.findByText(/Done for today: 1 card/)).toBeTruthy();
  expect(screen.getByText(/You have started every card/)).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Follow another roadmap' });
  expect(link.getAttribute('href')).toBe('/roadmaps');
  expect(screen.getByRole('link', { name: 'Review ahead' })).toBeTruthy();
});

it('spreads a backlog as previewed, and takes it back', async () => {
  const user = userEvent.setup();
  const day = await openDay(32, 0);
  const cards = Array.from({ length: 32 }, (_, index) => `cairn:n${index}#1` as CardId);
  for (let index = 0; index < 32; index += 1) await review(day.store, index);
  const today = Math.floor(day.clock.now() / dayMs) as StudyDay;
  await setDue(
    day.store,
    cards.map((card) => ({ card, day: (today + 1) as StudyDay })),
  );
  day.clock.pass(3 * dayMs);
  show(day);
  const heading = await screen.findByRole('heading', { name: 'After a break' });
  expect(screen.getByRole('link', { name: 'Review 32' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show how' }));
  await user.click(await screen.findByRole('button', { name: 'Spread the backlog' }));
  expect(await screen.findByText(/cards moved to the coming days/)).toBeTruthy();
  await expectFocus(() => heading);
  expect(await screen.findByRole('link', { name: 'Review 5' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText(/^Undone/)).toBeTruthy();
  await expectFocus(() => heading);
  expect(await screen.findByRole('link', { name: 'Review 32' })).toBeTruthy();
});

it('says why nothing new comes where the order of a roadmap holds back what is left', async () => {
  const opened = await openTestBank({
    Redis: [makeBasicNote('n0')],
    HTTP: [makeBasicNote('n1', 'web/http')],
  });
  stores.push(opened.store);
  await setSettings(opened.store, [
    { key: 'roadmaps', value: [backend] },
    { key: 'waitStabilityDays', deck: 'roadmap:backend', value: 21 },
  ]);
  await review(opened.store, 0);
  show(opened);
  expect(
    await screen.findByText(/1 new card waits until Redis basics is steadier: 8 of 21 days/),
  ).toBeTruthy();
  const links = screen.getAllByRole('link', { name: 'Backend' });
  expect(links.map((link) => link.getAttribute('href'))).toContain('/roadmaps/backend');
  expect(screen.queryByText(/You have started every card/)).toBeNull();
  await setSettings(opened.store, [
    { key: 'skippedKinds', deck: 'roadmap:backend', value: ['learn'] },
  ]);
  expect(await screen.findByText(/its order leaves out what is left, 1 card/)).toBeTruthy();
});
