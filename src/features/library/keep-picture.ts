import { toHex } from '#src/domain/hex.ts';
import { keepMedia } from '#src/storage/media.ts';
import type { Store } from '#src/storage/store.ts';

const endingByType: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
};

/** What a picture that is chosen from the device may be. */
export const pictureTypes = Object.keys(endingByType).join(',');

/** The files among these that a note can show. */
export function listPictures(files: Iterable<File>): File[] {
  return [...files].filter(({ type }) => Object.hasOwn(endingByType, type));
}

/** Keeps a picture on this device, and returns the text that puts it into a field. */
export async function keepPicture(store: Store, file: File, isHtml: boolean): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = toHex(digest);
  const name = await keepMedia(store, { hash, bytes, ending: endingByType[file.type] ?? 'png' });
  return isHtml ? `<img src="${name}">` : `![Picture](${name})`;
}
