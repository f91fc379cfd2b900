import type { Instant, StudyDay } from './ids.ts';

const minuteMs = 60_000;
/** A day of the calendar, as study days count: an hour lost or won to daylight saving is not in it. */
export const dayMs = 86_400_000;

/**
 * The study day an instant belongs to where the clock stands `offsetMinutes` east of UTC and a new
 * day begins `rolloverMinutes` after midnight: the local date, less one before the rollover, as in
 * Anki. Reviews at 1 a.m. belong to the evening before.
 */
export function toStudyDay(at: Instant, offsetMinutes: number, rolloverMinutes: number): StudyDay {
  return Math.floor((at + (offsetMinutes - rolloverMinutes) * minuteMs) / dayMs) as StudyDay;
}

/** The first instant of a study day, for a clock that stands `offsetMinutes` east of UTC by then. */
export function studyDayStart(
  day: StudyDay,
  offsetMinutes: number,
  rolloverMinutes: number,
): Instant {
  return (day * dayMs - (offsetMinutes - rolloverMinutes) * minuteMs) as Instant;
}

/** The calendar date a study day is named after, as `2026-03-09`. */
export function toIsoDate(day: StudyDay): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/**
 * Days between two study days as memory counts them: never below zero, so that a clock set back or
 * a flight west cannot break a replay.
 */
export function countElapsedDays(from: StudyDay, to: StudyDay): number {
  return Math.max(0, to - from);
}
