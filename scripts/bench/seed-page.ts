import type { CompiledNote } from '#src/domain/content.ts';
import { toStudyDay } from '#src/domain/day.ts';
import { decideReview } from '#src/domain/decision.ts';
import { mintEventId } from '#src/domain/event-id.ts';
import {
  eventVersion,
  type AnyEvent,
  type Grade,
  type Outcome,
  type ReviewedEvent,
} from '#src/domain/event.ts';
import type {
  ActId,
  CardId,
  ConceptId,
  DeviceId,
  EventId,
  HomeId,
  Instant,
  NoteId,
  StudyDay,
} from '#src/domain/ids.ts';
import { foldEvent } from '#src/domain/replay.ts';
import { newCardState, type CardState } from '#src/domain/schedule.ts';
import { schedulingSettings } from '#src/domain/settings-history.ts';
import { defaultLearnerSettings } from '#src/domain/settings.ts';
import { restoreEvents } from '#src/storage/copy.ts';
import { putHome } from '#src/storage/homes.ts';
import { setSettings } from '#src/storage/set-settings.ts';
import { closeStore, openStore, type Clock } from '#src/storage/store.ts';

/** How many cards, and in how many decks. */
export interface SeedPlan {
  readonly cards: number;
  readonly decks: number;
}

const dayMs = 86_400_000;
/** Seven reviews a card, each when it was due; the last interval ended up to this long ago. */
const longestOverdueDays = 30;
const grades: readonly Grade[] = ['good', 'good', 'good', 'hard', 'good', 'again', 'good', 'easy'];
const suspendedShare = 0.05;
const device = 'bench' as DeviceId;

/** Repeatable chance: the same plan gives the same store. */
function makeChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

const scheduling = schedulingSettings(
  { learner: defaultLearnerSettings, homes: new Map(), decks: new Map() },
  'bench' as HomeId,
);

/**
 * Fills the page's store, through the functions the app itself uses, with decks whose cards have
 * seven reviews each and are due today; one in twenty is suspended.
 */
async function seed({ cards, decks }: SeedPlan): Promise<number> {
  const chance = makeChance(cards);
  const now = Date.now() as Instant;
  const clock: Clock = {
    now: () => now,
    offsetMinutes: () => 0,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => chance() * 256),
  };
  const fetchDeckFile = () => Promise.reject(new Error('The bench fetches no decks.'));
  const noteFormats = { compile: fetchDeckFile, read: fetchDeckFile, linkRoadmap: fetchDeckFile };
  const store = await openStore({ clock, fetchDeckFile, noteFormats });
  await setSettings(store, [
    { key: 'reviewsPerDay', value: 9999 },
    { key: 'newPerDay', value: 0 },
  ]);
  const trials = Array.from({ length: 200 }, () => makeTrial(now, chance));
  let events = 0;
  for (let deck = 0; deck < decks; deck += 1) {
    const home = `bench-${String(deck)}` as HomeId;
    const size = Math.floor(cards / decks) + (deck < cards % decks ? 1 : 0);
    const notes = Array.from({ length: size }, (_, index) => makeNote(home, index));
    await putHome(store, { home, title: `Deck ${String(deck + 1)}`, notes });
    const history = notes.flatMap((note) => makeHistory(note.id, trials, chance));
    events += history.length;
    await restoreEvents(store, history, 'merge');
  }
  closeStore(store);
  return events;
}

function makeNote(home: HomeId, index: number): CompiledNote {
  const number = String(index);
  return {
    id: `${home}:note-${number}` as NoteId,
    concept: `${home}/concept-${String(Math.floor(index / 8))}` as ConceptId,
    kind: 'basic',
    question: [
      ['p', null, `What does part ${number} of `, ['code', null, `system-${number}`], ' answer?'],
    ],
    answer: [['p', null, `Part ${number} answers with the state it last agreed on.`]],
    why: [['p', null, 'It keeps a copy that a majority has confirmed, and serves reads from it.']],
  };
}

/** A card's past: the events of a trial, which ended due today, moved back and made the card's own. */
function makeHistory(
  note: NoteId,
  trials: readonly (readonly ReviewedEvent[])[],
  chance: () => number,
): AnyEvent[] {
  const card = `${note}#1` as CardId;
  const trial = trials[Math.floor(chance() * trials.length)] ?? [];
  const overdue = Math.floor(chance() * longestOverdueDays);
  const events: ReviewedEvent[] = [];
  for (const event of trial) {
    const before = events.at(-1)?.id ?? null;
    const at = (event.at - overdue * dayMs) as Instant;
    events.push({
      ...event,
      ...makeBase(at, { last: before }, chance),
      studyDay: (event.studyDay - overdue) as StudyDay,
      subject: card,
      outcome: moveBack(event.outcome, overdue, before),
    });
  }
  return chance() < suspendedShare ? [...events, makeSuspended(card, events, chance)] : events;
}

function moveBack(outcome: Outcome, days: number, after: EventId | null): Outcome {
  if (outcome.phase === 'review') {
    return { ...outcome, after, due: { day: (outcome.due.day - days) as StudyDay } };
  }
  const { due } = outcome;
  const moved =
    'at' in due
      ? { at: (due.at - days * dayMs) as Instant }
      : { day: (due.day - days) as StudyDay };
  return { ...outcome, after, due: moved };
}

/** Seven reviews, each when the card was due, after which it is due today. */
function makeTrial(now: Instant, chance: () => number): ReviewedEvent[] {
  const card = 'bench:trial#1' as CardId;
  const given = Array.from({ length: 5 }, () => grades[Math.floor(chance() * grades.length)]);
  // Every card ends in review: a good answer or two bring back what was forgotten last.
  const answers = [...given, 'good', 'good'] as Grade[];
  const { state } = reviewAll(card, now, answers, chance);
  const due = state.schedule?.due;
  const today = toStudyDay(now, 0, scheduling.rolloverMinutes);
  const days = (due !== undefined && 'day' in due ? due.day : today) - today;
  return reviewAll(card, (now - days * dayMs) as Instant, answers, chance).events;
}

/** Answers a card at each due time from `start` on. The same day differences give the same intervals. */
function reviewAll(card: CardId, start: Instant, answers: readonly Grade[], chance: () => number) {
  const events: ReviewedEvent[] = [];
  let state: CardState = newCardState;
  let at = start;
  for (const grade of answers) {
    const event = decide(card, state, at, grade, chance);
    events.push(event);
    state = foldEvent(state, event, {
      parameters: scheduling.parameters,
      settingsAt: () => scheduling,
    });
    at = nextAt(state, at);
  }
  return { events, state };
}

function nextAt({ schedule }: CardState, at: Instant): Instant {
  if (schedule === undefined) return at;
  // A learner comes for steps within the quarter hour, for reviews on the due day.
  const wait =
    'at' in schedule.due ? 900_000 : (schedule.due.day - schedule.lastReview.day) * dayMs;
  return (at + wait) as Instant;
}

function decide(
  card: CardId,
  state: CardState,
  at: Instant,
  grade: Grade,
  chance: () => number,
): ReviewedEvent {
  const studyDay = toStudyDay(at, 0, scheduling.rolloverMinutes);
  const seedText = `${card}:${String(state.schedule?.reps ?? 0)}`;
  const { outcome } = decideReview({
    state,
    grade,
    at,
    studyDay,
    offset: 0,
    settings: scheduling,
    seed: seedText,
  });
  return {
    ...makeBase(at, state, chance),
    studyDay,
    kind: 'reviewed',
    subject: card,
    grade,
    durationMs: 3000 + Math.round(chance() * 9000),
    mode: 'review',
    outcome,
  };
}

function makeSuspended(card: CardId, events: readonly AnyEvent[], chance: () => number): AnyEvent {
  const last = events.at(-1);
  const at = ((last?.at ?? 0) + 1000) as Instant;
  return {
    ...makeBase(at, { last: last?.id ?? null }, chance),
    studyDay: toStudyDay(at, 0, scheduling.rolloverMinutes),
    kind: 'suspended',
    subject: card,
    value: true,
  };
}

function makeBase(at: Instant, state: Pick<CardState, 'last'>, chance: () => number) {
  const id = mintEventId(
    at,
    state.last,
    Uint8Array.from({ length: 10 }, () => chance() * 256),
  );
  return { id, v: eventVersion, device, act: id as string as ActId, at, offset: 0 };
}

declare global {
  var cairnSeed: (plan: SeedPlan) => Promise<number>;
}

globalThis.cairnSeed = seed;
