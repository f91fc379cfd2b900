import { pathSeparator } from '#src/domain/deck-state.ts';
import {
  toHomeId,
  toNoteId,
  type CardId,
  type ConceptId,
  type NoteId,
  type RoadmapId,
} from '#src/domain/ids.ts';
import { listPlaces, type Place } from '#src/domain/roadmap-cards.ts';
import { applyEdits } from '#src/domain/note-state.ts';
import { bankHome } from './bank.ts';
import { loadBankSources } from './bank-sources.ts';
import type { BankRecord } from './database.ts';
import { gatherDeck, type DeckToExport } from './gather-deck.ts';
import { listPlacedCards } from './home-record.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

export interface BankExportOptions {
  /** A shipped roadmap, whose cards leave with its sections as their decks; null is the whole bank. */
  readonly roadmap: RoadmapId | null;
  readonly withHistory: boolean;
}

/**
 * Shipped cards as a deck that leaves, with the learner's edits, each card once and in order of
 * introduction; undefined where there is no such roadmap, or no bank yet. Rejects where a text cannot be
 * had, as `loadBankSources` does, and with a `StorageError`.
 */
export async function loadBankDeckToExport(
  store: Store,
  { roadmap: id, withHistory }: BankExportOptions,
): Promise<DeckToExport | undefined> {
  const { db } = store;
  const [bank, home, record, overlays] = await withStorageErrors(() =>
    Promise.all([
      db.bank.get(bankHome),
      db.homes.get(bankHome),
      id === null ? undefined : db.roadmaps.get(id),
      db.overlays.where('home').equals(bankHome).toArray(),
    ]),
  );
  if (bank === undefined || home === undefined) return undefined;
  if (id !== null && record === undefined) return undefined;
  const cards =
    record === undefined
      ? listPlacedCards(home).map(({ card }) => card)
      : (record.introduction.split('\n') as CardId[]);
  const removed = new Set(overlays.filter(({ isRemoved }) => isRemoved).map(({ note }) => note));
  const asked = cards.filter((card) => toHomeId(card) === bankHome && !removed.has(toNoteId(card)));
  const sources = await loadBankSources(store, bank.index, new Set(asked.map(toNoteId)));
  for (const { note, edits } of overlays) {
    const source = sources.get(note);
    if (source !== undefined) sources.set(note, applyEdits(source, '', edits).source);
  }
  const title = record?.roadmap.title ?? home.title;
  const places = record === undefined ? bank.places : listPlaces([record.roadmap]);
  const { decks, placed } = placeCards(asked, toPathByNote(bank, places, title, id === null));
  const parts = { record: { home: bankHome }, title, decks, placed, sources, isWhole: false };
  return withStorageErrors(() => gatherDeck(store, parts, withHistory));
}

/** Where each note stands first: its section's deck, which for the whole bank lies in its roadmap's. */
function toPathByNote(
  { index }: BankRecord,
  places: ReadonlyMap<ConceptId, readonly Place[]>,
  title: string,
  isWhole: boolean,
): (note: NoteId) => string {
  const pathByNote = new Map<NoteId, string>();
  for (const { id, notes } of index.concepts) {
    const place = places.get(id)?.[0];
    const inner =
      place === undefined ? [] : [...(isWhole ? [place.roadmapTitle] : []), place.sectionTitle];
    // A name with the sign in it would become two decks.
    const names = inner.map((name) => name.replaceAll(pathSeparator, ': '));
    const path = [title, ...names].join(pathSeparator);
    for (const note of notes) pathByNote.set(note.id, path);
  }
  return (note) => pathByNote.get(note) ?? title;
}

function placeCards(cards: readonly CardId[], toPath: (note: NoteId) => string) {
  const decks: string[] = [];
  const positionByPath = new Map<string, number>();
  const placed = cards.map((card) => {
    const path = toPath(toNoteId(card));
    const known = positionByPath.get(path);
    if (known !== undefined) return { card, deck: known };
    const deck = decks.push(path) - 1;
    positionByPath.set(path, deck);
    return { card, deck };
  });
  return { decks, placed };
}

/** A shipped roadmap that can leave as a deck. */
export interface ShippedRoadmap {
  readonly id: RoadmapId;
  readonly title: string;
}

/** The shipped roadmaps; none before the bank was fetched. */
export async function listShippedRoadmaps({ db }: Store): Promise<readonly ShippedRoadmap[]> {
  const bank = await withStorageErrors(() => db.bank.get(bankHome));
  return bank?.manifest.roadmaps ?? [];
}
