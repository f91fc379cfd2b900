import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { chooseBackupFolder } from '#src/storage/backup-folder.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { BackupLine } from './backup-line.tsx';
import { BackupPart } from './backup-part.tsx';
import { keepFoldersByHandle, MemoryFolder } from './testing/memory-folder.ts';
import { openLearner } from './testing/open-settings.tsx';
import { backUpOnceADay } from './write-backup.ts';

keepFoldersByHandle();
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'showDirectoryPicker');
});

/** Lets the browser have a picker, which gives what `pick` gives. */
function offerPicker(pick: () => Promise<MemoryFolder>) {
  Object.assign(globalThis, { showDirectoryPicker: pick });
}

function show(store: Store, screenPart: React.ReactNode) {
  const user = userEvent.setup();
  render(<StoreProvider store={store}>{screenPart}</StoreProvider>);
  return {
    click: async (name: string) => user.click(await screen.findByRole('button', { name })),
  };
}

it('writes a copy into the folder that is chosen, says where it is, and stops when asked', async () => {
  const { store } = await openLearner();
  const folder = new MemoryFolder();
  offerPicker(() => Promise.resolve(folder));
  const { click } = show(store, <BackupPart />);
  await click('Choose a folder');
  expect(await screen.findByText(/The last: cairn-2026-03-09\.zip, 9 March 2026/)).toBeTruthy();
  expect([...folder.files.keys()]).toEqual(['cairn-2026-03-09.zip']);
  await click('Stop');
  await screen.findByRole('button', { name: 'Choose a folder' });
});

it('changes nothing where the picker is left without a choice', async () => {
  const { store } = await openLearner();
  offerPicker(() => Promise.reject(new DOMException('The user aborted a request.', 'AbortError')));
  const { click } = show(store, <BackupPart />);
  await click('Choose a folder');
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Choose a folder' })).toHaveProperty(
      'disabled',
      false,
    );
  });
  expect(screen.queryByText(/cannot be used/)).toBeNull();
});

it('shows nothing where the browser cannot keep a folder', async () => {
  const { store } = await openLearner();
  show(
    store,
    <>
      <BackupPart />
      <p>Shown</p>
    </>,
  );
  await screen.findByText('Shown');
  expect(screen.queryByText('Automatic copies')).toBeNull();
});

it('tells of a permission that has lapsed in one line, whose button asks again', async () => {
  const { store } = await openLearner();
  const folder = new MemoryFolder();
  await chooseBackupFolder(store, folder);
  folder.permission = 'prompt';
  await backUpOnceADay(store);
  const { click } = show(store, <BackupLine />);
  await screen.findByText(/is not in “Backups”: the browser wants your word again/);
  folder.answer = 'denied';
  await click('Allow it again');
  expect(folder.files.size).toBe(0);
  folder.answer = 'granted';
  await click('Allow it again');
  await waitFor(() => {
    expect(screen.queryByRole('button')).toBeNull();
  });
  expect(folder.files.size).toBe(1);
});
