import { mintEventId } from './event-id.ts';
import type { EventId, Instant } from './ids.ts';

/** Odd numbers whose bits look like chance. */
const multipliers = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;

/**
 * The id of an event that another program recorded: its time, then 80 bits of a hash of `source`, which
 * names that record for good. So the same record has the same id on every device and at every import.
 */
export function deriveEventId(at: Instant, source: string): EventId {
  return mintEventId(at, null, hashTo80Bits(source));
}

/**
 * Four lanes of 32 bits, each carried on through its neighbour, so that no two of them run alike: one
 * FNV with several starts would not do, as the low bits of them all collide together. Never changed.
 */
function hashTo80Bits(text: string): Uint8Array {
  const [p, q, r, s] = multipliers;
  let [a, b, c, d]: [number, number, number, number] = [p, q, r, s];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, p);
    b = c ^ Math.imul(b ^ unit, q);
    c = d ^ Math.imul(c ^ unit, r);
    d = a ^ Math.imul(d ^ unit, s);
  }
  // What came last has to reach every lane, and its high bits the low ones.
  for (const lane of [17, 18, 19, 20]) {
    const unit = text.length + lane;
    a = b ^ Math.imul(a ^ unit, p);
    b = c ^ Math.imul(b ^ unit, q);
    c = d ^ Math.imul(c ^ unit, r);
    d = a ^ Math.imul(d ^ unit, s);
    a ^= a >>> lane;
  }
  const bytes = new Uint8Array(10);
  [a, b, c].forEach((lane, index) => {
    for (let byte = 0; byte < 4 && index * 4 + byte < 10; byte += 1) {
      bytes[index * 4 + byte] = lane >>> (byte * 8);
    }
  });
  return bytes;
}
