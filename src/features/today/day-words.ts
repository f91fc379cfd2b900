import type { StudyDay } from '#src/domain/ids.ts';

const dayMs = 86_400_000;
const weekday = new Intl.DateTimeFormat('en', { weekday: 'narrow', timeZone: 'UTC' });
const full = new Intl.DateTimeFormat('en', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** The first letter of a study day's weekday. */
export function nameWeekday(day: StudyDay): string {
  return weekday.format(day * dayMs);
}

/** A study day's date in words: `Monday, March 9`. */
export function describeDay(day: StudyDay): string {
  return full.format(day * dayMs);
}
