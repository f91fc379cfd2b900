import { useState } from 'react';
import {
  chooseBackupFolder,
  findBackupFolder,
  leaveBackupFolder,
  type FolderHandle,
} from '#src/storage/backup-folder.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { Notice } from '#src/ui/notice.tsx';
import { BackupLine } from './backup-line.tsx';
import { describeInstant } from './data-words.ts';

const tables = ['kept'] as const;

/** What browsers have that let a page keep a folder. */
interface FolderPicker {
  showDirectoryPicker?: (wish: { id: string; mode: 'readwrite' }) => Promise<FolderHandle>;
}

/** A folder that a copy goes into by itself, once a day; nothing where the browser has no such thing. */
export function BackupPart() {
  const store = useStore();
  const folder = useLive(findBackupFolder, tables);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { showDirectoryPicker: pick } = globalThis as FolderPicker;
  if (pick === undefined || folder.state === 'loading') return null;
  if (folder.state === 'failed') return <Notice tone="danger">{folder.error.message}</Notice>;
  const chosen = folder.value;
  const handleChoose = async () => {
    setProblem(undefined);
    setIsBusy(true);
    try {
      // A method of the window, and of nothing else.
      const handle = await pick.call(globalThis, { id: 'cairn', mode: 'readwrite' });
      await chooseBackupFolder(store, handle);
      const { backUpNow } = await import('./write-backup.ts');
      const kept = await findBackupFolder(store);
      if (kept !== undefined) await backUpNow(store, kept);
    } catch (error) {
      const isLeft = error instanceof DOMException && error.name === 'AbortError';
      if (!isLeft) setProblem(`That folder cannot be used. ${toMessage(error)}`);
    }
    setIsBusy(false);
  };
  return (
    <div className="restore">
      <h3>Automatic copies</h3>
      {chosen === undefined ? (
        <p>
          Choose a folder, best one that is synced or on another disk. A copy is written there once
          a day when you open Cairn; the newest seven are kept.
        </p>
      ) : (
        <p>
          A copy goes into “{chosen.handle.name}” once a day when you open Cairn; the newest seven
          are kept.{' '}
          {chosen.lastAt === null
            ? 'There is none yet.'
            : `The last: ${chosen.written.at(-1) ?? ''}, ${describeInstant(chosen.lastAt, store.clock)}.`}
        </p>
      )}
      <BackupLine />
      <div className="row">
        <Button disabled={isBusy} onClick={() => void handleChoose()}>
          {chosen === undefined ? 'Choose a folder' : 'Choose another folder'}
        </Button>
        {chosen !== undefined && (
          <Button look="quiet" disabled={isBusy} onClick={() => void leaveBackupFolder(store)}>
            Stop
          </Button>
        )}
        <p role="status">{isBusy && 'Writing a copy…'}</p>
      </div>
      {problem !== undefined && <Notice tone="danger">{problem}</Notice>}
    </div>
  );
}
