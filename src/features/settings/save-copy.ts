import { noteCopySaved } from '#src/storage/health.ts';
import type { Store } from '#src/storage/store.ts';
import { saveFile } from '#src/ui/save-file.ts';
import { gatherCopy, type GatheredCopy } from './gather-copy.ts';

/** Hands a copy of all there is to the browser to be saved. */
export async function saveCopy(
  store: Store,
  onProgress: (done: number, total: number) => void,
): Promise<GatheredCopy> {
  const copy = await gatherCopy(store, onProgress);
  saveFile(copy.name, copy.file);
  await noteCopySaved(store);
  return copy;
}
