import { decideReview } from '../decision.ts';
import { countElapsedDays, studyDayStart } from '../day.ts';
import { eventVersion, type CardEvent, type RescheduledEvent } from '../event.ts';
import {
  toHomeId,
  type ActId,
  type CardId,
  type DeviceId,
  type EventId,
  type Instant,
  type StudyDay,
} from '../ids.ts';
import { recall } from '../memory.ts';
import { foldEvent } from '../replay.ts';
import { newCardState, type CardState } from '../schedule.ts';
import { schedulingSettings, type SchedulingSettings } from '../settings-history.ts';
import type { Settings } from '../settings.ts';

export interface InterviewInput {
  readonly today: StudyDay;
  /** Minutes east of UTC. */
  readonly offset: number;
  readonly settings: Settings;
  /** The day of the interview, on which nothing is reviewed before it. */
  readonly until: StudyDay;
  /** The probability, 0 to 1, with which each card shall be recalled on that day. */
  readonly recall: number;
  readonly cards: readonly CardId[];
  readonly states: ReadonlyMap<CardId, CardState>;
  /** The day on which each card that has no schedule yet is introduced; absent where none is before `until`. */
  readonly introductions: ReadonlyMap<CardId, StudyDay>;
  /** Cards asked on each day anyway: extra reviews go where there is room. */
  readonly loadByDay: ReadonlyMap<StudyDay, number>;
}

/** A review beyond those that the schedule gives. */
export interface ExtraReview {
  readonly card: CardId;
  readonly day: StudyDay;
  /** Whether it is the card's next review, so that its due day can be set now; else another comes first. */
  readonly isNext: boolean;
}

export interface InterviewPlan {
  readonly extras: readonly ExtraReview[];
  /** Cards that no extra review brings to the recall asked for; 0 where they are never introduced. */
  readonly short: readonly { readonly card: CardId; readonly recall: number }[];
  /** The sum of all cards' predicted recall on the day: how many are likely to be known. */
  readonly known: number;
}

/** An extra review may lie this many days before the interview, or it does little for it. */
const furthestDays = 21;
/** More reviews than this on the last days would be cramming. */
const mostExtras = 3;

/**
 * The extra reviews with which each card's predicted recall on the day of the interview reaches what
 * is asked. A prediction follows the card's schedule as it will be if every review is graded Good,
 * through the decisions the app takes. Of the days on which one extra review is enough, the least
 * loaded is taken, the later of two; where none is enough the last days take one each. Yields after
 * each card, for whoever has to stay responsive.
 */
export function* planInterview(input: InterviewInput): Generator<void, InterviewPlan> {
  const load = new Map(input.loadByDay);
  const extras: ExtraReview[] = [];
  const short: { card: CardId; recall: number }[] = [];
  let known = 0;
  for (const card of input.cards) {
    const start = findStart(input, card);
    const plain = follow(input, card, start, []);
    const { days, reached } = findExtras(input, card, plain, load);
    known += reached;
    if (reached < input.recall) short.push({ card, recall: reached });
    days.forEach((day, index) => {
      load.set(day, (load.get(day) ?? 0) + 1);
      // A card not yet introduced has no due day to set.
      const isNext = index === 0 && start.state.schedule !== undefined && day < start.next;
      extras.push({ card, day, isNext });
    });
    yield;
  }
  return { extras, short, known };
}

/**
 * The probability, 0 to 1, that a card is recalled on the day of the interview if it is reviewed when
 * it is due and on these days too, always graded Good; 0 where it is not introduced before.
 */
export function predictRecall(
  input: InterviewInput,
  card: CardId,
  extraDays: readonly StudyDay[],
): number {
  return recallThen(input, follow(input, card, findStart(input, card), extraDays));
}

function findExtras(
  input: InterviewInput,
  card: CardId,
  plain: Waiting,
  load: ReadonlyMap<StudyDay, number>,
): { days: readonly StudyDay[]; reached: number } {
  const { until, today, recall: wanted } = input;
  const { schedule } = plain.state;
  const predict = (days: readonly StudyDay[]) =>
    recallThen(input, follow(input, card, plain, days));
  const without = predict([]);
  if (without >= wanted || schedule === undefined) return { days: [], reached: without };

  const earliest = Math.max(today, schedule.lastReview.day + 1, until - furthestDays);
  let best: { day: StudyDay; reached: number; load: number } | undefined;
  for (let day = (until - 1) as StudyDay; day >= earliest; day = (day - 1) as StudyDay) {
    const reached = predict([day]);
    if (reached < wanted) break;
    const dayLoad = load.get(day) ?? 0;
    if (best === undefined || dayLoad < best.load) best = { day, reached, load: dayLoad };
  }
  if (best !== undefined) return { days: [best.day], reached: best.reached };

  let days: readonly StudyDay[] = [];
  let reached = without;
  for (let day = (until - 1) as StudyDay; day >= earliest; day = (day - 1) as StudyDay) {
    const then = predict([day, ...days]);
    if (then <= reached) break;
    days = [day, ...days];
    reached = then;
    if (reached >= wanted || days.length === mostExtras) break;
  }
  return { days, reached };
}

/** A card between two reviews. */
interface Waiting {
  readonly state: CardState;
  /** The study day of the next review; infinite where none comes. */
  readonly next: number;
}

function findStart({ states, today, introductions }: InterviewInput, card: CardId): Waiting {
  const state = states.get(card) ?? newCardState;
  const due = state.schedule?.due;
  if (due === undefined) return { state, next: introductions.get(card) ?? Infinity };
  return { state, next: 'day' in due ? Math.max(today, due.day) : today };
}

/** The card as the interview finds it. */
function follow(
  { until, settings, offset }: InterviewInput,
  card: CardId,
  { state: start, next: first }: Waiting,
  extraDays: readonly StudyDay[],
): Waiting {
  const scheduling = schedulingSettings(settings, toHomeId(card));
  let state = start;
  let next = first;
  for (const extra of [...extraDays, Infinity]) {
    for (; next < Math.min(extra, until); next = findNext(state)) {
      state = reviewWell(state, card, next as StudyDay, offset, scheduling);
    }
    if (extra >= until || state.schedule === undefined) continue;
    if (extra < next) state = bringForward(state, card, extra as StudyDay, scheduling);
    state = reviewWell(state, card, extra as StudyDay, offset, scheduling);
    next = findNext(state);
  }
  return { state, next };
}

function findNext({ schedule }: CardState): number {
  return schedule !== undefined && 'day' in schedule.due ? schedule.due.day : Infinity;
}

function recallThen({ until, settings }: InterviewInput, { state }: Waiting): number {
  if (state.schedule === undefined) return 0;
  const elapsedDays = countElapsedDays(state.schedule.lastReview.day, until);
  return recall(state.schedule, elapsedDays, settings.learner.parameters);
}

/** All of a card's answers of a day: Good until no step of the day is left. */
function reviewWell(
  before: CardState,
  card: CardId,
  day: StudyDay,
  offset: number,
  settings: SchedulingSettings,
): CardState {
  let state = before;
  let at = noon(day, offset, settings);
  for (;;) {
    const reps = state.schedule?.reps ?? 0;
    const situation = { state, at, studyDay: day, offset, settings };
    const { outcome } = decideReview({ ...situation, grade: 'good', seed: `${card}:${reps}` });
    const what = { kind: 'reviewed', grade: 'good', durationMs: 0, mode: 'review' } as const;
    const event: CardEvent = { ...toFrame(card, at, day, offset), ...what, outcome };
    state = foldEvent(state, event, toContext(settings));
    if (!('at' in outcome.due)) return state;
    ({ at } = outcome.due);
  }
}

/** What setting the due day by an event makes of the card. */
function bringForward(
  state: CardState,
  card: CardId,
  day: StudyDay,
  settings: SchedulingSettings,
): CardState {
  const at = noon(day, 0, settings);
  const event: RescheduledEvent = {
    ...toFrame(card, at, day, 0),
    kind: 'rescheduled',
    due: { day },
    intervalDays: Math.max(1, day - (state.schedule?.lastReview.day ?? day)),
    after: state.last,
  };
  return foldEvent(state, event, toContext(settings));
}

function noon(day: StudyDay, offset: number, { rolloverMinutes }: SchedulingSettings): Instant {
  return (studyDayStart(day, offset, rolloverMinutes) + 8 * 3_600_000) as Instant;
}

/** What an event needs that nobody will store. */
function toFrame(card: CardId, at: Instant, day: StudyDay, offset: number) {
  return {
    id: 'prediction' as EventId,
    v: eventVersion,
    device: 'prediction' as DeviceId,
    act: 'prediction' as ActId,
    at,
    offset,
    studyDay: day,
    subject: card,
  };
}

function toContext(settings: SchedulingSettings) {
  return { parameters: settings.parameters, settingsAt: () => settings };
}
