import { decidePlacement, decideReview, type Situation } from './decision.ts';
import type { CardEvent, PlacedEvent, ReviewedEvent } from './event.ts';
import type { StudyDay } from './ids.ts';
import type { CardState } from './schedule.ts';
import type { SchedulingSettings } from './settings-history.ts';

/** An event that holds what was decided, and on which event. */
export type DecidedEvent = ReviewedEvent | PlacedEvent;

/**
 * Whether an event was decided on another state than this one, as happens where devices merge or
 * something before it is undone. Reschedulings and imported memory stand whatever came between: they
 * carry what the learner or another program fixed, and there is nothing to decide again from. A
 * placement says nothing on a card that has a schedule, so there is nothing to decide either.
 */
export function needsDecision(state: CardState, event: CardEvent): event is DecidedEvent {
  if (event.kind === 'placed' && state.schedule !== undefined) return false;
  if (event.kind !== 'reviewed' && event.kind !== 'placed') return false;
  return event.outcome.after !== state.last;
}

/**
 * The event as it would have been decided on this state: with `settings`, those in force at it, with
 * `state`'s memory computed by their parameters, and with fuzz drawn from its id. So nothing later
 * has a say in it, and every device comes to the same.
 */
export function decideAgain(
  state: CardState,
  event: DecidedEvent,
  settings: SchedulingSettings,
): DecidedEvent {
  const { at, studyDay, offset, id } = event;
  const situation = { state, at, studyDay, offset, settings, seed: id };
  if (event.kind === 'placed') return placeAgain(state, event, situation);
  return { ...event, outcome: decideReview({ ...situation, grade: event.grade }).outcome };
}

/**
 * A placement keeps its interval, as far as the maximum allows: it was levelled with those of the same
 * act, and this card alone could not tell what to.
 */
function placeAgain(
  state: CardState,
  event: PlacedEvent,
  situation: Situation & { readonly seed: string },
): PlacedEvent {
  if (event.outcome.phase !== 'review') {
    return { ...event, outcome: decidePlacement({ ...situation, grade: event.grade }).outcome };
  }
  const intervalDays = Math.min(event.outcome.intervalDays, situation.settings.maximumIntervalDays);
  const due = { day: (event.studyDay + intervalDays) as StudyDay };
  return { ...event, outcome: { phase: 'review', intervalDays, due, after: state.last } };
}
