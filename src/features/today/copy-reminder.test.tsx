// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { noteCopySaved } from '#src/storage/health.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { setSettings } from '#src/storage/set-settings.ts';
import { openTestStore, type TestStore } from '#src/storage/test-store.ts';
import { CopyReminder } from './copy-reminder.tsx';

const dayMs = 86_400_000;

async function openLearner(): Promise<TestStore> {
  const opened = await openTestStore();
  const changes = Array.from({ length: 50 }, (_, index) => ({
    key: 'newPerDay' as const,
    value: index + 1,
  }));
  await setSettings(opened.store, changes);
  return opened;
}

function show({ store }: TestStore) {
  render(
    <StoreProvider store={store}>
      <MemoryRouter>
        <CopyReminder />
      </MemoryRouter>
    </StoreProvider>,
  );
}

it('says after a week that nothing is saved elsewhere, and leads to saving a copy', async () => {
  const opened = await openLearner();
  opened.clock.pass(8 * dayMs);
  show(opened);
  expect(await screen.findByText(/^What you learned is on this device only/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Save a copy' }).getAttribute('href')).toBe(
    '/settings#data',
  );
});

it('says how old the last copy is, until another is saved', async () => {
  const opened = await openLearner();
  await noteCopySaved(opened.store);
  opened.clock.pass(31 * dayMs);
  show(opened);
  expect(await screen.findByText(/^Your last copy is 31 days old/)).toBeTruthy();
  await noteCopySaved(opened.store);
  await expect.poll(() => screen.queryByText(/last copy/)).toBeNull();
});
