import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventTime, mintEventId, toFirstId } from './event-id.ts';
import type { EventId, Instant } from './ids.ts';

const zeros = new Uint8Array(10);
const ones = new Uint8Array(10).fill(255);
const now = 1_700_000_000_000 as Instant;
const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const time = fc.integer({ min: 0, max: 2 ** 48 - 2 });

describe('an event id', () => {
  it('is 26 characters of Crockford base 32, time first', () => {
    expect(mintEventId(0 as Instant, null, zeros)).toBe('0'.repeat(26));
    expect(mintEventId(now, null, zeros)).toBe(`01HF7YAT00${'0'.repeat(16)}`);
    expect(mintEventId((2 ** 48 - 1) as Instant, null, ones)).toBe(`7${'Z'.repeat(25)}`);
  });

  it('keeps all 80 random bits', () => {
    const random = Uint8Array.from([0x84, 0x21, 0x08, 0x42, 0x10, 0, 0, 0, 0, 0x1f]);
    expect(mintEventId(0 as Instant, null, random)).toBe(`${'0'.repeat(10)}GGGGGGGG0000000Z`);
  });

  it('tells its time', () => {
    expect(eventTime(mintEventId(now, null, ones))).toBe(now);
  });

  it('sorts after the newest known id although the clock went back', () => {
    const newest = mintEventId(now, null, ones);
    const next = mintEventId((now - 86_400_000) as Instant, newest, zeros);
    expect(next > newest).toBe(true);
    expect(eventTime(next)).toBe(now + 1);
  });

  it('starts from zero where the clock stands before 1970', () => {
    expect(eventTime(mintEventId(-5 as Instant, null, zeros))).toBe(0);
  });

  it('is refused without ten random bytes and where the time does not fit', () => {
    expect(() => mintEventId(now, null, new Uint8Array(9))).toThrow('ten random bytes');
    const last = `7${'Z'.repeat(25)}` as EventId;
    expect(() => mintEventId(now, last, zeros)).toThrow('No event id can hold');
  });

  it('sorts by time first, whatever the random bits', () => {
    fc.assert(
      fc.property(time, time, bytes, bytes, (one, other, random, otherRandom) => {
        const id = mintEventId(one as Instant, null, random);
        const otherId = mintEventId(other as Instant, null, otherRandom);
        if (one !== other) expect(id < otherId).toBe(one < other);
        expect(eventTime(id)).toBe(one);
      }),
    );
  });

  it('is at or after the first id of an instant exactly where it was minted then or later', () => {
    fc.assert(
      fc.property(time, time, bytes, (at, instant, random) => {
        const id = mintEventId(at as Instant, null, random);
        expect(id >= toFirstId(instant as Instant)).toBe(at >= instant);
      }),
    );
    expect(toFirstId(-1 as Instant)).toBe('0'.repeat(26));
  });

  it('always sorts after the ids its device has seen', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(time, bytes), { minLength: 2 }), (clock) => {
        let newest: EventId | null = null;
        for (const [at, random] of clock) {
          const id = mintEventId(Math.min(at, 4e12) as Instant, newest, random);
          expect(newest === null || id > newest).toBe(true);
          newest = id;
        }
      }),
    );
  });
});
