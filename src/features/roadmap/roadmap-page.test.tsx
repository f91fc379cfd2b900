import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import type { CardId, RoadmapId } from '#src/domain/ids.ts';
import { suspendCards } from '#src/storage/card-acts.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { recordReview } from '#src/storage/record-review.ts';
import { setSettings } from '#src/storage/set-settings.ts';
import { closeStore, type Store } from '#src/storage/store.ts';
import { openTestBank } from '#src/storage/test-store.ts';
import { RoadmapPage } from './roadmap-page.tsx';
import { RoadmapsPage } from './roadmaps-page.tsx';

const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) closeStore(store);
});

async function openBank(): Promise<Store> {
  const { store } = await openTestBank();
  stores.push(store);
  await setSettings(store, [{ key: 'roadmaps', value: ['backend' as RoadmapId] }]);
  return store;
}

function show(store: Store, address: string) {
  render(
    <StoreProvider store={store}>
      <MemoryRouter initialEntries={[address]}>
        <Routes>
          <Route path="/roadmaps" element={<RoadmapsPage />} />
          <Route path="/roadmaps/:id" element={<RoadmapPage />} />
        </Routes>
      </MemoryRouter>
    </StoreProvider>,
  );
}

it('says of each topic how many of its cards were met and what is recalled of them', async () => {
  const store = await openBank();
  const card = 'cairn:redis-1#1' as CardId;
  await recordReview(store, { card, grade: 'easy', durationMs: 1, mode: 'review', expected: null });
  show(store, '/roadmaps/backend');
  expect(await screen.findByText(/1 of 5 cards started, 100 % recall now/)).toBeDefined();
  const row = screen.getByRole('link', { name: 'Redis basics' }).closest('li');
  expect(within(row as HTMLElement).getByText('1/3')).toBeDefined();
  const name = 'Status of Redis basics: In progress';
  expect(await within(row as HTMLElement).findByRole('button', { name })).toBeDefined();
  const other = screen.getByRole('link', { name: 'HTTP basics' }).closest('li');
  expect(within(other as HTMLElement).getByText('not started')).toBeDefined();
});

it('brings the topic its address names into view, with the focus', async () => {
  const seen: Element[] = [];
  Element.prototype.scrollIntoView = function () {
    seen.push(this);
  };
  show(await openBank(), '/roadmaps/backend#backend%2Fhttp%2Fbasics');
  const link = await screen.findByRole('link', { name: 'HTTP basics' });
  const row = link.closest('.topic');
  await waitFor(() => {
    expect(document.activeElement).toBe(row);
  });
  expect(seen).toEqual([row]);
  expect(row?.getAttribute('aria-current')).toBe('location');
});

it('brings suspended cards of a section back, and takes that back', async () => {
  const store = await openBank();
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
  show(await openBank(), '/roadmaps/cooking');
  expect(await screen.findByRole('heading', { name: 'No such roadmap' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'See all roadmaps' })).toBeDefined();
});

it('follows a roadmap and leaves it', async () => {
  const user = userEvent.setup();
  show(await openBank(), '/roadmaps');
  await user.click(await screen.findByRole('button', { name: 'Following' }));
  await user.click(await screen.findByRole('button', { name: 'Follow' }));
  expect(await screen.findByRole('button', { name: 'Following' })).toBeDefined();
});
