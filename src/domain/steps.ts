import { toStudyDay } from './day.ts';
import type { Grade } from './event.ts';
import type { Instant, StudyDay } from './ids.ts';
import type { Due } from './schedule.ts';

const minutesPerDay = 1440;

/** The step a card waits for next, and for how long. */
export interface StepPlan {
  readonly step: number;
  readonly delayMinutes: number;
}

/**
 * The step that follows a grade given at a step (a new card, and one that just lapsed, stand at 0),
 * or null where the grade leads out of the steps: Easy, Good at the last, anything without steps.
 * A step that no longer exists counts as the last. Behaves as Anki.
 */
export function nextStep(
  stepsMinutes: readonly number[],
  step: number,
  grade: Grade,
): StepPlan | null {
  const [first] = stepsMinutes;
  if (first === undefined || grade === 'easy') return null;
  if (grade === 'again') return { step: 0, delayMinutes: first };
  const at = Math.min(step, stepsMinutes.length - 1);
  if (grade === 'hard') {
    const delayMinutes = at === 0 ? hardOnFirst(first, stepsMinutes[1]) : stepsMinutes[at];
    return delayMinutes === undefined ? null : { step: at, delayMinutes };
  }
  const following = stepsMinutes[at + 1];
  return following === undefined ? null : { step: at + 1, delayMinutes: following };
}

/** Between Again and Good, so that no two buttons say the same; in whole days above one day. */
function hardOnFirst(first: number, second: number | undefined): number {
  const delay =
    second === undefined ? Math.min(first * 1.5, first + minutesPerDay) : (first + second) / 2;
  return delay > minutesPerDay ? Math.round(delay / minutesPerDay) * minutesPerDay : delay;
}

/** When and where a step begins to run. */
export interface StepStart {
  readonly at: Instant;
  readonly studyDay: StudyDay;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly rolloverMinutes: number;
}

/** When a step is over: an instant, or a study day where it runs past the end of this one. */
export function toStepDue(delayMinutes: number, start: StepStart): Due {
  const { at, studyDay, offset, rolloverMinutes } = start;
  const end = (at + Math.round(delayMinutes * 60_000)) as Instant;
  const days = toStudyDay(end, offset, rolloverMinutes) - toStudyDay(at, offset, rolloverMinutes);
  return days > 0 ? { day: (studyDay + days) as StudyDay } : { at: end };
}
