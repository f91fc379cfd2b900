import { toStudyDay } from '#src/domain/day.ts';
import {
  findBackupFolder,
  noteBackup,
  type BackupFolder,
  type BackupTrouble,
  type FileHandle,
  type FolderHandle,
} from '#src/storage/backup-folder.ts';
import { loadDataHealth, noteCopySaved } from '#src/storage/health.ts';
import { loadSettings } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';
import { toMessage } from '#src/ui/error-message.ts';
import { gatherCopy } from './gather-copy.ts';

/** A week of daily learning, and longer for who comes seldom. */
const keptCopies = 7;

const readwrite = { mode: 'readwrite' } as const;

/** Writes a copy into the chosen folder where this study day has none yet, and there is something to lose. */
export async function backUpOnceADay(store: Store): Promise<void> {
  const folder = await findBackupFolder(store);
  if (folder === undefined || folder.lastDay === (await findToday(store))) return;
  if ((await loadDataHealth(store)).events === 0) return;
  await backUp(store, folder, (handle) => handle.queryPermission(readwrite));
}

/** Writes a copy into the chosen folder now, asking the learner first where the browser wants that: from a click. */
export async function backUpNow(store: Store, folder: BackupFolder): Promise<void> {
  await backUp(store, folder, (handle) => handle.requestPermission(readwrite));
}

/** Writes a copy and keeps how it went; what goes wrong is kept too, and told on Today. */
async function backUp(
  store: Store,
  { handle, written, lastAt, lastDay }: BackupFolder,
  askPermission: (handle: FolderHandle) => Promise<PermissionState>,
): Promise<void> {
  const fail = (trouble: BackupTrouble) => noteBackup(store, { written, lastAt, lastDay, trouble });
  try {
    if ((await askPermission(handle)) !== 'granted') {
      await fail({ kind: 'permission' });
      return;
    }
    const today = await findToday(store);
    const names = await writeCopy(store, handle, written);
    await noteBackup(store, { written: names, lastAt: store.clock.now(), lastDay: today });
    await noteCopySaved(store);
  } catch (error) {
    await fail({ kind: 'failed', message: toMessage(error) });
  }
}

async function findToday({ db, clock }: Store) {
  const { learner } = await loadSettings(db);
  const now = clock.now();
  return toStudyDay(now, clock.offsetMinutes(now), learner.rolloverMinutes);
}

/**
 * Writes a copy into a folder and deletes those of `written` that are too many; returns the names of
 * those that are left. A file of the same name that is not among them is another device's, and stays.
 */
export async function writeCopy(
  store: Store,
  folder: FolderHandle,
  written: readonly string[],
): Promise<string[]> {
  const copy = await gatherCopy(store, () => undefined);
  const name = await findFreeName(folder, copy.name, written);
  try {
    await writeFile(await folder.getFileHandle(name, { create: true }), copy.file);
  } catch (error) {
    // An empty file would pass for a copy.
    if (!written.includes(name)) await folder.removeEntry(name).catch(() => undefined);
    throw error;
  }
  const names = [...written.filter((other) => other !== name), name];
  for (const old of names.slice(0, -keptCopies)) {
    // The learner may have moved it away.
    await folder.removeEntry(old).catch(() => undefined);
  }
  return names.slice(-keptCopies);
}

async function writeFile(file: FileHandle, content: Blob): Promise<void> {
  const writable = await file.createWritable();
  try {
    await writable.write(content);
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
  await writable.close();
}

async function findFreeName(
  folder: FolderHandle,
  name: string,
  written: readonly string[],
): Promise<string> {
  let free = name;
  for (let count = 2; !written.includes(free) && (await isThere(folder, free)); count += 1) {
    free = name.replace('.zip', `-${count}.zip`);
  }
  return free;
}

async function isThere(folder: FolderHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return false;
    throw error;
  }
}
