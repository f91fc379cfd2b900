import { decideReview } from '#src/domain/decision.ts';
import type { CardEvent, Grade, ReviewedEvent } from '#src/domain/event.ts';
import { toHomeId, type CardId, type EventId, type SittingId } from '#src/domain/ids.ts';
import { isLeechAt } from '#src/domain/leech.ts';
import { foldEvent, type ReplayContext } from '#src/domain/replay.ts';
import { schedulingSettings, type SchedulingSettings } from '#src/domain/settings-history.ts';
import { newCardState, type CardState } from '#src/domain/schedule.ts';
import type { Settings } from '#src/domain/settings.ts';
import { performAct, type ActWriter } from './act.ts';
import type { CairnDatabase } from './database.ts';
import { openEntries, replayCards, toStamp, type OpenEntries } from './schedules.ts';
import { loadReplayContext } from './settings.ts';
import type { Store } from './store.ts';

export interface ReviewInput {
  readonly card: CardId;
  readonly grade: Grade;
  readonly durationMs: number;
  readonly mode: ReviewedEvent['mode'];
  /** The event the shown question was decided on: `state.last` of what the learner saw. */
  readonly expected: EventId | null;
  readonly sitting?: SittingId;
}

export type RecordedReview =
  | {
      readonly status: 'saved';
      readonly event: ReviewedEvent;
      readonly state: CardState;
      /** Whether this review made the card a leech, or reminded that it is one. */
      readonly leech: boolean;
    }
  /** The card moved meanwhile, in another tab: nothing was written. */
  | { readonly status: 'taken'; readonly state: CardState };

/** Logs the review and moves the card's schedule with it, or does neither. */
export async function recordReview(store: Store, input: ReviewInput): Promise<RecordedReview> {
  const { db } = store;
  const { card, sitting } = input;
  const read = () => openEntries(db, [card]);
  const options = { read, ...(sitting !== undefined && { sitting }) };
  return performAct(store, options, async (act, entries) => {
    const { settings } = act;
    const { state: before, put } = await openState(db, card, settings, entries);
    if (before.last !== input.expected) return { status: 'taken', state: before };
    const scheduling = schedulingSettings(settings, toHomeId(card));
    const { event, state } = writeReview(act, before, input, scheduling);
    await Promise.all([put(state), act.flush()]);
    const lapses = state.schedule?.lapses ?? 0;
    const lapsed = lapses > (before.schedule?.lapses ?? 0);
    const leech = lapsed && isLeechAt(lapses, scheduling.leechLapses);
    return { status: 'saved', event, state, leech };
  });
}

/** Decides a review on the card's state and writes it into the act; the entry is the caller's to store. */
export function writeReview(
  act: ActWriter,
  before: CardState,
  input: Pick<ReviewInput, 'card' | 'grade' | 'durationMs' | 'mode'>,
  scheduling: SchedulingSettings,
): { event: ReviewedEvent; state: CardState } {
  const { outcome } = decideReview({
    state: before,
    grade: input.grade,
    at: act.at,
    studyDay: act.studyDay,
    offset: act.offset,
    settings: scheduling,
    seed: `${input.card}:${before.schedule?.reps ?? 0}`,
  });
  const event = act.write({
    kind: 'reviewed',
    subject: input.card,
    grade: input.grade,
    // A clock set back while the question stood there gives less than nothing.
    durationMs: Math.max(0, Math.round(input.durationMs)),
    mode: input.mode,
    outcome,
  }) as ReviewedEvent;
  return { event, state: foldEvent(before, event, toPresentContext(scheduling)) };
}

/** For folding an event just decided: it follows the state it is folded into, so nothing else is asked. */
export function toPresentContext(scheduling: SchedulingSettings): ReplayContext {
  return { parameters: scheduling.parameters, settingsAt: () => scheduling };
}

/** A card's state as today's parameters see it, and the way to store another in its place. */
export interface OpenState {
  readonly state: CardState;
  /** In the transaction that read it, once. */
  readonly put: (state: CardState) => Promise<void>;
}

/** The state of a card that is to be moved in the caller's transaction, which has read its entry. */
export async function openState(
  db: CairnDatabase,
  card: CardId,
  settings: Settings,
  { entryByCard, put }: OpenEntries,
): Promise<OpenState> {
  const stamp = toStamp(settings.learner.parameters);
  const entry = entryByCard.get(card);
  const isStale = entry?.stamp !== stamp && entry?.state.schedule !== undefined;
  const replayed = isStale ? await replayNow(db, card, settings) : undefined;
  return {
    state: replayed ?? entry?.state ?? newCardState,
    put: (state) => put([{ card, state, stamp }]),
  };
}

async function replayNow(
  db: CairnDatabase,
  card: CardId,
  settings: Settings,
): Promise<CardState | undefined> {
  const { context } = await loadReplayContext(db);
  const present = { ...context, parameters: settings.learner.parameters };
  return (await replayCards(db, [card], present)).get(card);
}

/** Folds events just written into the stored states of their cards, in the act's transaction. */
export async function applyCardEvents(
  db: CairnDatabase,
  act: ActWriter,
  events: readonly CardEvent[],
): Promise<void> {
  const stamp = toStamp(act.settings.learner.parameters);
  const { entryByCard, put } = await openEntries(
    db,
    events.map((event) => event.subject),
  );
  const entries = new Map(entryByCard);
  for (const event of events) {
    const entry = entries.get(event.subject);
    const scheduling = schedulingSettings(act.settings, toHomeId(event.subject));
    const state = foldEvent(entry?.state ?? newCardState, event, toPresentContext(scheduling));
    // A stale memory stays stale under its own stamp: marks and due dates need none.
    entries.set(event.subject, { card: event.subject, state, stamp: entry?.stamp ?? stamp });
  }
  await put([...entries.values()]);
}
