import { dayMs } from './day.ts';
import type { CardEvent } from './event.ts';
import type { StudyDay } from './ids.ts';
import type { ImportedCard, ImportedReview, ImportedSchedule } from './imported-card.ts';
import type { CardState, Schedule } from './schedule.ts';

/** What another program is to know of a card besides its text and its deck. */
export type LearnedCard = Omit<ImportedCard, 'ordinal' | 'deck' | 'position' | 'changedAt'>;

/**
 * A card's marks, schedule and history as they leave for another program, given its valid events in
 * replay order. An import of it gives the same due date, memory, and each review's time, grade and
 * duration. A burial counts while it lasts.
 */
export function toLearnedCard(
  { marks, schedule }: CardState,
  events: readonly CardEvent[],
  today: StudyDay,
): LearnedCard {
  const reviews = events.flatMap((event) => toImportedReview(event) ?? []);
  const isBuried = marks.buriedUntil !== null && marks.buriedUntil > today;
  return {
    ...(marks.suspended && { suspended: true }),
    ...(isBuried && { buried: true }),
    ...(marks.flag !== 0 && { flag: marks.flag }),
    ...(schedule && { schedule: toImportedSchedule(schedule) }),
    ...(reviews.length > 0 && { reviews }),
  };
}

function toImportedSchedule(schedule: Schedule): ImportedSchedule {
  const { phase, due, reps, lapses, stability, difficulty } = schedule;
  const known = { phase, due, reps, lapses, memory: { stability, difficulty } };
  return schedule.phase === 'review' ? { ...known, intervalDays: schedule.intervalDays } : known;
}

/** What is no review, and sets no day, leaves no line in a log. */
function toImportedReview(event: CardEvent): ImportedReview | undefined {
  const { at } = event;
  // Other programs know a review by its time.
  const line = { id: at as number, at };
  switch (event.kind) {
    case 'reviewed': {
      const { grade, durationMs, outcome } = event;
      const act = { kind: 'graded', grade, durationMs } as const;
      if (outcome.phase === 'review') return { ...line, act, next: { days: outcome.intervalDays } };
      const { due } = outcome;
      const delayMs = 'at' in due ? due.at - at : (due.day - event.studyDay) * dayMs;
      return { ...line, act, next: { seconds: Math.max(0, Math.round(delayMs / 1000)) } };
    }
    case 'forgot':
      return { ...line, act: { kind: 'reset' }, next: { days: 0 } };
    case 'rescheduled':
      return { ...line, act: { kind: 'set-due' }, next: { days: event.due.day - event.studyDay } };
    default:
      return undefined;
  }
}
