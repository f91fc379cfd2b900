import 'fake-indexeddb/auto';
import '#src/testing/dialog-in-jsdom.ts';
import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { vi } from 'vitest';
import type { CompiledNote } from '#src/domain/content.ts';
import type { RoadmapId } from '#src/domain/ids.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { setSettings } from '#src/storage/set-settings.ts';
import { openTestBank, type TestStore } from '#src/storage/test-store.ts';
import { ReviewPage } from '../review-page.tsx';

/** A store whose learner follows a roadmap with these notes, by topic. */
export async function openLearner(notes?: readonly CompiledNote[]): Promise<TestStore> {
  const opened = await openTestBank(notes && { Redis: notes });
  await setSettings(opened.store, [{ key: 'roadmaps', value: ['backend' as RoadmapId] }]);
  return opened;
}

/** Shows the review screen over the store, as an address asks for it. */
export function renderReview({ store }: TestStore, address = '/review') {
  return render(
    <StoreProvider store={store}>
      <MemoryRouter initialEntries={[address]}>
        <Routes>
          <Route path="/review" element={<ReviewPage />} />
          <Route path="*" element={<p>Elsewhere</p>} />
        </Routes>
      </MemoryRouter>
    </StoreProvider>,
  );
}

/** Hands on the page: each press comes long enough after the one before. */
export function useHands() {
  const user = userEvent.setup();
  const rest = () => {
    vi.advanceTimersByTime(300);
  };
  return {
    user,
    press: async (keys: string) => {
      rest();
      // What was drawn listens to keys, and has the focus, once React has run its effects.
      await act(() => Promise.resolve());
      await user.keyboard(keys);
    },
    click: async (name: string | RegExp) => {
      rest();
      await user.click(await screen.findByRole('button', { name }));
    },
  };
}

/** The words of the card on the table. */
export function readCard(): string {
  return screen.getByRole('article').textContent;
}

/** Time that the review measures moves only when told. */
export function holdTime() {
  vi.useFakeTimers({ toFake: ['performance'] });
}
