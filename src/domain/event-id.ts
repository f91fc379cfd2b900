import type { EventId, Instant } from './ids.ts';

/** Crockford's base 32: its digits sort as their values do, and no two of them look alike. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLength = 10;
const randomBytes = 10;
const idLength = 26;
const lastTime = 2 ** 48 - 1;

/**
 * Mints the id of a new event: 26 characters, 48 bits of hybrid time in milliseconds and then 80
 * random bits, as a ULID. Its time is `now`, or one after that of the newest id this device has
 * seen where the clock stands behind it; so a new event sorts after all that its device knew.
 * Throws where `random` is not ten bytes, or the time no longer fits (the year 10889).
 */
export function mintEventId(now: Instant, newest: EventId | null, random: Uint8Array): EventId {
  if (random.length !== randomBytes) throw new RangeError('An event id takes ten random bytes.');
  const time = Math.max(0, Math.floor(now), newest === null ? 0 : eventTime(newest) + 1);
  if (time > lastTime) throw new RangeError(`No event id can hold the time ${String(time)}.`);
  return (writeTime(time) + writeRandom(random)) as EventId;
}

/** The least id that an event minted at this instant or later can have. */
export function toFirstId(at: Instant): EventId {
  return writeTime(Math.max(0, at)).padEnd(idLength, '0') as EventId;
}

/** The hybrid time in an event's id: at or after the clock that its device showed. */
export function eventTime(id: EventId): Instant {
  let time = 0;
  for (let index = 0; index < timeLength; index += 1) {
    time = time * 32 + digits.indexOf(id.charAt(index));
  }
  return time as Instant;
}

function writeTime(time: number): string {
  let text = '';
  for (let rest = time, index = 0; index < timeLength; index += 1) {
    text = digits.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Five bits at a time; 80 bits fill sixteen digits exactly. */
function writeRandom(random: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of random) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += digits.charAt((held >>> bits) & 31);
    }
    held &= 31;
  }
  return text;
}
