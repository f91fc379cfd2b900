import type { StudyDay } from '#src/domain/ids.ts';

const dayMs = 86_400_000;
const date = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const weekday = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A study day as a date: `9 March 2026`. */
export function writeDate(day: StudyDay): string {
  return date.format(day * dayMs);
}

/** A study day near enough to need no year: `Mon, 9 Mar`. */
export function writeShortDate(day: StudyDay): string {
  return weekday.format(day * dayMs);
}
