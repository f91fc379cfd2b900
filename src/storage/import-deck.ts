import type { CardEvent } from '#src/domain/event.ts';
import type { ImportedEvent } from '#src/domain/imported-event.ts';
import type { ActId, CardId, HomeId, NoteId, StudyDay } from '#src/domain/ids.ts';
import { replayCard, type ReplayContext } from '#src/domain/replay.ts';
import type { HomeSettings } from '#src/domain/settings.ts';
import { performAct, type ActWriter } from './act.ts';
import type { CairnDatabase } from './database.ts';
import { inReplayOrder, listKnownIds } from './event-log.ts';
import { packImported } from './event-segment.ts';
import { clearEdition } from './leftovers.ts';
import { compileOverlays } from './overlays.ts';
import type { BlockEntry } from './schedule-block.ts';
import { putEntries, recomputeCards, toStamp } from './schedules.ts';
import { loadReplayContext, toReplayContext, loadSettingsHistory } from './settings.ts';
import { listHomeTables, settleHomes } from './settle-home.ts';
import { stageEdition, type BroughtContent, type StagingOptions } from './stage-edition.ts';
import type { Store } from './store.ts';

/** A deck from outside, in the terms of this store. */
export interface BroughtDeck extends BroughtContent {
  /** The edition it is to follow, null for a home that is new. */
  readonly follows: string | null;
  /**
   * What was learned elsewhere. The ids follow from the source, so that another import of the same adds
   * nothing; the act is that of the import.
   */
  readonly history: readonly ImportedEvent[];
  /** How its cards are to be scheduled, for a home that is new. */
  readonly settings: Partial<HomeSettings>;
  /** Fields in which the learner lets go of an edit for what the source says now. */
  readonly settled: readonly SettledField[];
}

export interface SettledField {
  readonly note: NoteId;
  readonly field: string;
  readonly value: string;
}

export type Imported =
  | { readonly status: 'done'; readonly act: ActId; readonly home: HomeId; readonly events: number }
  | { readonly status: 'stopped' }
  /** The home was changed meanwhile, in another tab: nothing was written. */
  | { readonly status: 'taken' };

/** Days before today whose events are packed apart: none of the others began today anywhere on earth. */
const recentDays = 2;

/**
 * Brings a deck in, or a newer edition of one: content is staged out of sight, then one transaction
 * shows it, adds its history and writes the act that can be undone. Until that transaction commits,
 * nothing has changed, whatever happens. Rejects with a `StorageError`.
 */
export async function importDeck(
  store: Store,
  deck: BroughtDeck,
  options: StagingOptions = {},
): Promise<Imported> {
  const { db } = store;
  const edition = await stageEdition(store, deck, options);
  if (edition === null) return { status: 'stopped' };
  const { context } = await loadReplayContext(db);
  const entries = deck.follows === null ? replayHistory(deck.history, context) : [];
  const tables = listHomeTables(db);
  const show = performAct(store, { tables }, async (writer): Promise<Imported> => {
    const [home, staged] = await Promise.all([db.homes.get(deck.home), db.editions.get(edition)]);
    if ((home?.edition ?? null) !== deck.follows || staged === undefined)
      return { status: 'taken' };
    writer.write({ kind: 'created', subject: deck.home, title: deck.title, edition });
    const events = await addHistory(store, writer, deck);
    if (deck.follows === null) await putEntries(db, entries);
    else
      await recomputeCards(
        db,
        listSubjects(events),
        toReplayContext(await loadSettingsHistory(db)),
      );
    writeSettings(writer, deck);
    await writeSettled(db, writer, deck);
    await writer.flush();
    await db.editions.update(edition, { isComplete: true, touchedAt: writer.at });
    await settleHomes(db, [deck.home], writer.at);
    return { status: 'done', act: writer.id(), home: deck.home, events: events.length };
  });
  const imported = await show.catch(async (error: unknown) => {
    await clearEdition(store, edition).catch(() => undefined);
    throw error;
  });
  if (imported.status !== 'done') await clearEdition(store, edition);
  await compileOverlays(store);
  return imported;
}

/** The states that follow from a history that is all there is of its cards. */
function replayHistory(history: readonly ImportedEvent[], context: ReplayContext): BlockEntry[] {
  const eventsByCard = new Map<CardId, CardEvent[]>();
  for (const imported of history) {
    // Act and device, which it lacks, have no part in what follows from an event.
    const event = imported as CardEvent;
    const events = eventsByCard.get(event.subject);
    if (events === undefined) eventsByCard.set(event.subject, [event]);
    else events.push(event);
  }
  const stamp = toStamp(context.parameters);
  return [...eventsByCard].map(([card, events]) => ({
    card,
    state: replayCard(inReplayOrder(events), context),
    stamp,
  }));
}

/** Adds what is new of a deck's history, packed however recent it is; returns it. */
async function addHistory(
  { db, device }: Store,
  writer: ActWriter,
  { history, follows }: BroughtDeck,
): Promise<readonly ImportedEvent[]> {
  // The cards of a new home have no events yet.
  const known = follows === null ? undefined : await listKnownIds(db, history);
  const added = known === undefined ? history : history.filter(({ id }) => !known.has(id));
  const recentFrom = (writer.studyDay - recentDays) as StudyDay;
  await db.segments.bulkPut(packImported(added, { act: writer.id(), device }, recentFrom));
  return added;
}

function listSubjects(events: readonly ImportedEvent[]): CardId[] {
  return [...new Set(events.map((event) => event.subject))];
}

function writeSettings(writer: ActWriter, { home, settings, follows }: BroughtDeck): void {
  if (follows !== null) return;
  for (const [key, value] of Object.entries(settings)) {
    writer.write({ kind: 'setting-set', subject: `setting:${key}`, scope: home, value });
  }
}

/** Lets go of edits, and lets the others be compiled on top of the newer text. */
async function writeSettled(
  db: CairnDatabase,
  writer: ActWriter,
  { home, settled }: BroughtDeck,
): Promise<void> {
  const overlays = await db.overlays.where('home').equals(home).toArray();
  const overlayByNote = new Map(overlays.map((overlay) => [overlay.note, overlay]));
  for (const { note, field, value } of settled) {
    writer.write({ kind: 'edited', subject: note, field, base: value, value });
    const overlay = overlayByNote.get(note);
    if (overlay === undefined) continue;
    const edits = { ...overlay.edits, [field]: { base: value, value } };
    overlayByNote.set(note, { ...overlay, edits });
  }
  const waiting = [...overlayByNote.values()].map((overlay) => ({
    ...overlay,
    pending: 1 as const,
  }));
  await db.overlays.bulkPut(waiting);
}
