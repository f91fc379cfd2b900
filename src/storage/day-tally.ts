import type { AnyEvent } from '#src/domain/event.ts';
import {
  toHomeId,
  toNoteId,
  type CardId,
  type DeckId,
  type NoteId,
  type StudyDay,
} from '#src/domain/ids.ts';
import { isCardEvent } from '#src/domain/known-event.ts';
import type { DayTally } from '#src/domain/queue.ts';
import type { CairnDatabase } from './database.ts';
import { listDayEvents } from './day-events.ts';
import { dropVoid, listSubjectEvents } from './event-log.ts';
import { listIntroduced, type DueBlock } from './due-block.ts';
import { findEntries } from './schedules.ts';

interface TallyInput {
  readonly today: StudyDay;
  /** Blocks at hand; those of other homes are read where a card of theirs was reviewed. */
  readonly blocks: readonly DueBlock[];
  readonly decksOf: (card: CardId) => readonly DeckId[];
}

/** What the day's valid answers, in replay order and perhaps among other events, used up of its limits. */
export async function tallyDay(
  db: CairnDatabase,
  events: readonly AnyEvent[],
  input: TallyInput,
): Promise<DayTally> {
  const isIntroduction = await findIntroductions(db, events, input);
  const tally = { new: 0, reviews: 0 };
  const newByDeck = new Map<DeckId, number>();
  const reviewsByDeck = new Map<DeckId, number>();
  const studied = new Map<NoteId, CardId[]>();
  const seen = new Set<CardId>();
  const introduced = new Set<CardId>();
  for (const event of events) {
    if (!isCardEvent(event)) continue;
    const { subject } = event;
    // Forgotten, a card is new once more, and so it counts once more.
    if (event.kind === 'forgot') introduced.delete(subject);
    if (event.kind !== 'reviewed') continue;
    const isFirst = !seen.has(subject);
    seen.add(subject);
    const note = toNoteId(subject);
    if (isFirst) studied.set(note, [...(studied.get(note) ?? []), subject]);
    const isNew = isIntroduction(subject, event.outcome.after) && !introduced.has(subject);
    if (isNew) introduced.add(subject);
    // Steps of a card met earlier today are the same review going on.
    else if (!isFirst) continue;
    tally[isNew ? 'new' : 'reviews'] += 1;
    const byDeck = isNew ? newByDeck : reviewsByDeck;
    for (const deck of input.decksOf(subject)) byDeck.set(deck, (byDeck.get(deck) ?? 0) + 1);
  }
  return { ...tally, newByDeck, reviewsByDeck, studied };
}

/**
 * Tells which reviews introduced a card: those decided on nothing or on a `forgot`. One of an earlier
 * day is not among the day's events; that the card was new until today says as much.
 */
async function findIntroductions(
  db: CairnDatabase,
  events: readonly AnyEvent[],
  { today, blocks }: TallyInput,
): Promise<(card: CardId, after: string | null) => boolean> {
  const ids = new Set<string>(events.map((event) => event.id));
  const reviewed = events.filter(isCardEvent).filter((event) => event.kind === 'reviewed');
  const forgots = events.filter(isCardEvent).filter((event) => event.kind === 'forgot');
  const forgotIds = new Set<string>(forgots.map((event) => event.id));
  const startedToday = new Set(blocks.flatMap((block) => listIntroduced(block, today)));

  const homes = new Set(blocks.map((block) => block.home));
  const elsewhere = reviewed.filter((event) => !homes.has(toHomeId(event.subject)));
  const entries = await findEntries(db, [...new Set(elsewhere.map((event) => event.subject))]);
  for (const { card, state } of entries.values()) {
    if (state.schedule?.introduced === today) startedToday.add(card);
  }
  // Once a card is forgotten today, its state says nothing of a review before that.
  const cleared = new Set(forgots.map((event) => event.subject));
  for (const { subject, outcome } of reviewed) {
    if (!cleared.has(subject) || outcome.after === null || ids.has(outcome.after)) continue;
    const history = await listSubjectEvents(db, subject);
    const before = history.find((event) => event.id === outcome.after);
    if (before?.kind === 'forgot') forgotIds.add(before.id);
  }
  for (const card of cleared) startedToday.delete(card);
  // Decided on another kind of event, which an import may have packed: then all of the day is read.
  const isUnclear = reviewed.some(
    ({ subject, outcome: { after } }) =>
      after !== null && !ids.has(after) && !forgotIds.has(after) && startedToday.has(subject),
  );
  if (isUnclear) {
    for (const { id } of await dropVoid(db, await listDayEvents(db, today))) ids.add(id);
  }
  return (card, after) =>
    after === null || forgotIds.has(after) || (!ids.has(after) && startedToday.has(card));
}
