import { useState } from 'react';
import { findBackupFolder } from '#src/storage/backup-folder.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { describeTrouble } from './backup-words.ts';

const tables = ['kept'] as const;

/** One line where the daily copy did not reach its folder, with the way to let it; else nothing. */
export function BackupLine() {
  const store = useStore();
  const folder = useLive(findBackupFolder, tables);
  const [isBusy, setIsBusy] = useState(false);
  if (folder.state !== 'ready' || folder.value === undefined) return null;
  const chosen = folder.value;
  const trouble = describeTrouble(chosen);
  if (trouble === undefined) return null;
  const handleClick = async () => {
    setIsBusy(true);
    const { backUpNow } = await import('./write-backup.ts');
    await backUpNow(store, chosen).finally(() => {
      setIsBusy(false);
    });
  };
  return (
    <Notice>
      <div className="row">
        <span>{trouble.words}</span>
        <Button disabled={isBusy} onClick={() => void handleClick()}>
          {trouble.act}
        </Button>
      </div>
    </Notice>
  );
}
