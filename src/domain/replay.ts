import { applyEvent } from './apply-event.ts';
import { countElapsedDays } from './day.ts';
import { decideAgain, needsDecision } from './decide-again.ts';
import type { AnyEvent, CardEvent, Grade } from './event.ts';
import { isCardEvent } from './known-event.ts';
import { nextMemory, startMemory } from './memory.ts';
import { newCardState, type CardState, type Memory } from './schedule.ts';
import type { SchedulingSettings } from './settings-history.ts';

export interface ReplayContext {
  /** Today's weights: what stability and difficulty are computed with. */
  readonly parameters: readonly number[];
  /** The settings in force at an event, as events with smaller ids made them. */
  settingsAt(event: CardEvent): SchedulingSettings;
}

/** Changes whenever the same events may give another state than before: stored states are stale then. */
export const replayVersion = 1;

/**
 * All that follows from a card's events, given the valid ones in the order of their ids; those of
 * kinds and versions this app does not know are passed over. Phase and due are those the last one recorded, or where it was decided on another state than the replay
 * comes to, what it would have decided then. Stability and difficulty follow from all reviews since
 * the card was last new, with today's parameters.
 */
export function replayCard(events: readonly AnyEvent[], context: ReplayContext): CardState {
  const replay = new Replay(context);
  for (const event of events) if (isCardEvent(event)) replay.add(event);
  return replay.state;
}

/** A card's events, each with the state after it: the card's history. */
export function listStates(
  events: readonly AnyEvent[],
  context: ReplayContext,
): { readonly event: CardEvent; readonly state: CardState }[] {
  const replay = new Replay(context);
  return events.filter(isCardEvent).map((event) => {
    replay.add(event);
    return { event, state: replay.state };
  });
}

/** A card's events, folded one after the other. */
class Replay {
  state: CardState = newCardState;
  readonly #context: ReplayContext;
  /** The changes of memory since the card was last new. */
  #trace: MemoryChange[] = [];

  constructor(context: ReplayContext) {
    this.#context = context;
  }

  add(event: CardEvent): void {
    const settled = settleEvent(this.state, event, this.#context, this.#trace);
    this.#trace = traceMemory(this.#trace, this.state, event);
    this.state = applyEvent(this.state, settled, this.#context.parameters);
  }
}

/**
 * The state after one more event, newer than all folded in so far: the same as a replay of them all.
 * Throws where the event was not decided on this state. What it led to depends on all reviews before
 * it then, and only a replay can tell.
 */
export function foldEvent(state: CardState, event: CardEvent, context: ReplayContext): CardState {
  if (needsDecision(state, event)) {
    throw new Error(`Event ${event.id} does not follow on this state of ${event.subject}.`);
  }
  return applyEvent(state, event, context.parameters);
}

function settleEvent(
  state: CardState,
  event: CardEvent,
  context: ReplayContext,
  trace: readonly MemoryChange[],
): CardEvent {
  if (!needsDecision(state, event)) return event;
  const settings = context.settingsAt(event);
  const memory = recomputeMemory(trace, settings.parameters);
  const schedule = state.schedule && { ...state.schedule, ...memory };
  return decideAgain({ ...state, ...(schedule && { schedule }) }, event, settings);
}

/** What an event did to memory, apart from the parameters it is computed with. */
type MemoryChange =
  | { readonly kind: 'graded'; readonly grade: Grade; readonly elapsedDays: number }
  | { readonly kind: 'given'; readonly memory: Memory }
  | { readonly kind: 'started'; readonly intervalDays: number };

/**
 * The changes since the card was last new, with that of one more event; added in place, as copies of a
 * long history for each of its reviews would add up.
 */
function traceMemory(
  trace: MemoryChange[],
  { schedule }: CardState,
  event: CardEvent,
): MemoryChange[] {
  switch (event.kind) {
    case 'reviewed': {
      const elapsedDays = schedule ? countElapsedDays(schedule.lastReview.day, event.studyDay) : 0;
      trace.push({ kind: 'graded', grade: event.grade, elapsedDays });
      return trace;
    }
    case 'placed':
      return schedule ? trace : [{ kind: 'graded', grade: event.grade, elapsedDays: 0 }];
    case 'imported-memory': {
      const { stability, difficulty } = event;
      return [{ kind: 'given', memory: { stability, difficulty } }];
    }
    case 'rescheduled':
      return schedule ? trace : [{ kind: 'started', intervalDays: event.intervalDays }];
    case 'forgot':
      return [];
    default:
      return trace;
  }
}

function recomputeMemory(
  trace: readonly MemoryChange[],
  parameters: readonly number[],
): Memory | null {
  let memory: Memory | null = null;
  for (const change of trace) {
    switch (change.kind) {
      case 'graded':
        memory = nextMemory(memory, change.elapsedDays, change.grade, parameters);
        break;
      case 'given':
        memory = change.memory;
        break;
      case 'started':
        memory = startMemory(change.intervalDays, parameters);
    }
  }
  return memory;
}
