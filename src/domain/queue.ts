import type { CardId, DeckId, Instant, NoteId, StudyDay } from './ids.ts';
import { intersperse, orderInRuns, rankDue } from './queue-order.ts';
import { openRooms, type DayCounts, type LimitsInput, type Rooms } from './queue-limits.ts';
import type { Due, Schedule } from './schedule.ts';
import type { LearnerSettings } from './settings.ts';
import { toSeed } from './shuffle.ts';
import { trackNotes, type NoteTracker } from './siblings.ts';

/** A card with a schedule that comes up today. */
export interface DueCard {
  readonly card: CardId;
  readonly phase: Schedule['phase'];
  readonly due: Due;
  /** The chosen decks that show it. */
  readonly decks: readonly DeckId[];
  /** Probability of recall now; needed where reviews are ordered by it. */
  readonly recall?: number;
}

/** A card never reviewed, or forgotten since. */
export interface NewCard {
  readonly card: CardId;
  readonly decks: readonly DeckId[];
}

/** Reviews due on days after a day, made only if they are asked for. */
export interface LaterCards {
  /** How many there are at most. */
  readonly count: number;
  readonly list: () => readonly DueCard[];
}

export type QueueCard = DueCard | NewCard;

/** A card whose step ends at an instant of this study day. */
export interface StepCard {
  readonly card: QueueCard;
  readonly at: Instant;
}

/** What was done so far on a study day. */
export interface DayTally extends DayCounts {
  /** Cards reviewed today by their note. */
  readonly studied: ReadonlyMap<NoteId, readonly CardId[]>;
}

export interface QueueInput extends LimitsInput {
  readonly now: Instant;
  readonly settings: LearnerSettings;
  readonly tally: DayTally;
  /** What the review is narrowed to, as text; part of the seed. */
  readonly scope: string;
  /** Suspended and buried cards are already left out. */
  readonly due: readonly DueCard[];
  /**
   * Reviews that are asked after all of those, kept apart where the others are likely to fill the day:
   * of 100,000 cards hardly any is asked today.
   */
  readonly later?: LaterCards;
  /** In order of introduction; suspended and buried cards are already left out. */
  readonly fresh: readonly NewCard[];
}

/** What a sitting goes through. */
export interface Queue {
  /** Cards in steps of minutes, by the instant at which each is due, later ones included. */
  readonly steps: readonly StepCard[];
  /** Everything else, in the order in which it is asked. */
  readonly cards: readonly QueueCard[];
}

export type QueueGroup = 'new' | 'learning' | 'review';

/** The number a card counts towards on screen. */
export function toGroup(card: QueueCard): QueueGroup {
  if (!('phase' in card)) return 'new';
  return card.phase === 'review' ? 'review' : 'learning';
}

/** The card as its schedule has it; absent, it is new. */
export function toQueueCard(
  card: CardId,
  schedule: Schedule | undefined,
  decks: readonly DeckId[] = [],
): QueueCard {
  return schedule ? { card, phase: schedule.phase, due: schedule.due, decks } : { card, decks };
}

export function countGroups(cards: readonly QueueCard[]): Record<QueueGroup, number> {
  const counts = { new: 0, learning: 0, review: 0 };
  for (const card of cards) counts[toGroup(card)] += 1;
  return counts;
}

/** One seed for a study day and scope, so that a reload and a second tab agree on the order. */
export function toQueueSeed(today: StudyDay, scope: string): number {
  return toSeed(`${today}/${scope}`);
}

/**
 * Today's queue. Steps of minutes come apart from the rest and are not limited. Then, each within
 * the limits and one card of a note only, as the settings say: learning of earlier days, reviews,
 * new cards; the first two always mixed, new cards mixed in, before or after them.
 */
export function buildQueue(input: QueueInput): Queue {
  const { settings, due, later, fresh, tally } = input;
  const { steps, interday, reviews } = splitDue(input);
  const notes = trackNotes(tally.studied, due.length + (later?.count ?? 0) + fresh.length);
  const rooms = openRooms(input);
  for (const { card } of steps) notes.see(card.card);

  const { burySiblings: bury } = settings;
  const askedInterday = takeDue(input, interday, { notes, rooms, bury: bury.interday });
  const ofReviews = { notes, rooms, bury: bury.review };
  const askedReviews = takeDue(input, reviews, ofReviews);
  if (later !== undefined && !rooms.isFullForReviews()) {
    askedReviews.push(...takeDue(input, later.list(), ofReviews));
  }
  const introduced = takeNew(fresh, { notes, rooms, bury: bury.new });

  const known = intersperse(askedReviews, askedInterday);
  if (settings.order === 'reviews-first') return { steps, cards: [...known, ...introduced] };
  if (settings.order === 'new-first') return { steps, cards: [...introduced, ...known] };
  return { steps, cards: intersperse(known, introduced) };
}

function splitDue({ due, today }: QueueInput) {
  const steps: StepCard[] = [];
  const interday: DueCard[] = [];
  const reviews: DueCard[] = [];
  for (const card of due) {
    if ('at' in card.due) steps.push({ card, at: card.due.at });
    else if (card.due.day > today) continue;
    else if (card.phase === 'review') reviews.push(card);
    else interday.push(card);
  }
  steps.sort((a, b) => a.at - b.at || (a.card.card < b.card.card ? -1 : 1));
  return { steps, interday, reviews };
}

interface Intake {
  readonly notes: NoteTracker;
  readonly rooms: Rooms;
  readonly bury: boolean;
}

function takeDue(
  { today, settings, scope }: QueueInput,
  cards: readonly DueCard[],
  { notes, rooms, bury }: Intake,
): DueCard[] {
  const ranks = rankDue(cards, today, settings.reviewOrder);
  const taken: DueCard[] = [];
  for (const run of orderInRuns(cards, ranks, toQueueSeed(today, scope))) {
    if (rooms.isFullForReviews()) break;
    for (const card of run) {
      if (bury && notes.isTaken(card.card)) continue;
      if (!rooms.takeReview(card.decks)) continue;
      notes.see(card.card);
      taken.push(card);
    }
  }
  return taken;
}

function takeNew(fresh: readonly NewCard[], { notes, rooms, bury }: Intake): NewCard[] {
  const taken: NewCard[] = [];
  for (const card of fresh) {
    if (rooms.isFullForNew()) break;
    if (bury && notes.isTaken(card.card)) continue;
    if (!rooms.takeNew(card.decks)) continue;
    notes.see(card.card);
    taken.push(card);
  }
  return taken;
}
