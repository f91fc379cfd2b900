import { dayMs, studyDayStart } from './day.ts';
import type { AnyEvent } from './event.ts';
import type { CardId, Instant, StudyDay } from './ids.ts';
import { listStates, type ReplayContext } from './replay.ts';
import type { CardState } from './schedule.ts';

/** The states a card has had, oldest first, each with the study day of the event that led to it. */
export type CardPast = readonly { readonly day: StudyDay; readonly state: CardState }[];

/** What progress is measured from: the states of cards, and when that is. */
export interface Moment {
  readonly states: ReadonlyMap<CardId, CardState>;
  readonly now: Instant;
  readonly today: StudyDay;
}

export interface Present extends Moment {
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly rolloverMinutes: number;
}

/** A card's past from its valid events, in replay order, as today's parameters see it. */
export function toCardPast(events: readonly AnyEvent[], context: ReplayContext): CardPast {
  return listStates(events, context).map(({ event, state }) => ({ day: event.studyDay, state }));
}

/**
 * The moment a day is seen from. Today it is the present. A day past is seen from its end, with the
 * states that followed from the events up to then; a card without any was new and unmarked. A day to
 * come is seen from this hour of it, with the states of the present: nothing is reviewed until then.
 */
export function findMoment(
  day: StudyDay,
  present: Present,
  pastByCard: ReadonlyMap<CardId, CardPast>,
): Moment {
  const { states, now, today, offset, rolloverMinutes } = present;
  if (day === today) return { states, now, today };
  if (day > today) return { states, now: (now + (day - today) * dayMs) as Instant, today: day };
  const end = studyDayStart((day + 1) as StudyDay, offset, rolloverMinutes);
  return {
    states: findStatesOn(day, pastByCard),
    // Where a flight west has made two days overlap, nothing is seen from later than it is.
    now: Math.min(now, end) as Instant,
    today: day,
  };
}

/** What followed from each card's events before its first one of a later day. */
function findStatesOn(
  day: StudyDay,
  pastByCard: ReadonlyMap<CardId, CardPast>,
): Map<CardId, CardState> {
  const states = new Map<CardId, CardState>();
  for (const [card, past] of pastByCard) {
    const later = past.findIndex((each) => each.day > day);
    const last = past.at(later < 0 ? -1 : later - 1);
    if (later !== 0 && last !== undefined) states.set(card, last.state);
  }
  return states;
}
