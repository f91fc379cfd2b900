import type { BackupFolder } from '#src/storage/backup-folder.ts';

/** Why the last copy is not in the folder and what to press; undefined where it is. */
export function describeTrouble({
  handle,
  trouble,
}: BackupFolder): { readonly words: string; readonly act: string } | undefined {
  if (trouble === undefined) return undefined;
  if (trouble.kind === 'permission') {
    return {
      words: `Today’s copy is not in “${handle.name}”: the browser wants your word again.`,
      act: 'Allow it again',
    };
  }
  return {
    words: `Today’s copy could not be written into “${handle.name}”. ${trouble.message}`,
    act: 'Try again',
  };
}
