import type { Grade, Outcome } from './event.ts';
import type { Instant, StudyDay } from './ids.ts';
import type { ImportedReview, ImportedSchedule } from './imported-card.ts';
import type { CardState } from './schedule.ts';
import { toStepDue } from './steps.ts';

export interface ImportedSituation {
  readonly at: Instant;
  readonly studyDay: StudyDay;
  readonly zone: { readonly offsetMinutes: number; readonly rolloverMinutes: number };
  /** Of the card before the review. */
  readonly state: CardState;
  /** What the source says of the card now, for its last review: steps are due by what was planned then. */
  readonly present: ImportedSchedule | undefined;
}

const longestDays = 36_500;
const longestStepMinutes = 525_600;

/** What a review of another program's log decided. Which step it led to follows from the grades. */
export function toImportedOutcome(
  { next }: ImportedReview,
  grade: Grade,
  { at, studyDay, zone, state, present }: ImportedSituation,
): Outcome {
  const after = state.last;
  if ('days' in next) {
    const intervalDays = Math.max(1, Math.min(longestDays, Math.round(next.days)));
    const due = { day: (studyDay + intervalDays) as StudyDay };
    return { phase: 'review', intervalDays, due, after };
  }
  const step = countStep(grade, state);
  if (present !== undefined && present.phase !== 'review') {
    return { phase: present.phase, step, due: present.due, after };
  }
  const isLearning = state.schedule === undefined || state.schedule.phase === 'learning';
  const delayMinutes = Math.max(0, Math.min(longestStepMinutes, next.seconds / 60));
  const { offsetMinutes: offset, rolloverMinutes } = zone;
  const due = toStepDue(delayMinutes, { at, studyDay, offset, rolloverMinutes });
  return { phase: isLearning ? 'learning' : 'relearning', step, due, after };
}

/** Again begins the steps anew, Hard repeats one, Good leads to the next. */
function countStep(grade: Grade, { schedule }: CardState): number {
  const before = schedule === undefined || schedule.phase === 'review' ? 0 : schedule.step;
  if (grade === 'again') return 0;
  return grade === 'hard' ? before : before + 1;
}
