import type { Instant, StudyDay } from '#src/domain/ids.ts';
import type { Due } from '#src/domain/schedule.ts';

/** How long until a card comes back, as short as a button needs it: `10 min`, `4 d`, `2.1 mo`. */
export function describeInterval(due: Due, now: Instant, today: StudyDay): string {
  return 'at' in due ? describeMinutes((due.at - now) / 60_000) : describeDays(due.day - today);
}

/** Days as `0 d`, `12 d`, `2.1 mo` from two months on, `1.4 y` from two years on. */
export function describeDays(days: number): string {
  if (days < 61) return `${days} d`;
  if (days < 730) return `${oneDigit(days / 30.4375)} mo`;
  return `${oneDigit(days / 365.25)} y`;
}

function describeMinutes(minutes: number): string {
  if (minutes < 1) return '< 1 min';
  if (minutes < 100) return `${Math.round(minutes)} min`;
  return `${oneDigit(minutes / 60)} h`;
}

function oneDigit(value: number): string {
  return value < 9.95 ? String(Math.round(value * 10) / 10) : String(Math.round(value));
}
