import { countElapsedDays, dayMs } from './day.ts';
import { decidePlacement, decideReview, type Situation } from './decision.ts';
import type {
  CardEvent,
  ImportedMemoryEvent,
  Outcome,
  PlacedEvent,
  RescheduledEvent,
  ReviewedEvent,
} from './event.ts';
import type { Instant, StudyDay } from './ids.ts';
import { nextMemory, startMemory } from './memory.ts';
import type { CardState, Memory, Schedule } from './schedule.ts';
import type { SchedulingSettings } from './settings-history.ts';

export interface ReplayContext {
  /** Today's weights: what stability and difficulty are computed with. */
  readonly parameters: readonly number[];
  /** The settings in force at an event, as events with smaller ids made them. */
  settingsAt(event: CardEvent): SchedulingSettings;
}

/** The memory of the state before an event, as other parameters see it; null for a new card. */
export type MemoryWith = (parameters: readonly number[]) => Memory | null;

/**
 * The state after one more valid event. Phase and due are those the event recorded; where it was
 * decided on another state than this, it is decided again as it would have been then: with the
 * settings and parameters in force at it, and fuzz seeded by its id, so that nothing later moves it.
 */
export function applyEvent(
  state: CardState,
  event: CardEvent,
  context: ReplayContext,
  memoryWith: MemoryWith,
): CardState {
  switch (event.kind) {
    case 'reviewed':
      return applyReview(state, event, context, memoryWith);
    case 'placed':
      return applyPlacement(state, event, context);
    case 'imported-memory':
      return applyImportedMemory(state, event);
    case 'rescheduled':
      return applyRescheduling(state, event, context.parameters);
    case 'forgot':
      return { last: event.id, marks: state.marks };
    case 'suspended':
      return { ...state, marks: { ...state.marks, suspended: event.value } };
    case 'buried':
      return { ...state, marks: { ...state.marks, buriedUntil: event.until } };
    case 'flagged':
      return { ...state, marks: { ...state.marks, flag: event.flag } };
    case 'answered':
      return state;
  }
}

/**
 * Whether an event was decided on this state, so that what it recorded stands. Reschedulings and
 * imported memory always do: they carry what the learner or another program fixed, and there is
 * nothing to decide again from. A placement is for new cards; on any other it says nothing.
 */
export function followsOn(state: CardState, event: CardEvent): boolean {
  if (event.kind === 'placed' && state.schedule !== undefined) return true;
  if (event.kind !== 'reviewed' && event.kind !== 'placed') return true;
  return event.outcome.after === state.last;
}

function applyReview(
  state: CardState,
  event: ReviewedEvent,
  context: ReplayContext,
  memoryWith: MemoryWith,
): CardState {
  const { schedule } = state;
  const elapsedDays = schedule ? countElapsedDays(schedule.lastReview.day, event.studyDay) : 0;
  const memory = nextMemory(schedule ?? null, elapsedDays, event.grade, context.parameters);
  const outcome = followsOn(state, event)
    ? event.outcome
    : decideReviewAgain(state, event, context.settingsAt(event), memoryWith);
  const lapsed = schedule?.phase === 'review' && event.grade === 'again';
  return {
    last: event.id,
    marks: state.marks,
    schedule: toSchedule(memory, outcome, {
      lastReview: { day: event.studyDay, at: event.at },
      introduced: schedule?.introduced ?? event.studyDay,
      reps: (schedule?.reps ?? 0) + 1,
      lapses: (schedule?.lapses ?? 0) + (lapsed ? 1 : 0),
    }),
  };
}

function decideReviewAgain(
  state: CardState,
  event: ReviewedEvent,
  settings: SchedulingSettings,
  memoryWith: MemoryWith,
): Outcome {
  const memory = memoryWith(settings.parameters);
  const { schedule } = state;
  const then =
    schedule === undefined || memory === null
      ? state
      : { ...state, schedule: { ...schedule, ...memory } };
  return decideReview({ ...toSituation(then, event, settings), grade: event.grade }).outcome;
}

function toSituation(
  state: CardState,
  event: ReviewedEvent | PlacedEvent,
  settings: SchedulingSettings,
): Situation & { readonly seed: string } {
  const { at, studyDay, offset, id } = event;
  return { state, at, studyDay, offset, settings, seed: id };
}

function applyPlacement(state: CardState, event: PlacedEvent, context: ReplayContext): CardState {
  if (state.schedule !== undefined) return state;
  const { grade } = event;
  const decideAgain = () =>
    decidePlacement({ ...toSituation(state, event, context.settingsAt(event)), grade }).outcome;
  const outcome = followsOn(state, event) ? event.outcome : decideAgain();
  const memory = nextMemory(null, 0, grade, context.parameters);
  return {
    last: event.id,
    marks: state.marks,
    schedule: toSchedule(memory, outcome, toFirstBase(event)),
  };
}

function applyImportedMemory(state: CardState, event: ImportedMemoryEvent): CardState {
  const { stability, difficulty, reps, lapses, outcome } = event;
  const base = { ...toFirstBase(event), lastReview: findImportedReview(event), reps, lapses };
  const introduced = state.schedule?.introduced ?? event.studyDay;
  const schedule = toSchedule({ stability, difficulty }, outcome, { ...base, introduced });
  return { last: event.id, marks: state.marks, schedule };
}

/** The review behind an interval lies that long before its due day, and not after the import. */
function findImportedReview({ outcome, studyDay, at }: ImportedMemoryEvent) {
  if (outcome.phase !== 'review') return { day: studyDay, at };
  const day = Math.min(studyDay, outcome.due.day - outcome.intervalDays) as StudyDay;
  return { day, at: (at - (studyDay - day) * dayMs) as Instant };
}

function applyRescheduling(
  state: CardState,
  event: RescheduledEvent,
  parameters: readonly number[],
): CardState {
  const { intervalDays, due } = event;
  const { schedule } = state;
  const memory = schedule ?? startMemory(intervalDays, parameters);
  const plan = { phase: 'review', intervalDays, due } as const;
  return {
    last: event.id,
    marks: state.marks,
    schedule: toSchedule(memory, plan, schedule ?? toFirstBase(event)),
  };
}

type Base = Pick<Schedule, 'lastReview' | 'introduced' | 'reps' | 'lapses'>;
type Unlinked<Plan> = Plan extends Outcome ? Omit<Plan, 'after'> : never;

/** Of a card that gets its first schedule without a review: its memory counts from that event. */
function toFirstBase({ studyDay, at }: CardEvent): Base {
  return { lastReview: { day: studyDay, at }, introduced: studyDay, reps: 0, lapses: 0 };
}

function toSchedule(memory: Memory, plan: Unlinked<Outcome>, base: Base): Schedule {
  const { stability, difficulty } = memory;
  const { lastReview, introduced, reps, lapses } = base;
  const kept = { stability, difficulty, lastReview, introduced, reps, lapses };
  if (plan.phase === 'review') {
    return { ...kept, phase: 'review', intervalDays: plan.intervalDays, due: plan.due };
  }
  return { ...kept, phase: plan.phase, step: plan.step, due: plan.due };
}
