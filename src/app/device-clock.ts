import type { Instant } from '#src/domain/ids.ts';
import type { Clock } from '#src/storage/store.ts';

/** The device's own time, zone and chance: the only place they come from. */
export const deviceClock: Clock = {
  now: () => Date.now() as Instant,
  // The browser counts minutes west of UTC; everything here counts east.
  offsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};
