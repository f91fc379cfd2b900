import { packageLimits } from '#src/formats/anki/package-limits.ts';
import type { ChosenFile } from './read-file.ts';

/**
 * What chosen, dropped, pasted or shared files hold. Rejects, naming the file, where one cannot be read
 * or is larger than any that is, and where there is none.
 */
export function readChosen(files: readonly File[]): Promise<ChosenFile[]> {
  if (files.length === 0) {
    return Promise.reject(new Error('No file arrived. Choose it here instead.'));
  }
  return Promise.all(files.map(readBytes));
}

async function readBytes(file: File): Promise<ChosenFile> {
  const { name, size } = file;
  // Before any of it is held: the page would end with its memory.
  if (size > packageLimits.bytes) {
    const most = packageLimits.bytes / 1024 / 1024;
    throw new Error(
      `“${name}” is larger than ${most} MB. Split it, or export its decks one by one.`,
    );
  }
  try {
    return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    throw new Error(
      `“${name}” cannot be read. If it is a folder, choose the files in it; else copy it to this device first.`,
    );
  }
}
