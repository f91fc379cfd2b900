import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countElapsedDays, studyDayStart, toIsoDate, toStudyDay } from './day.ts';
import type { Instant, StudyDay } from './ids.ts';

const hourMs = 3_600_000;
const rollover = 240;

function instant(text: string): Instant {
  return Date.parse(text) as Instant;
}

/** Minutes east of UTC in a zone at an instant, from the platform's own time zone data. */
function zoneOffset(zone: string): (at: Instant) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (at) => {
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')!.value;
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name)!;
    return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  };
}

/** Anki's number of a day since a collection was made: calendar dates apart, less one before the rollover. */
function ankiDayNumber(made: Instant, now: Instant, offset: number, rolloverHour: number): number {
  const dateOf = (at: Instant) => {
    const local = new Date(at + offset * 60_000);
    return Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()) / 86_400_000;
  };
  const isBefore = new Date(now + offset * 60_000).getUTCHours() < rolloverHour;
  return dateOf(now) - dateOf(made) - (isBefore ? 1 : 0);
}

describe('a study day', () => {
  it('counts what is studied at 3:59 to the evening before and at 4:00 to the new day', () => {
    const evening = toStudyDay(instant('2026-03-09T22:00+01:00'), 60, rollover);
    expect(toStudyDay(instant('2026-03-10T03:59+01:00'), 60, rollover)).toBe(evening);
    expect(toStudyDay(instant('2026-03-10T04:00+01:00'), 60, rollover)).toBe(evening + 1);
  });

  it('is named after the calendar date on which it began', () => {
    expect(toIsoDate(toStudyDay(instant('2026-03-10T03:59+01:00'), 60, rollover))).toBe(
      '2026-03-09',
    );
  });

  it('is the date where the learner is, not that of UTC', () => {
    const at = instant('2026-03-09T23:30Z');
    expect(toIsoDate(toStudyDay(at, 330, rollover))).toBe('2026-03-10');
    expect(toIsoDate(toStudyDay(at, -480, rollover))).toBe('2026-03-09');
  });

  it('is one day on both sides of midnight UTC for reviews forty minutes apart', () => {
    const before = toStudyDay(instant('2026-03-09T23:40Z'), 0, rollover);
    const after = toStudyDay(instant('2026-03-10T00:20Z'), 0, rollover);
    expect(countElapsedDays(before, after)).toBe(0);
  });

  it.each([
    [
      'made in the morning, asked before the next rollover',
      '2026-01-10T09:00Z',
      '2026-01-11T03:59Z',
      0,
    ],
    [
      'made in the morning, asked at the next rollover',
      '2026-01-10T09:00Z',
      '2026-01-11T04:00Z',
      1,
    ],
    ['a year and a leap day on', '2027-06-01T09:00Z', '2028-06-01T09:00Z', 366],
  ])('has the number Anki gives it: %s', (_, made, now, number) => {
    const day = toStudyDay(instant(now), 0, rollover) - toStudyDay(instant(made), 0, rollover);
    expect(day).toBe(number);
    expect(ankiDayNumber(instant(made), instant(now), 0, 4)).toBe(number);
  });

  it('has the number Anki gives it, anywhere and at any rollover', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -12 * 60, max: 14 * 60 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 4e12 }),
        (offset, rolloverHour, now) => {
          const made = studyDayStart(18_000 as StudyDay, offset, rolloverHour * 60);
          const day = toStudyDay(now as Instant, offset, rolloverHour * 60);
          expect(day - 18_000).toBe(ankiDayNumber(made, now as Instant, offset, rolloverHour));
        },
      ),
    );
  });

  it('begins where the instant before it belongs to the day before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 60_000 }),
        fc.integer({ min: -12 * 60, max: 14 * 60 }),
        fc.integer({ min: 0, max: 1439 }),
        (day, offset, rolloverMinutes) => {
          const start = studyDayStart(day as StudyDay, offset, rolloverMinutes);
          expect(toStudyDay(start, offset, rolloverMinutes)).toBe(day);
          expect(toStudyDay((start - 1) as Instant, offset, rolloverMinutes)).toBe(day - 1);
        },
      ),
    );
  });
});

describe('a study day where clocks change', () => {
  it.each([
    'America/New_York',
    'America/St_Johns',
    'Europe/Berlin',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Auckland',
  ])('neither repeats nor is missing and lasts 23 to 25 hours in %s', (zone) => {
    const offsetAt = zoneOffset(zone);
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 22_000 }), (startDay) => {
        const hours = Array.from({ length: 24 * 10 }, (_, index) => {
          const at = (startDay * 24 * hourMs + index * hourMs) as Instant;
          return toStudyDay(at, offsetAt(at), rollover);
        });
        const lengths = new Map<number, number>();
        hours.forEach((day, index) => {
          expect([0, 1]).toContain(day - (hours[index - 1] ?? day));
          lengths.set(day, (lengths.get(day) ?? 0) + 1);
        });
        for (const length of [...lengths.values()].slice(1, -1)) {
          expect(length).toBeGreaterThanOrEqual(23);
          expect(length).toBeLessThanOrEqual(25);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('follows the learner over the date line without counting days below zero', () => {
    const auckland = toStudyDay(instant('2026-03-10T10:00+13:00'), 780, rollover);
    const honolulu = toStudyDay(instant('2026-03-09T19:00-10:00'), -600, rollover);
    expect(honolulu).toBe(auckland - 1);
    expect(countElapsedDays(auckland, honolulu)).toBe(0);
  });
});
