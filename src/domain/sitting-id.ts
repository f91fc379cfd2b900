import { toHex } from './hex.ts';
import type { SittingId } from './ids.ts';

/** The id of a new sitting, from ten random bytes. */
export function mintSittingId(random: Uint8Array): SittingId {
  return toHex(random) as SittingId;
}
