import { mintEventId } from './event-id.ts';
import type { EventId, Instant } from './ids.ts';

/** Odd numbers whose bits look like chance. */
const multipliers = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;

/** The id of an event that another program recorded at some time, by the rest of its record's name. */
export type DeriveEventId = (at: Instant, rest: string) => EventId;

/**
 * Ids of events that another program recorded: an event's time, then 80 bits of a hash of `start` and
 * the rest, which name its record for good. So the same record has the same id on every device and at
 * every import. What the names of a card's records have in common is hashed once.
 */
export function makeDerivedIds(start: string): DeriveEventId {
  const begun = takeIn([...multipliers], start);
  return (at, rest) => {
    const hash = finish(takeIn([...begun], rest), start.length + rest.length);
    return mintEventId(at, null, hash);
  };
}

type Lanes = [number, number, number, number];

/**
 * Four lanes of 32 bits, each carried on through its neighbour, so that no two of them run alike: one
 * FNV with several starts would not do, as the low bits of them all collide together. Never changed.
 */
function takeIn(lanes: Lanes, text: string): Lanes {
  for (let index = 0; index < text.length; index += 1) stir(lanes, text.charCodeAt(index));
  return lanes;
}

function stir(lanes: Lanes, unit: number): void {
  lanes[0] = lanes[1] ^ Math.imul(lanes[0] ^ unit, multipliers[0]);
  lanes[1] = lanes[2] ^ Math.imul(lanes[1] ^ unit, multipliers[1]);
  lanes[2] = lanes[3] ^ Math.imul(lanes[2] ^ unit, multipliers[2]);
  lanes[3] = lanes[0] ^ Math.imul(lanes[3] ^ unit, multipliers[3]);
}

/** Ten bytes of the lanes, once what came last has reached every lane and its high bits the low ones. */
function finish(lanes: Lanes, length: number): Uint8Array {
  for (const turn of [17, 18, 19, 20]) {
    stir(lanes, length + turn);
    lanes[0] ^= lanes[0] >>> turn;
  }
  const bytes = new Uint8Array(10);
  lanes.slice(0, 3).forEach((lane, index) => {
    for (let byte = 0; byte < 4 && index * 4 + byte < 10; byte += 1) {
      bytes[index * 4 + byte] = lane >>> (byte * 8);
    }
  });
  return bytes;
}
