import type { ImportedEvent } from '#src/domain/imported-event.ts';
import type { ActId, HomeId, NoteId } from '#src/domain/ids.ts';
import type { HomeSettings } from '#src/domain/settings.ts';
import { performAct, type ActWriter } from './act.ts';
import type { CairnDatabase } from './database.ts';
import { listKnownIds } from './event-log.ts';
import { clearEdition } from './leftovers.ts';
import { compileOverlays } from './overlays.ts';
import {
  groupByCard,
  makeImportPacker,
  prepareHistory,
  type PreparedHistory,
} from './prepare-history.ts';
import { putEntries, recomputeCards } from './schedules.ts';
import { loadSettingsHistory, toReplayContext } from './settings.ts';
import { listHomeTables, settleHomes } from './settle-home.ts';
import { stageEdition, type BroughtContent, type StagingOptions } from './stage-edition.ts';
import type { Store } from './store.ts';

/** A deck from outside, in the terms of this store. */
export interface BroughtDeck extends BroughtContent {
  /** The edition it is to follow, null for a home that is new. */
  readonly follows: string | null;
  /**
   * What was learned elsewhere; for a home that is new it may have been prepared. The ids follow from the
   * source, so that another import of the same adds nothing; the act is that of the import.
   */
  readonly history: readonly ImportedEvent[] | Promise<PreparedHistory>;
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
  const { follows } = deck;
  const edition = await stageEdition(store, deck, options);
  if (edition === null) return { status: 'stopped' };
  const show = async (): Promise<Imported> => {
    const told = await toTold(store, deck);
    return performAct(store, { tables: listHomeTables(db) }, async (writer) => {
      const [home, staged] = await Promise.all([db.homes.get(deck.home), db.editions.get(edition)]);
      if ((home?.edition ?? null) !== follows || staged === undefined) return { status: 'taken' };
      writer.write({ kind: 'created', subject: deck.home, title: deck.title, edition });
      const events = await ('packer' in told
        ? addHistory(store, writer, told)
        : addUnknown(store, writer, told));
      writeSettings(writer, deck);
      await writeSettled(db, writer, deck);
      await writer.flush();
      await db.editions.update(edition, { isComplete: true, touchedAt: writer.at });
      await settleHomes(db, [deck.home], writer.at);
      return { status: 'done', act: writer.id(), home: deck.home, events };
    });
  };
  const imported = await show().catch(async (error: unknown) => {
    await clearEdition(store, edition).catch(() => undefined);
    throw error;
  });
  if (imported.status !== 'done') await clearEdition(store, edition);
  await compileOverlays(store);
  return imported;
}

/** A history as it is added: prepared, where the cards of its home have no events yet. */
async function toTold(store: Store, { follows, history }: BroughtDeck) {
  const told = await history;
  return 'packer' in told || follows !== null ? told : prepareHistory(store, [told]);
}

/** Adds a history, and what follows from it for cards; gives how many events were new. */
async function addHistory(
  { db, device }: Store,
  writer: ActWriter,
  { packer, entries, count }: PreparedHistory,
): Promise<number> {
  const segments = packer.pack({ act: writer.id(), device });
  await Promise.all([putEntries(db, entries), db.segments.bulkPut(segments)]);
  return count;
}

/** The same, where cards have a history here. */
async function addUnknown(
  { db, device }: Store,
  writer: ActWriter,
  history: readonly ImportedEvent[],
): Promise<number> {
  const known = await listKnownIds(db, history);
  const added = history.filter(({ id }) => !known.has(id));
  const packer = makeImportPacker(writer.studyDay);
  for (const event of added) packer.add(event);
  await db.segments.bulkPut(packer.pack({ act: writer.id(), device }));
  const cards = [...groupByCard(added).keys()];
  await recomputeCards(db, cards, toReplayContext(await loadSettingsHistory(db)));
  return added.length;
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
