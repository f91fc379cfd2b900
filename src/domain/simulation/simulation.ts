import { dayMs, studyDayStart } from '../day.ts';
import { decideReview } from '../decision.ts';
import { estimateMinutes, type Pace } from '../estimate.ts';
import { mintEventId } from '../event-id.ts';
import { eventVersion, type ReviewedEvent } from '../event.ts';
import {
  toHomeId,
  toNoteId,
  type ActId,
  type CardId,
  type DeckId,
  type DeviceId,
  type EventId,
  type HomeId,
  type Instant,
  type StudyDay,
} from '../ids.ts';
import { recall } from '../memory.ts';
import { buildQueue, countGroups, type DayTally, type DueCard, type NewCard } from '../queue.ts';
import { foldEvent } from '../replay.ts';
import { newCardState, type CardState, type Schedule } from '../schedule.ts';
import { startSession } from '../session.ts';
import { addStep, askNext } from '../session-cards.ts';
import type { Asked } from '../session-state.ts';
import { schedulingSettings, type SchedulingSettings } from '../settings-history.ts';
import type { Settings } from '../settings.ts';
import type { GradeShares } from './grade-shares.ts';
import { makeSimulatedLearner } from './simulated-learner.ts';

/** A card that has a schedule, and the chosen decks that show it. */
export interface StudiedCard {
  readonly card: CardId;
  readonly decks: readonly DeckId[];
  readonly state: CardState;
}

/** Where a simulation starts, and who studies. */
export interface StudyInput {
  readonly now: Instant;
  readonly today: StudyDay;
  /** Minutes east of UTC, all the time: nobody travels in a forecast. */
  readonly offset: number;
  readonly settings: Settings;
  /** New cards in order of introduction; suspended ones are already left out. */
  readonly fresh: readonly NewCard[];
  /** Cards with a schedule; suspended ones are already left out. */
  readonly studied: readonly StudiedCard[];
  /** What was done of the first day so far. */
  readonly tally: DayTally;
  readonly pace: Pace;
  readonly shares: GradeShares;
  /** The weights that the learner's memory follows: the app's, unless the app is wrong about them. */
  readonly truth: readonly number[];
  readonly seed: string;
}

/** What a simulated study day came to. */
export interface SimulatedDay {
  readonly day: StudyDay;
  /** Cards introduced, in order. */
  readonly introduced: readonly CardId[];
  /** Cards asked that were in review, or in steps since an earlier day. */
  readonly reviews: number;
  /** Due cards that the day's limits held back. */
  readonly held: number;
  readonly minutes: number;
  /** First answers of a card on the day after an interval of a day or more, and how many were right: true retention. */
  readonly tested: number;
  readonly recalled: number;
  readonly events: readonly ReviewedEvent[];
}

/** A run of study days, one after the other. */
export interface Simulation {
  /** Studies the next day, the first time the first one, through queue, session, decision and fold. */
  studyDay(): SimulatedDay;
  /** Every card with a schedule as it is now. */
  listStates(): ReadonlyMap<CardId, CardState>;
}

/** The learner sits down this long after a study day begins: 9 in the morning for most. */
const sittingMs = 5 * 3_600_000;
const emptyTally: DayTally = {
  new: 0,
  reviews: 0,
  newByDeck: new Map(),
  reviewsByDeck: new Map(),
  studied: new Map(),
};

/**
 * Someone who studies once a day, all that the limits give, through the rules a learner meets:
 * the queue with its limits and siblings, the session with steps and learn-ahead, decisions with
 * fuzz, and states folded from the events. A step that ends later the same day is waited for. The
 * same input gives the same days; whoever wants to stay responsive studies a few days at a time.
 */
export function openSimulation(input: StudyInput): Simulation {
  const { settings, today, offset, pace } = input;
  const { learner: rules, decks: limits } = settings;
  const { parameters, rolloverMinutes } = rules;
  const learner = makeSimulatedLearner({ ...input, parameters });
  const schedulingByHome = new Map<HomeId, SchedulingSettings>();
  const states = new Map(input.studied.map(({ card, state }) => [card, state]));
  const decksByCard = new Map<CardId, readonly DeckId[]>();
  for (const { card, decks } of [...input.fresh, ...input.studied]) decksByCard.set(card, decks);
  let fresh = input.fresh.filter(({ card }) => !states.has(card));
  const agenda = openAgenda(today);
  for (const { card, state } of input.studied) agenda.put(card, state);
  let newest: EventId | null = null;
  let days = 0;

  return {
    studyDay() {
      const day = (today + days) as StudyDay;
      const morning = studyDayStart(day, offset, rolloverMinutes) + sittingMs;
      const sitting = openSitting(day, (days === 0 ? input.now : morning) as Instant);
      const tally = days === 0 ? input.tally : emptyTally;
      days += 1;
      return sitting.run(tally);
    },
    listStates: () => states,
  };

  function openSitting(day: StudyDay, start: Instant) {
    let at = start;
    const events: ReviewedEvent[] = [];
    const introduced: CardId[] = [];
    const answered = new Set<CardId>();
    let tested = 0;
    let recalled = 0;

    function answer(card: CardId): ReviewedEvent {
      const before = states.get(card) ?? newCardState;
      at = (at + pace.stepMs) as Instant;
      const grade = learner.answer(card, before, at);
      const scheduling = findScheduling(card);
      if (!answered.has(card) && hasDayInterval(before.schedule, scheduling)) {
        tested += 1;
        if (grade !== 'again') recalled += 1;
      }
      answered.add(card);
      if (before.schedule === undefined) introduced.push(card);
      const event = writeReview(card, before, { grade, at, day, scheduling });
      events.push(event);
      learner.remember(card, before, grade, day);
      const context = { parameters, settingsAt: () => scheduling };
      states.set(card, foldEvent(before, event, context));
      return event;
    }

    return {
      run(tally: DayTally): SimulatedDay {
        const due = listDue(agenda.take(day), at);
        const queue = buildQueue({
          now: at,
          today: day,
          settings: rules,
          limits,
          scope: '',
          due,
          fresh,
          tally,
        });
        const counts = countGroups(queue.cards);
        const learning = counts.learning + queue.steps.length;
        const { learnAheadMinutes } = rules;
        let session = startSession<Asked>({ mode: 'review', queue, learnAheadMinutes, at });
        // The machine's rule of what comes next, without what a screen needs to take answers back.
        while (session.current !== null || session.steps.length > 0) {
          if (session.current === null) {
            at = Math.max(at, session.steps[0]?.at ?? at) as Instant;
          } else {
            const { card, decks } = session.current;
            const { due } = answer(card).outcome;
            if ('at' in due) {
              const step = { card: { card, phase: 'learning', due, decks }, at: due.at } as const;
              session = addStep(session, step);
            }
          }
          session = askNext(session, at);
        }
        for (const card of [...due.map((each) => each.card), ...introduced]) {
          agenda.put(card, states.get(card) ?? newCardState);
        }
        if (introduced.length > 0) fresh = fresh.filter(({ card }) => !states.has(card));
        return {
          day,
          introduced,
          reviews: counts.review + counts.learning,
          held: countHeld(due, answered, tally),
          minutes: estimateMinutes({ ...counts, learning }, pace),
          tested,
          recalled,
          events,
        };
      },
    };
  }

  function findScheduling(card: CardId): SchedulingSettings {
    const home = toHomeId(card);
    const known = schedulingByHome.get(home) ?? schedulingSettings(settings, home);
    schedulingByHome.set(home, known);
    return known;
  }

  function writeReview(
    card: CardId,
    state: CardState,
    answer: {
      readonly grade: ReviewedEvent['grade'];
      readonly at: Instant;
      readonly day: StudyDay;
      readonly scheduling: SchedulingSettings;
    },
  ): ReviewedEvent {
    const { grade, at, day, scheduling } = answer;
    const { outcome } = decideReview({
      state,
      grade,
      at,
      studyDay: day,
      offset,
      settings: scheduling,
      // The seed of a review, as the store draws it.
      seed: `${card}:${state.schedule?.reps ?? 0}`,
    });
    const id = mintEventId(at, newest, new Uint8Array(10));
    newest = id;
    return {
      id,
      v: eventVersion,
      device: 'simulation' as DeviceId,
      act: id as string as ActId,
      at,
      offset,
      studyDay: day,
      kind: 'reviewed',
      subject: card,
      grade,
      durationMs: pace.stepMs,
      mode: 'review',
      outcome,
    };
  }

  function listDue(cards: readonly CardId[], at: Instant): DueCard[] {
    return cards.flatMap((card) => {
      const schedule = states.get(card)?.schedule;
      if (schedule === undefined) return [];
      const { phase, due, lastReview } = schedule;
      const entry = { card, phase, due, decks: decksByCard.get(card) ?? [] };
      if (rules.reviewOrder === 'due') return entry;
      const elapsedDays = (at - lastReview.at) / dayMs;
      return { ...entry, recall: recall(schedule, elapsedDays, parameters) };
    });
  }

  /** A sibling of a card asked today waits by itself; of the others the limits are the reason. */
  function countHeld(due: readonly DueCard[], answered: ReadonlySet<CardId>, tally: DayTally) {
    const left = due.filter(({ card }) => !answered.has(card));
    if (!rules.burySiblings.review) return left.length;
    const notes = new Set([...tally.studied.keys(), ...[...answered].map(toNoteId)]);
    return left.filter(({ card }) => !notes.has(toNoteId(card))).length;
  }
}

/** Which cards come up on which day, so that no day looks at every card. */
function openAgenda(today: StudyDay) {
  const cardsByDay = new Map<StudyDay, CardId[]>();
  let next = today;
  return {
    put(card: CardId, { schedule, marks }: CardState) {
      if (schedule === undefined) return;
      const due = 'day' in schedule.due ? schedule.due.day : today;
      const day = Math.max(due, marks.buriedUntil ?? due, next) as StudyDay;
      const cards = cardsByDay.get(day);
      if (cards === undefined) cardsByDay.set(day, [card]);
      else cards.push(card);
    },
    /** The day's cards, those left over from days before among them. */
    take(day: StudyDay): readonly CardId[] {
      next = (day + 1) as StudyDay;
      const cards = cardsByDay.get(day) ?? [];
      cardsByDay.delete(day);
      return cards;
    },
  };
}

function hasDayInterval(schedule: Schedule | undefined, settings: SchedulingSettings): boolean {
  if (schedule === undefined) return false;
  if (schedule.phase === 'review') return true;
  const { learningStepsMinutes, relearningStepsMinutes } = settings;
  const steps = schedule.phase === 'learning' ? learningStepsMinutes : relearningStepsMinutes;
  return (steps[schedule.step] ?? 0) >= 1440;
}
