import { liesIn, pathSeparator } from '#src/domain/deck-state.ts';
import { toNoteId, type HomeId, type NoteId } from '#src/domain/ids.ts';
import type { HomeRecord } from './database.ts';
import { gatherDeck, type DeckToExport } from './gather-deck.ts';
import { listHomeDecks, listPlacedCards } from './home-record.ts';
import { loadHomeSources } from './home-sources.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

export interface ExportOptions {
  /** One of the home's decks, by where it lies now, with all in it; '' is the whole home. */
  readonly path: string;
  /** These notes alone; all that lie there where it is not said. */
  readonly notes?: ReadonlySet<NoteId>;
  /** Whether marks, schedules and reviews go along; without, all cards leave as new ones. */
  readonly withHistory: boolean;
}

/**
 * A deck as the learner has it now: notes with their edits, in order of introduction, and the files
 * they name; undefined where there is no such home. Rejects with a `StorageError`.
 */
export async function loadDeckToExport(
  store: Store,
  home: HomeId,
  { path, notes: chosen, withHistory }: ExportOptions,
): Promise<DeckToExport | undefined> {
  return withStorageErrors(async () => {
    const record = await store.db.homes.get(home);
    if (record === undefined) return undefined;
    const decks = listHomeDecks(record);
    const parts = {
      record,
      title: path === '' ? record.title : path,
      decks: decks.map((deck) => toWholePath(record, deck.path)),
      placed: listPlacedCards(record).filter(
        ({ card, deck }) =>
          liesIn(decks[deck]?.path ?? '', path) && (chosen?.has(toNoteId(card)) ?? true),
      ),
      sources: await loadHomeSources(store, record),
      isWhole: path === '' && chosen === undefined,
    };
    return gatherDeck(store, parts, withHistory);
  });
}

/** Decks within one of the learner's own are named from it; those that came have whole names. */
function toWholePath({ edition, title }: HomeRecord, path: string): string {
  if (path === '') return title;
  return edition === undefined ? title + pathSeparator + path : path;
}
