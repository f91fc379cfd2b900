import type { Instant, StudyDay } from '#src/domain/ids.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** The part of the browser's handle of a folder that copies are written by. */
export interface FolderHandle {
  readonly name: string;
  /** Rejects with a `NotFoundError` where there is no such file, unless it is to be made. */
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle>;
  removeEntry(name: string): Promise<void>;
  queryPermission(wish: { mode: 'readwrite' }): Promise<PermissionState>;
  /** Asks the learner: only from a click of theirs. */
  requestPermission(wish: { mode: 'readwrite' }): Promise<PermissionState>;
}

/** A file is what it was before until what was written to it is closed. */
export interface FileHandle {
  createWritable(): Promise<{
    write(content: Blob): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}

/** The folder of this device that copies go into by themselves, and how that went. */
export interface BackupFolder {
  readonly handle: FolderHandle;
  /** Copies written into it from here, oldest first: no others are ever deleted. */
  readonly written: readonly string[];
  /** When the last one was; null where there is none yet. */
  readonly lastAt: Instant | null;
  readonly lastDay: StudyDay | null;
  /** Why the last attempt failed; absent where it did not. */
  readonly trouble?: BackupTrouble;
}

/** `permission`: the browser wants the learner's word again; else what went wrong, in words. */
export type BackupTrouble =
  { readonly kind: 'permission' } | { readonly kind: 'failed'; readonly message: string };

const key = 'backup-folder';

/** The folder chosen on this device; undefined where none is. */
export function findBackupFolder({ db }: Store): Promise<BackupFolder | undefined> {
  return withStorageErrors(async () => (await db.kept.get(key))?.value as BackupFolder | undefined);
}

/** Lets copies go into a folder from now on, in place of the one before. */
export function chooseBackupFolder({ db }: Store, handle: FolderHandle): Promise<void> {
  const value: BackupFolder = { handle, written: [], lastAt: null, lastDay: null };
  return withStorageErrors(async () => {
    await db.kept.put({ key, value });
  });
}

/** Writes no more copies by itself; those in the folder stay. */
export function leaveBackupFolder({ db }: Store): Promise<void> {
  return withStorageErrors(() => db.kept.delete(key));
}

/** Notes how writing a copy went; nothing where no folder is chosen any more. */
export function noteBackup({ db }: Store, outcome: Omit<BackupFolder, 'handle'>): Promise<void> {
  return withStorageErrors(() =>
    db.transaction('rw', db.kept, async () => {
      const kept = await db.kept.get(key);
      if (kept === undefined) return;
      const { handle } = kept.value as BackupFolder;
      await db.kept.put({ key, value: { handle, ...outcome } });
    }),
  );
}
