import type { Instant, StudyDay } from './ids.ts';
import type { ImportedSchedule } from './imported-card.ts';
import type { ImportedBody } from './imported-event.ts';
import { memoryFromEase } from './memory-from-ease.ts';
import type { CardState, Due, Memory, Schedule } from './schedule.ts';

/** What the reviews of an imported card led to, and what its source says of it. */
export interface Closing {
  /** Absent for a card that is new now. */
  readonly schedule: ImportedSchedule | undefined;
  readonly state: CardState;
  /** How many of its reviews are known. */
  readonly graded: number;
  /** Whether the source's own weights are used, so that its memory should follow from the reviews. */
  readonly isReplayed: boolean;
  readonly parameters: readonly number[];
  readonly toDay: (at: Instant) => StudyDay;
}

/** Programs round what they keep, and ours computes with more digits. */
const stabilityTolerance = 0.01;
const difficultyTolerance = 0.05;

/** The one event that leads from the reviews to what the source says; undefined where they do. */
export function closeHistory(closing: Closing): ImportedBody | undefined {
  const { schedule, state } = closing;
  if (schedule === undefined) return state.schedule && { kind: 'forgot' };
  const plan = toPlan(schedule, closing);
  if (needsMemory(schedule, closing)) {
    const { reps, lapses } = schedule;
    const outcome = { ...plan, after: state.last };
    return { kind: 'imported-memory', ...findMemory(schedule, closing), reps, lapses, outcome };
  }
  if (plan.phase !== 'review' || isPlanned(state.schedule, plan)) return undefined;
  const { due, intervalDays } = plan;
  return { kind: 'rescheduled', due, intervalDays, after: state.last };
}

type Plan =
  | {
      readonly phase: 'learning' | 'relearning';
      readonly step: number;
      readonly due: ImportedSchedule['due'];
    }
  | {
      readonly phase: 'review';
      readonly intervalDays: number;
      readonly due: { readonly day: StudyDay };
    };

function toPlan({ phase, due, intervalDays }: ImportedSchedule, { state, toDay }: Closing): Plan {
  if (phase !== 'review') {
    const before = state.schedule?.phase === phase ? state.schedule.step : 0;
    return { phase, step: before, due };
  }
  const day = 'day' in due ? due.day : toDay(due.at);
  const since = state.schedule === undefined ? 1 : day - state.schedule.lastReview.day;
  return { phase, intervalDays: Math.max(1, intervalDays ?? since), due: { day } };
}

function needsMemory(schedule: ImportedSchedule, closing: Closing): boolean {
  const { state, graded, isReplayed } = closing;
  if (state.schedule === undefined) return true;
  // Nothing but memory with its outcome leads back into steps.
  if (schedule.phase !== 'review' && !isInStep(state.schedule, schedule)) return true;
  if (schedule.memory !== undefined) return !isReplayed || !isNear(state.schedule, schedule.memory);
  // Reviews that the log has lost would make the rest look like a beginning.
  return schedule.reps > graded;
}

function isInStep(state: Schedule, { phase, due }: ImportedSchedule): boolean {
  return state.phase === phase && isSameDue(state.due, due);
}

function isSameDue(one: Due, other: Due): boolean {
  if ('day' in one) return 'day' in other && one.day === other.day;
  return 'at' in other && one.at === other.at;
}

function isNear(one: Memory, other: Memory): boolean {
  return (
    Math.abs(one.stability - other.stability) <= stabilityTolerance * other.stability &&
    Math.abs(one.difficulty - other.difficulty) <= difficultyTolerance
  );
}

function findMemory(schedule: ImportedSchedule, { state, graded, parameters }: Closing): Memory {
  if (schedule.memory !== undefined) return schedule.memory;
  if (state.schedule !== undefined && schedule.reps <= graded) {
    const { stability, difficulty } = state.schedule;
    return { stability, difficulty };
  }
  return memoryFromEase(schedule.intervalDays ?? 1, schedule.ease, parameters);
}

function isPlanned(state: Schedule | undefined, plan: Extract<Plan, { phase: 'review' }>): boolean {
  return (
    state?.phase === 'review' &&
    state.intervalDays === plan.intervalDays &&
    state.due.day === plan.due.day
  );
}
