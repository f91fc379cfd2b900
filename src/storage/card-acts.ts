import type { CardEvent } from '#src/domain/event.ts';
import type { ActId, CardId, SittingId, StudyDay } from '#src/domain/ids.ts';
import { performAct, type ActWriter, type EventBody } from './act.ts';
import type { CairnDatabase } from './database.ts';
import { applyCardEvents } from './record-review.ts';
import { findEntries } from './schedules.ts';
import type { Store } from './store.ts';

/** What an act on cards rather than on an answer needs. */
export interface CardAct {
  readonly cards: readonly CardId[];
  readonly sitting?: SittingId;
}

/** Suspends cards, or takes them back into review, in one act. Their schedules stay as they are. */
export function suspendCards(store: Store, act: CardAct, value: boolean): Promise<ActId> {
  return writeForCards(store, act, (subject) => ({ kind: 'suspended', subject, value }));
}

/** Buries cards until the next study day, in one act. */
export function buryCards(store: Store, act: CardAct): Promise<ActId> {
  return writeForCards(store, act, (subject, { studyDay }) => ({
    kind: 'buried',
    subject,
    until: (studyDay + 1) as StudyDay,
  }));
}

/** Digs buried cards out at once, in one act. */
export function unburyCards(store: Store, act: CardAct): Promise<ActId> {
  return writeForCards(store, act, (subject) => ({ kind: 'buried', subject, until: null }));
}

/** Flags cards with 1 to 7, or with 0 takes the flag away, in one act. */
export function flagCards(store: Store, act: CardAct, flag: number): Promise<ActId> {
  return writeForCards(store, act, (subject) => ({ kind: 'flagged', subject, flag }));
}

/** Makes cards new again, in one act; their reviews stay in the history. */
export function forgetCards(store: Store, act: CardAct): Promise<ActId> {
  return writeForCards(store, act, (subject) => ({ kind: 'forgot', subject }));
}

/** The longest interval an event may hold: a century, as the settings allow. */
const longestDays = 36_500;

/** A card, and the study day on which it shall come due. */
export interface DueTarget {
  readonly card: CardId;
  readonly day: StudyDay;
}

/** Sets the due days of cards, each its own, in one act. */
export async function setDue(
  store: Store,
  targets: readonly DueTarget[],
  sitting?: SittingId,
): Promise<ActId> {
  return performAct(store, sitting === undefined ? {} : { sitting }, async (act) => {
    await writeDue(store.db, act, targets);
    return act.id();
  });
}

/** Sets the due days of cards as a part of an act. */
export async function writeDue(
  db: CairnDatabase,
  act: ActWriter,
  targets: readonly DueTarget[],
): Promise<void> {
  const entries = await findEntries(
    db,
    targets.map((target) => target.card),
  );
  const events = targets.map(({ card, day }) => {
    const state = entries.get(card)?.state;
    const since = state?.schedule?.lastReview.day ?? act.studyDay;
    return act.write({
      kind: 'rescheduled',
      subject: card,
      due: { day },
      intervalDays: Math.min(longestDays, Math.max(1, day - since)),
      after: state?.last ?? null,
    });
  });
  await applyCardEvents(db, act, events as CardEvent[]);
}

/** Logs an answer given out of turn, which moves no schedule. */
export function recordCram(
  store: Store,
  act: { readonly card: CardId; readonly sitting?: SittingId },
  answer: { readonly right: boolean; readonly durationMs: number },
): Promise<ActId> {
  const options = act.sitting === undefined ? {} : { sitting: act.sitting };
  return writeForCards(store, { cards: [act.card], ...options }, (subject) => ({
    kind: 'answered',
    subject,
    result: answer.right ? 'right' : 'wrong',
    mode: 'cram',
    format: 'recall',
    durationMs: Math.max(0, Math.round(answer.durationMs)),
  }));
}

async function writeForCards(
  store: Store,
  { cards, sitting }: CardAct,
  toBody: (card: CardId, act: ActWriter) => EventBody,
): Promise<ActId> {
  return performAct(store, sitting === undefined ? {} : { sitting }, async (act) => {
    const events = cards.map((card) => act.write(toBody(card, act)) as CardEvent);
    await applyCardEvents(store.db, act, events);
    return act.id();
  });
}
