import { toNoteId, type HomeId, type NoteId } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type { NoteState } from '#src/domain/note-state.ts';
import { bankHome } from './bank.ts';
import { loadBankSources } from './bank-sources.ts';
import type { HomeRecord } from './database.ts';
import { listHomeDecks, listPlacedCards, type HomeDeck } from './home-record.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** A deck that no import brought, the learner's own or the shipped bank, as far as it takes to find it in a file. */
export interface OwnHome {
  readonly home: HomeId;
  readonly title: string;
  readonly decks: readonly HomeDeck[];
  readonly notes: ReadonlySet<NoteId>;
}

/** A note of such a deck as it was first, and what the learner made of it. */
export interface OwnNote {
  readonly source: NoteSource;
  /** The key of its deck. */
  readonly path: string;
  readonly edits: NoteState['edits'];
  readonly isRemoved: boolean;
}

/** The decks that no import brought; notes that were thrown away are among theirs. */
export function listOwnHomes({ db }: Store): Promise<OwnHome[]> {
  return withStorageErrors(() =>
    db.transaction('r', [db.homes, db.overlays], async () => {
      const records = (await db.homes.toArray()).filter(isOwn);
      return Promise.all(
        records.map(async (record) => {
          const touched = await db.overlays.where('home').equals(record.home).primaryKeys();
          const placed = listPlacedCards(record).map(({ card }) => toNoteId(card));
          const { home, title } = record;
          return {
            home,
            title,
            decks: listHomeDecks(record),
            notes: new Set([...placed, ...touched]),
          };
        }),
      );
    }),
  );
}

function isOwn({ edition, home, version }: HomeRecord): boolean {
  return edition === undefined && (home === bankHome || version === 'own');
}

/**
 * Those of some notes that such a deck holds, by their ids. The texts of shipped ones are fetched: rejects
 * as `loadBankSources` does, and with a `StorageError`.
 */
export async function loadOwnNotes(
  store: Store,
  { home, notes: held }: OwnHome,
  wanted: ReadonlySet<NoteId>,
): Promise<Map<NoteId, OwnNote>> {
  const { db } = store;
  const [overlays, bank] = await withStorageErrors(() =>
    Promise.all([db.overlays.where('home').equals(home).toArray(), db.bank.get(bankHome)]),
  );
  const notes = new Map<NoteId, OwnNote>();
  if (home === bankHome && bank !== undefined) {
    const ids = new Set([...wanted].filter((note) => held.has(note)));
    for (const [note, source] of await loadBankSources(store, bank.index, ids)) {
      notes.set(note, { source, path: '', edits: {}, isRemoved: false });
    }
  }
  for (const { note, created, edits, isRemoved } of overlays) {
    if (!wanted.has(note)) continue;
    const { source, path } = created ?? notes.get(note) ?? {};
    if (source !== undefined) notes.set(note, { source, path: path ?? '', edits, isRemoved });
  }
  return notes;
}
