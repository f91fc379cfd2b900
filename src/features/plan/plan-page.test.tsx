import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import type { DeckId, RoadmapId } from '#src/domain/ids.ts';
import { createDeck } from '#src/storage/own-content.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { setSettings } from '#src/storage/set-settings.ts';
import { loadSettings } from '#src/storage/settings.ts';
import { closeStore, type Store } from '#src/storage/store.ts';
import { addNote } from '#src/storage/test-notes.ts';
import { openTestBank } from '#src/storage/test-store.ts';
import { PlanPage } from './plan-page.tsx';

const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) closeStore(store);
});

async function show(address = '/roadmaps/backend/plan'): Promise<Store> {
  const { store } = await openTestBank();
  stores.push(store);
  await setSettings(store, [{ key: 'roadmaps', value: ['backend' as RoadmapId] }]);
  render(
    <StoreProvider store={store}>
      <MemoryRouter initialEntries={[address]}>
        <Routes>
          <Route path="/roadmaps/:id/plan" element={<PlanPage />} />
        </Routes>
      </MemoryRouter>
    </StoreProvider>,
  );
  return store;
}

async function deckSettings({ db }: Store) {
  return (await loadSettings(db)).decks.get('roadmap:backend' as DeckId);
}

it('shows what finishing by a day would take, and chooses it with an undo', async () => {
  const user = userEvent.setup();
  const store = await show();
  const field = await screen.findByLabelText('Last day');
  await user.clear(field);
  await user.type(field, '2026-03-11');
  expect(
    await screen.findByText(/5 cards to meet at 2 a day, the last one on 11 March 2026/),
  ).toBeDefined();
  const choose = screen.getByRole('button', { name: 'Choose this plan' });
  await waitFor(() => {
    expect(choose.hasAttribute('disabled')).toBe(false);
  });
  await user.click(choose);
  expect(await screen.findByText(/^Chosen: the limits are set/)).toBeDefined();
  const panel = await screen.findByRole('region', { name: 'Your plan' });
  expect(within(panel).getByText(/Finish by 11 March 2026, 2 new a day: day 1 of 3/)).toBeDefined();
  expect(await deckSettings(store)).toMatchObject({ newPerDay: 2, plan: { kind: 'finish' } });

  await user.click(await within(panel).findByRole('button', { name: 'Undo the choice' }));
  expect(await screen.findByText(/^Undone: limits, order and due days/)).toBeDefined();
  await waitFor(() => {
    expect(screen.queryByRole('region', { name: 'Your plan' })).toBeNull();
  });
  expect(await deckSettings(store)).toBeUndefined();
});

it('names the decks of the learner’s own whose new cards it limits', async () => {
  const user = userEvent.setup();
  const store = await show();
  const { home } = await createDeck(store, 'Mine');
  await addNote(store, home, 'One');
  const field = await screen.findByLabelText('Last day');
  await user.clear(field);
  await user.type(field, '2026-03-11');
  expect(await screen.findByText(/^New cards a day from Mine: \d+, now no limit$/)).toBeDefined();
});

it('says that leaving a plan leaves its limits, and takes the leaving back', async () => {
  const user = userEvent.setup();
  const store = await show();
  await user.click(await screen.findByLabelText('So many new cards a day'));
  const pace = screen.getByLabelText('New cards a day');
  await user.clear(pace);
  await user.type(pace, '3');
  expect(await screen.findByText(/5 cards to meet at 3 a day/)).toBeDefined();
  const choose = screen.getByRole('button', { name: 'Choose this plan' });
  await waitFor(() => {
    expect(choose.hasAttribute('disabled')).toBe(false);
  });
  await user.click(choose);
  await user.click(await screen.findByRole('button', { name: 'Leave the plan' }));
  expect(
    await screen.findByText('Left. Limits, order and due days stay as they are.'),
  ).toBeDefined();
  expect(await deckSettings(store)).toMatchObject({ newPerDay: 3, plan: null });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('region', { name: 'Your plan' })).toBeDefined();
});

it('offers ways out where it does not fit, which fill in the fields', async () => {
  const user = userEvent.setup();
  await show();
  await user.click(await screen.findByLabelText('So many new cards a day'));
  await user.type(screen.getByLabelText('Minutes a day, at most'), '1');
  const panel = await screen.findByRole('region', { name: 'It does not fit' });
  expect(within(panel).getByText(/you wanted 1 at most/)).toBeDefined();
  const way = await within(panel).findByRole('button', { name: /^Give \d+ minutes a day$/ });
  await user.click(way);
  await waitFor(() => {
    expect(screen.queryByRole('region', { name: 'It does not fit' })).toBeNull();
  });
  expect(screen.getByLabelText('Minutes a day, at most')).toHaveProperty(
    'value',
    /\d+/.exec(way.textContent)?.[0],
  );
  expect(screen.getByRole('button', { name: 'Choose this plan' })).toBeDefined();
});

it('asks which sections an interview is about before it foresees anything', async () => {
  const user = userEvent.setup();
  await show();
  await user.click(await screen.findByLabelText('Be ready for an interview'));
  expect(screen.getByText('Choose at least one section.')).toBeDefined();
  await user.click(screen.getByRole('checkbox', { name: 'Redis' }));
  expect(await screen.findByText(/3 cards to meet at 1 a day/)).toBeDefined();
  expect(screen.getByRole('heading', { name: 'On the day' })).toBeDefined();
});

it('says what is wrong with a field, at the field', async () => {
  const user = userEvent.setup();
  await show();
  const field = await screen.findByLabelText('Last day');
  await user.clear(field);
  await user.type(field, '2020-01-01');
  expect(screen.getByText(/^Choose a day from today to /)).toBeDefined();
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

it('gives the bars as a table', async () => {
  const user = userEvent.setup();
  await show();
  await user.click(await screen.findByText('The same as a table'));
  const table = screen.getByRole('table', { name: 'Cards and minutes by week' });
  expect(within(table).getAllByRole('row').length).toBe(14);
});

it('says what to do where an address names no roadmap', async () => {
  await show('/roadmaps/cooking/plan');
  expect(await screen.findByRole('heading', { name: 'No such roadmap' })).toBeDefined();
});
