import { applyEvent, followsOn, type ReplayContext } from './apply-event.ts';
import { countElapsedDays } from './day.ts';
import type { CardEvent, Grade } from './event.ts';
import { nextMemory, startMemory } from './memory.ts';
import { newCardState, type CardState, type Memory } from './schedule.ts';

export type { ReplayContext } from './apply-event.ts';

/** Changes whenever the same events may give another state than before: stored states are stale then. */
export const replayVersion = 1;

/** All that follows from a card's events, given the valid ones in the order of their ids. */
export function replayCard(events: readonly CardEvent[], context: ReplayContext): CardState {
  return listStates(events, context).at(-1)?.state ?? newCardState;
}

/** A card's events, each with the state after it: the card's history. */
export function listStates(
  events: readonly CardEvent[],
  context: ReplayContext,
): { readonly event: CardEvent; readonly state: CardState }[] {
  let state = newCardState;
  const trace: MemoryChange[] = [];
  return events.map((event) => {
    const change = toMemoryChange(state, event);
    state = applyEvent(state, event, context, (parameters) => recomputeMemory(trace, parameters));
    if (change === 'none') trace.length = 0;
    else if (change !== null) trace.push(change);
    return { event, state };
  });
}

/**
 * The state after one more event, newer than all folded in so far: the same as a replay of them all.
 * Throws where the event was not decided on this state. What it led to depends on all reviews before
 * it then, and only a replay can tell.
 */
export function foldEvent(state: CardState, event: CardEvent, context: ReplayContext): CardState {
  if (!followsOn(state, event)) {
    throw new Error(`Event ${event.id} does not follow on this state of ${event.subject}.`);
  }
  return applyEvent(state, event, context, () => state.schedule ?? null);
}

/** What an event did to memory, apart from the parameters it is computed with. */
type MemoryChange =
  | { readonly kind: 'graded'; readonly grade: Grade; readonly elapsedDays: number }
  | { readonly kind: 'given'; readonly memory: Memory }
  | { readonly kind: 'started'; readonly intervalDays: number };

/** Null is no change; 'none' that the card has no memory any more. */
function toMemoryChange(state: CardState, event: CardEvent): MemoryChange | 'none' | null {
  const { schedule } = state;
  switch (event.kind) {
    case 'reviewed': {
      const elapsedDays = schedule ? countElapsedDays(schedule.lastReview.day, event.studyDay) : 0;
      return { kind: 'graded', grade: event.grade, elapsedDays };
    }
    case 'placed':
      return schedule ? null : { kind: 'graded', grade: event.grade, elapsedDays: 0 };
    case 'imported-memory': {
      const { stability, difficulty } = event;
      return { kind: 'given', memory: { stability, difficulty } };
    }
    case 'rescheduled':
      return schedule ? null : { kind: 'started', intervalDays: event.intervalDays };
    case 'forgot':
      return 'none';
    default:
      return null;
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
