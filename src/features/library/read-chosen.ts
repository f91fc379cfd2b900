import type { ChosenFile } from './read-file.ts';

/** What chosen, dropped or pasted files hold. */
export function readChosen(files: readonly File[]): Promise<ChosenFile[]> {
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}
