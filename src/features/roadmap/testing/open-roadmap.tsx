import { render } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { afterEach } from 'vitest';
import type { RoadmapId } from '#src/domain/ids.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { setSettings } from '#src/storage/set-settings.ts';
import { fetchMissingPacks } from '#src/storage/bank.ts';
import { closeStore, type Store } from '#src/storage/store.ts';
import { openTestBank, type TestStore } from '#src/storage/test-store.ts';
import { RoadmapPage } from '../roadmap-page.tsx';
import { RoadmapsPage } from '../roadmaps-page.tsx';

const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) closeStore(store);
  sessionStorage.clear();
});

/** A small bank with its roadmap followed and the text of its cards at hand. */
export async function openBank(): Promise<TestStore> {
  const opened = await openTestBank();
  stores.push(opened.store);
  await fetchMissingPacks(opened.store);
  await setSettings(opened.store, [{ key: 'roadmaps', value: ['backend' as RoadmapId] }]);
  return opened;
}

/** Shows an address of the roadmaps' pages on a phone, or on a screen with room for the map. */
export function show(store: Store, address: string, screen: 'phone' | 'desktop' = 'phone'): void {
  // jsdom has no screen, and so no media queries.
  globalThis.matchMedia = ((media: string) => ({
    media,
    matches: screen === 'desktop',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as unknown as typeof matchMedia;
  Element.prototype.scrollIntoView = () => undefined;
  render(
    <StoreProvider store={store}>
      <MemoryRouter initialEntries={['/roadmaps', address]} initialIndex={1}>
        <Address />
        <Routes>
          <Route path="/roadmaps" element={<RoadmapsPage />} />
          <Route path="/roadmaps/:id" element={<RoadmapPage />} />
          <Route path="*" element={null} />
        </Routes>
      </MemoryRouter>
    </StoreProvider>,
  );
}

function Address() {
  const { pathname, search, hash } = useLocation();
  return <output aria-label="Address">{pathname + search + hash}</output>;
}
