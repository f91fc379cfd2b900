import { expect, it } from 'vitest';
import type { Instant, StudyDay } from '#src/domain/ids.ts';
import {
  countEvents,
  describeBytes,
  describeDate,
  countThings,
  describeInstant,
  findCopyReminder,
} from './data-words.ts';

const now = Date.UTC(2026, 2, 9, 22) as Instant;
const ago = (days: number) => (now - days * 86_400_000) as Instant;

it('reminds of a copy when there is something to lose and the last one is old or missing', () => {
  const health = { events: 900, begunAt: ago(99), lastCopyAt: null };
  expect(findCopyReminder({ ...health, events: 3 }, now)).toBeUndefined();
  expect(findCopyReminder(health, now)).toMatch(/this device only/);
  expect(findCopyReminder({ ...health, lastCopyAt: ago(29) }, now)).toBeUndefined();
  expect(findCopyReminder({ ...health, lastCopyAt: ago(31) }, now)).toMatch(/31 days old/);
});

it('says sizes, counts and dates as a person would', () => {
  expect([0, 999, 1000, 3_240_000, 56e9, 2e15].map(describeBytes)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 KB',
    '3.2 MB',
    '56 GB',
    '2000 TB',
  ]);
  expect([countEvents(1), countEvents(1204)]).toEqual(['1 event', '1,204 events']);
  expect(countThings({ events: 2 })).toBe('2 events');
  expect(countThings({ events: 1, decks: 2, notes: 1200, media: 1 })).toBe(
    '1 event, 2 decks, 1,200 notes and 1 media file',
  );
  expect(describeDate(20_521 as StudyDay)).toBe('9 March 2026');
  const clock = { now: () => now, offsetMinutes: () => 180, randomBytes: () => new Uint8Array() };
  expect(describeInstant(now, clock)).toBe('10 March 2026');
});
