import type { SittingId } from './ids.ts';

/** The id of a new sitting, from ten random bytes. */
export function mintSittingId(random: Uint8Array): SittingId {
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('') as SittingId;
}
