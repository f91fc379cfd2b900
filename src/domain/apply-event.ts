import { countElapsedDays, dayMs } from './day.ts';
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

/**
 * The state after one more valid event: phase and due are those the event holds, memory is computed
 * with `parameters`. An event that was decided on another state than this is to be decided again first.
 */
export function applyEvent(
  state: CardState,
  event: CardEvent,
  parameters: readonly number[],
): CardState {
  switch (event.kind) {
    case 'reviewed':
      return applyReview(state, event, parameters);
    case 'placed':
      return applyPlacement(state, event, parameters);
    case 'imported-memory':
      return applyImportedMemory(state, event);
    case 'rescheduled':
      return applyRescheduling(state, event, parameters);
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

function applyReview(
  state: CardState,
  event: ReviewedEvent,
  parameters: readonly number[],
): CardState {
  const { schedule } = state;
  const elapsedDays = schedule ? countElapsedDays(schedule.lastReview.day, event.studyDay) : 0;
  const memory = nextMemory(schedule ?? null, elapsedDays, event.grade, parameters);
  const lapsed = schedule?.phase === 'review' && event.grade === 'again';
  return {
    last: event.id,
    marks: state.marks,
    schedule: toSchedule(memory, event.outcome, {
      lastReview: { day: event.studyDay, at: event.at },
      introduced: schedule?.introduced ?? event.studyDay,
      reps: (schedule?.reps ?? 0) + 1,
      lapses: (schedule?.lapses ?? 0) + (lapsed ? 1 : 0),
    }),
  };
}

/** A placement is for new cards; on any other it says nothing. */
function applyPlacement(
  state: CardState,
  event: PlacedEvent,
  parameters: readonly number[],
): CardState {
  if (state.schedule !== undefined) return state;
  const memory = nextMemory(null, 0, event.grade, parameters);
  const schedule = toSchedule(memory, event.outcome, toFirstBase(event));
  return { last: event.id, marks: state.marks, schedule };
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
  const { phase } = plan;
  // Written out twice: spreading costs more than all the formulas, and replays make many of these.
  if (phase === 'review') {
    const { intervalDays, due } = plan;
    return {
      stability,
      difficulty,
      lastReview,
      introduced,
      reps,
      lapses,
      phase,
      intervalDays,
      due,
    };
  }
  const { step, due } = plan;
  return { stability, difficulty, lastReview, introduced, reps, lapses, phase, step, due };
}
