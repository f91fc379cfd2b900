import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readCopy } from '#src/formats/read-copy.ts';
import { chooseBackupFolder, findBackupFolder } from '#src/storage/backup-folder.ts';
import { listAllEvents } from '#src/storage/copy.ts';
import { loadDataHealth } from '#src/storage/health.ts';
import { setSettings } from '#src/storage/set-settings.ts';
import { openTestStore } from '#src/storage/test-store.ts';
import { keepFoldersByHandle, MemoryFolder } from './testing/memory-folder.ts';
import { backUpNow, backUpOnceADay, writeCopy } from './write-backup.ts';

keepFoldersByHandle();

const dayMs = 86_400_000;

async function openWithFolder() {
  const opened = await openTestStore();
  const { store } = opened;
  await setSettings(store, [{ key: 'newPerDay', value: 7 }]);
  const folder = new MemoryFolder();
  await chooseBackupFolder(store, folder);
  const find = async () => {
    const found = await findBackupFolder(store);
    if (found === undefined) throw new Error('no folder');
    return found;
  };
  return { ...opened, folder, find };
}

describe('the daily copy into a folder', () => {
  it('is a whole copy, named after its day, and counts as one that was saved', async () => {
    const { store, clock, folder, find } = await openWithFolder();
    await backUpOnceADay(store);
    expect([...folder.files.keys()]).toEqual(['cairn-2026-03-09.zip']);
    const bytes = await folder.files.get('cairn-2026-03-09.zip')?.arrayBuffer();
    const copy = await readCopy(new Uint8Array(bytes ?? new ArrayBuffer()), {
      digest: () => Promise.reject(new Error('This copy holds no files.')),
      pause: () => Promise.resolve(),
    });
    expect(copy).toMatchObject({ events: await listAllEvents(store) });
    expect((await loadDataHealth(store)).lastCopyAt).toBe(clock.now());
    expect(await find()).toMatchObject({ lastAt: clock.now(), written: ['cairn-2026-03-09.zip'] });
  });

  it('is written once a study day', async () => {
    const { store, clock, folder } = await openWithFolder();
    await backUpOnceADay(store);
    const first = folder.files.get('cairn-2026-03-09.zip');
    clock.pass(dayMs / 4);
    await backUpOnceADay(store);
    expect(folder.files.get('cairn-2026-03-09.zip')).toBe(first);
    clock.pass(dayMs);
    await backUpOnceADay(store);
    expect(folder.files.size).toBe(2);
  });

  it('waits where nothing was learned yet, and where no folder is chosen', async () => {
    const { store } = await openTestStore();
    await backUpOnceADay(store);
    const folder = new MemoryFolder();
    await chooseBackupFolder(store, folder);
    await backUpOnceADay(store);
    expect(folder.files.size).toBe(0);
  });

  it('keeps the newest seven of its own, and every other file', async () => {
    const { store, clock, folder } = await openWithFolder();
    const theirs = new Blob(['theirs']);
    folder.files.set('cairn-2026-03-01.zip', theirs);
    folder.files.set('cairn-2026-03-09.zip', theirs);
    for (let day = 0; day < 10; day += 1) {
      await backUpOnceADay(store);
      clock.pass(dayMs);
    }
    expect([...folder.files.keys()].sort()).toEqual([
      'cairn-2026-03-01.zip',
      'cairn-2026-03-09.zip',
      ...['12', '13', '14', '15', '16', '17', '18'].map((day) => `cairn-2026-03-${day}.zip`),
    ]);
    expect(folder.files.get('cairn-2026-03-09.zip')).toBe(theirs);
  });

  it('takes another name where another device wrote one of that day', async () => {
    const { store, folder } = await openWithFolder();
    folder.files.set('cairn-2026-03-09.zip', new Blob(['theirs']));
    expect(await writeCopy(store, folder, [])).toEqual(['cairn-2026-03-09-2.zip']);
    expect(await writeCopy(store, folder, ['cairn-2026-03-09-2.zip'])).toEqual([
      'cairn-2026-03-09-2.zip',
    ]);
  });

  it('says when the permission has lapsed, and goes on once it is given again', async () => {
    const { store, folder, find } = await openWithFolder();
    folder.permission = 'prompt';
    await backUpOnceADay(store);
    expect(folder.files.size).toBe(0);
    expect((await find()).trouble).toEqual({ kind: 'permission' });
    await backUpNow(store, await find());
    expect(folder.files.size).toBe(1);
    expect((await find()).trouble).toBeUndefined();
  });

  it('says why it failed, leaves the copy of before as it was, and tries again the next time', async () => {
    const { store, clock, folder, find } = await openWithFolder();
    await backUpOnceADay(store);
    clock.pass(dayMs);
    folder.failure = new Error('The disk is full.');
    await backUpOnceADay(store);
    expect([...folder.files.keys()]).toEqual(['cairn-2026-03-09.zip']);
    expect(await find()).toMatchObject({
      trouble: { kind: 'failed', message: 'The disk is full.' },
      written: ['cairn-2026-03-09.zip'],
    });
    folder.failure = undefined;
    await backUpOnceADay(store);
    expect((await find()).written).toEqual(['cairn-2026-03-09.zip', 'cairn-2026-03-10.zip']);
  });
});
