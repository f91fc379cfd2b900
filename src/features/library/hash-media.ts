import { toHex } from '#src/domain/hex.ts';
import type { ImportedMedia } from '#src/formats/import/imported-deck.ts';
import type { BroughtMedia } from '#src/storage/stage-edition.ts';

/** Files with the SHA-256 of their bytes, which `digest` gives. */
export async function hashMedia(
  media: readonly ImportedMedia[],
  digest: (bytes: Uint8Array) => Promise<ArrayBuffer>,
): Promise<BroughtMedia[]> {
  const hashed: BroughtMedia[] = [];
  for (const { name, bytes } of media) {
    hashed.push({ name, bytes, hash: toHex(new Uint8Array(await digest(bytes))) });
  }
  return hashed;
}
