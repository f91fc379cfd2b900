import { describe, expect, it } from 'vitest';
import { makeDerivedIds } from './derived-event-id.ts';
import { eventTime } from './event-id.ts';
import type { Instant } from './ids.ts';

const now = 1_700_000_000_000 as Instant;
const deriveEventId = makeDerivedIds('');

describe('the id of an event from another program', () => {
  it('is the same for the same record for good', () => {
    expect(deriveEventId(now, 'deck:guid#1/review/5')).toBe(
      deriveEventId(now, 'deck:guid#1/review/5'),
    );
    expect(deriveEventId(now, '')).toMatchInlineSnapshot(`"01HF7YAT00XGMAXB0TZMSGKXHW"`);
    expect(deriveEventId(now, 'deck:guid#1/review/5')).toMatchInlineSnapshot(
      `"01HF7YAT004WKM7RW646MQ809E"`,
    );
  });

  it('is the same wherever the beginning of the name ends', () => {
    const name = 'deck:guid#1/review/5';
    for (let end = 0; end <= name.length; end += 1) {
      const derive = makeDerivedIds(name.slice(0, end));
      expect(derive(now, name.slice(end))).toBe(deriveEventId(now, name));
    }
  });

  it('tells its time', () => {
    expect(eventTime(deriveEventId(now, 'a'))).toBe(now);
  });

  it('differs for each of very many records, in each part of its hash', () => {
    const parts = [new Set<string>(), new Set<string>()];
    const count = 50_000;
    for (let index = 0; index < count; index += 1) {
      const id = deriveEventId(now, `deck:guid#${index % 3}/review/${1_600_000_000_000 + index}`);
      parts.forEach((part, place) => part.add(id.slice(10 + place * 8, 18 + place * 8)));
    }
    // 40 bits each: fewer than one pair among so many is expected to be alike.
    for (const part of parts) expect(part.size).toBeGreaterThan(count - 5);
  });
});
