import type { AnsweredEvent } from '../event.ts';
import type { Instant, StudyDay } from '../ids.ts';
import type { Schedule } from '../schedule.ts';

/** All that decides what an answer in a quiz means for its card. */
export interface QuizEvidence {
  /** As the learner has the last word on it: "I was right" counts as right. */
  readonly result: AnsweredEvent['result'];
  readonly format: AnsweredEvent['format'];
  /** Absent for a new card. */
  readonly schedule: Schedule | undefined;
  readonly at: Instant;
  readonly today: StudyDay;
  /** Whether the card was graded Again on this study day before, in a review or a quiz. */
  readonly wasForgottenToday: boolean;
}

/**
 * The grade that a quiz's answer gives its card; null where the schedule stays as it is. Wrong, or not
 * known, is a lapse, once a card and study day. What was produced (typed, or recalled and graded by
 * the learner) is a Good where the card is due. A right choice may be a guess, right before its time
 * says little, and a card without a schedule gets none from a quiz.
 */
export function weighAnswer(evidence: QuizEvidence): 'again' | 'good' | null {
  const { result, format, schedule, wasForgottenToday } = evidence;
  if (schedule === undefined) return null;
  if (result !== 'right') return wasForgottenToday ? null : 'again';
  if (format === 'choice') return null;
  return isDue(schedule, evidence) ? 'good' : null;
}

/** Whether a card comes up by now: on its day or later, or after its step. */
export function isDue(
  { due }: Schedule,
  { at, today }: { readonly at: Instant; readonly today: StudyDay },
): boolean {
  return 'at' in due ? due.at <= at : due.day <= today;
}
