import type { CompiledTopic, TopicStatus } from './content.ts';
import type { AnyEvent, StatusSetEvent } from './event.ts';
import type { CardId, EventId, StudyDay, TopicId } from './ids.ts';
import { isKnownEvent } from './known-event.ts';
import type { CardState } from './schedule.ts';

/** A status with the study days of its start and finish; null where it has none. */
export interface DatedStatus {
  readonly status: TopicStatus;
  readonly started: StudyDay | null;
  readonly finished: StudyDay | null;
}

export const notStarted: DatedStatus = { status: 'not-started', started: null, finished: null };

/**
 * The status that follows from the states of a topic's cards, one for each card: begun with the first
 * card that has a schedule, completed where all have one and their mean stability is at least
 * `completedStabilityDays`. Without cards nothing follows: not started.
 */
export function deriveStatus(
  states: readonly (CardState | undefined)[],
  completedStabilityDays: number,
): TopicStatus {
  const stabilities = states.flatMap((state) => state?.schedule?.stability ?? []);
  if (stabilities.length === 0) return 'not-started';
  if (stabilities.length < states.length) return 'in-progress';
  const sum = stabilities.reduce((total, stability) => total + stability, 0);
  return sum / stabilities.length >= completedStabilityDays ? 'completed' : 'in-progress';
}

/** What became of a card: the state that one of its events led to. */
export interface CardStep {
  readonly card: CardId;
  /** Orders the steps of all cards as replay does. */
  readonly id: EventId;
  readonly day: StudyDay;
  readonly state: CardState;
}

/** A topic's cards as far as their events were followed, and since when all of it is complete. */
export interface TopicTrack {
  readonly states: ReadonlyMap<CardId, CardState | undefined>;
  readonly completedSince: StudyDay | null;
}

/** A topic none of whose cards has an event yet. */
export function startTrack(cards: readonly CardId[]): TopicTrack {
  return { states: new Map(cards.map((card) => [card, undefined])), completedSince: null };
}

/** The track after one more step, newer than all before. A card of another topic changes nothing. */
export function followStep(
  track: TopicTrack,
  { card, day, state }: CardStep,
  completedStabilityDays: number,
): TopicTrack {
  if (!track.states.has(card)) return track;
  const states = new Map(track.states).set(card, state);
  const isComplete = deriveStatus([...states.values()], completedStabilityDays) === 'completed';
  return { states, completedSince: isComplete ? (track.completedSince ?? day) : null };
}

/**
 * Status and dates of a track. It starts on the earliest day on which a card that has a schedule was
 * last new, so that what was forgotten or undone does not count, and finishes on the day on which
 * it last became complete and stayed so.
 */
export function readTrack(track: TopicTrack, completedStabilityDays: number): DatedStatus {
  const states = [...track.states.values()];
  return {
    status: deriveStatus(states, completedStabilityDays),
    started: findStart(states),
    finished: track.completedSince,
  };
}

/** The earliest study day on which one of these cards was last new; null where none has a schedule. */
export function findStart(states: readonly (CardState | undefined)[]): StudyDay | null {
  return earliest(states.map((state) => state?.schedule?.introduced ?? null));
}

/** Follows the steps of a topic's cards, given in any order, from the beginning. */
export function deriveDatedStatus(
  cards: readonly CardId[],
  steps: readonly CardStep[],
  completedStabilityDays: number,
): DatedStatus {
  const ordered = [...steps].sort((one, other) => (one.id < other.id ? -1 : 1));
  let track = startTrack(cards);
  for (const step of ordered) track = followStep(track, step, completedStabilityDays);
  return readTrack(track, completedStabilityDays);
}

/** What the learner set by hand for a topic, with the days on which they did. */
export type HandStatus = DatedStatus;

/**
 * What is set by hand now, by topic, given valid events in any order; those that are no `status-set`
 * are passed over. A topic whose last one returned to what is derived is absent.
 */
export function readHandStatuses(events: readonly AnyEvent[]): Map<TopicId, HandStatus> {
  const set = events
    .filter((event) => isKnownEvent(event))
    .filter((event) => event.kind === 'status-set')
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const handByTopic = new Map<TopicId, HandStatus>();
  for (const event of set) {
    const next = followHand(handByTopic.get(event.subject), event);
    if (next === undefined) handByTopic.delete(event.subject);
    else handByTopic.set(event.subject, next);
  }
  return handByTopic;
}

function followHand(
  before: HandStatus | undefined,
  { status, studyDay }: StatusSetEvent,
): HandStatus | undefined {
  switch (status) {
    case null:
      return undefined;
    case 'not-started':
      return notStarted;
    case 'in-progress':
      return { status, started: before?.started ?? studyDay, finished: null };
    case 'completed':
      return {
        status,
        started: before?.started ?? studyDay,
        finished: before?.finished ?? studyDay,
      };
  }
}

/**
 * The status that counts: the one set by hand where there is one. Its dates are the earlier of the
 * derived and those of the days on which it was set.
 */
export function combineStatus(derived: DatedStatus, hand: HandStatus | undefined): DatedStatus {
  const { status } = hand ?? derived;
  if (status === 'not-started') return notStarted;
  const started = earliest([derived.started, hand?.started ?? null]);
  if (status === 'in-progress') return { status, started, finished: null };
  const finished = earliest([derived.finished, hand?.finished ?? null]);
  // A clock set back in between must not make a topic end before it began.
  const isBackwards = started !== null && finished !== null && finished < started;
  return { status, started, finished: isBackwards ? started : finished };
}

/**
 * The status of a section or group, from its parts: completed where all are, not started where none
 * is begun. It starts with its first part and finishes with its last.
 */
export function sumStatuses(parts: readonly DatedStatus[]): DatedStatus {
  if (parts.every(({ status }) => status === 'not-started')) return notStarted;
  const started = earliest(parts.map((part) => part.started));
  if (parts.some(({ status }) => status !== 'completed')) {
    return { status: 'in-progress', started, finished: null };
  }
  const days = parts.flatMap(({ finished }) => finished ?? []);
  const finished = days.length === 0 ? null : (Math.max(...days) as StudyDay);
  return { status: 'completed', started, finished };
}

/** Whether a topic's status can be set by hand: a group's follows from its parts. */
export function canSetStatus(topic: Pick<CompiledTopic, 'topics'>): boolean {
  return topic.topics === undefined;
}

function earliest(days: readonly (StudyDay | null)[]): StudyDay | null {
  const known = days.flatMap((day) => day ?? []);
  return known.length === 0 ? null : (Math.min(...known) as StudyDay);
}
