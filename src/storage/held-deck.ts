import type { CompiledNote } from '#src/domain/content.ts';
import type { DeckState } from '#src/domain/deck-state.ts';
import { toNoteId, type HomeId, type NoteId } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import { pathField, type NoteState } from '#src/domain/note-state.ts';
import type { DeckOrigin } from './database.ts';
import { listPlacedCards } from './home-record.ts';
import { toTemplateSource } from './note-content.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** A deck that was brought in, as far as it takes to find it again in a newer file. */
export interface ImportedHome {
  readonly home: HomeId;
  readonly title: string;
  readonly edition: string;
  readonly origin: DeckOrigin;
  readonly notes: ReadonlySet<NoteId>;
  /** Where the learner moved decks, by the path they came with. */
  readonly moved: DeckState['moved'];
}

/** The decks that were brought in and are there. */
export function listImportedHomes({ db }: Store): Promise<ImportedHome[]> {
  return withStorageErrors(() =>
    db.transaction('r', [db.homes, db.editions], async () => {
      const homes = (await db.homes.toArray()).filter(({ edition }) => edition !== undefined);
      const editions = await db.editions.bulkGet(homes.map(({ edition }) => edition ?? ''));
      return editions.flatMap((edition, index) => {
        const record = homes[index];
        if (edition === undefined || record === undefined) return [];
        const notes = new Set(
          listPlacedCards({ ...record, packs: edition.packs }).map(({ card }) => toNoteId(card)),
        );
        const { id, home, origin } = edition;
        const { title, moved = {} } = record;
        return [{ home, title, edition: id, origin, notes, moved }];
      });
    }),
  );
}

/** A note as its source last had it, and what the learner made of it. */
export interface HeldEntry {
  readonly note: CompiledNote;
  readonly source: NoteSource;
  /** The deck of each of its cards, by its path as it came. */
  readonly paths: readonly string[];
  readonly edits: NoteState['edits'];
}

/** Every note of a deck that was brought in, in its order; empty where the deck is not there. */
export function loadHeldNotes({ db }: Store, home: HomeId): Promise<Map<NoteId, HeldEntry>> {
  const tables = [db.homes, db.editions, db.packs, db.sources, db.overlays];
  return withStorageErrors(() =>
    db.transaction('r', tables, async () => {
      const record = await db.homes.get(home);
      const edition = await db.editions.get(record?.edition ?? '');
      if (record === undefined || edition === undefined) return new Map<NoteId, HeldEntry>();
      const ids = edition.packs.map(({ id }) => id);
      const [packs, sources, overlays] = await Promise.all([
        db.packs.bulkGet(ids),
        db.sources.bulkGet(ids),
        db.overlays.where('home').equals(home).toArray(),
      ]);
      const editsByNote = new Map(overlays.map(({ note, edits }) => [note, edits]));
      const pathsByNote = new Map<NoteId, string[]>();
      for (const { card, deck } of listPlacedCards({ ...record, packs: edition.packs })) {
        const note = toNoteId(card);
        const paths = pathsByNote.get(note) ?? [];
        paths.push(edition.decks[deck] ?? '');
        pathsByNote.set(note, paths);
      }
      const held = new Map<NoteId, HeldEntry>();
      packs.forEach((pack, index) => {
        pack?.notes.forEach((note, position) => {
          const source = sources[index]?.sources[position] ?? toTemplateSource(note);
          if (source === undefined) return;
          const edits = editsByNote.get(note.id) ?? {};
          held.set(note.id, { note, source, paths: pathsByNote.get(note.id) ?? [], edits });
        });
      });
      return held;
    }),
  );
}

/** The path that an edit or a newer file compares a note's deck by: that of its first card. */
export function toHeldPath({ paths, edits }: HeldEntry): string {
  return edits[pathField]?.base ?? paths[0] ?? '';
}
