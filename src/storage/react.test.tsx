import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { RoadmapId } from '#src/domain/ids.ts';
import { StoreProvider, useLive } from './react.tsx';
import { setSettings } from './set-settings.ts';
import { closeStore, openStore, type Store } from './store.ts';
import { loadDay } from './today.ts';
import { openTestBank } from './test-store.ts';

const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) closeStore(store);
});

async function openFollowed(): Promise<Store> {
  const { store } = await openTestBank();
  stores.push(store);
  await setSettings(store, [{ key: 'roadmaps', value: ['backend' as RoadmapId] }]);
  return store;
}

function NewCount() {
  const day = useLive(loadDay);
  if (day.state !== 'ready') return <p>{day.state === 'failed' ? day.error.message : 'loading'}</p>;
  return <p>{day.value.counts.new} new</p>;
}

it('shows what a query over several tables reads together', async () => {
  const store = await openFollowed();
  render(
    <StoreProvider store={store}>
      <NewCount />
    </StoreProvider>,
  );
  expect(await screen.findByText('5 new')).toBeDefined();
});

it('runs a query again after a change made through another connection, as another tab does', async () => {
  const store = await openFollowed();
  const { clock, fetchDeckFile } = store;
  const other = await openStore({
    name: store.db.name,
    clock,
    fetchDeckFile,
    noteFormats: store.noteFormats,
  });
  stores.push(other);
  render(
    <StoreProvider store={store}>
      <NewCount />
    </StoreProvider>,
  );
  await screen.findByText('5 new');
  await act(() => setSettings(other, [{ key: 'newPerDay', value: 2 }]));
  expect(await screen.findByText('2 new')).toBeDefined();
});

it('tells a failure instead of showing nothing', async () => {
  const store = await openFollowed();
  closeStore(store);
  render(
    <StoreProvider store={store}>
      <NewCount />
    </StoreProvider>,
  );
  expect(await screen.findByText(/connection to the stored data was lost/)).toBeDefined();
});
