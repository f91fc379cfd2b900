import type { CopiedDeckFacts, CopiedNote } from '#src/domain/copied-deck.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import { toNoteId, toOrdinal, type NoteId } from '#src/domain/ids.ts';
import type { EditionRecord } from './database.ts';
import { listEventsAfter } from './event-log.ts';
import { listPackCards } from './home-record.ts';
import { toTemplateSource } from './note-content.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** An edition that a copy is to hold; its notes are read pack by pack. */
export interface EditionToCopy {
  readonly facts: CopiedDeckFacts;
  readonly packs: readonly string[];
  readonly notes: number;
}

/** All that a copy of this device holds, as of one moment; notes and files are read one by one. */
export interface CopyContents {
  /** In replay order. */
  readonly events: readonly AnyEvent[];
  /** Those that older acts show once newer ones are undone, too. */
  readonly editions: readonly EditionToCopy[];
  /** The SHA-256 of each file, those that only an undone note names too. */
  readonly media: readonly string[];
}

/** What there is to copy. Rejects with a `StorageError`. */
export function loadCopyContents({ db }: Store): Promise<CopyContents> {
  const tables = [db.events, db.segments, db.editions, db.mediaNames, db.media];
  return withStorageErrors(() =>
    db.transaction('r', tables, async () => {
      const [events, editions, names, media] = await Promise.all([
        listEventsAfter(db, null),
        db.editions.toArray(),
        db.mediaNames.toArray(),
        db.media.toCollection().primaryKeys(),
      ]);
      const hashesByEdition = new Map(names.map(({ edition, hashes }) => [edition, hashes]));
      return {
        events,
        editions: editions
          .filter(({ isComplete }) => isComplete)
          .map((edition) => toCopy(edition, hashesByEdition.get(edition.id) ?? new Map())),
        media,
      };
    }),
  );
}

function toCopy(edition: EditionRecord, media: ReadonlyMap<string, string>): EditionToCopy {
  const { id, home, title, decks, noteTypes, origin, packs } = edition;
  const notes = packs.reduce(
    (sum, pack) => sum + new Set(listPackCards(pack).map(({ card }) => toNoteId(card))).size,
    0,
  );
  return {
    facts: { edition: id, home, title, decks, noteTypes, origin, media },
    packs: packs.map((pack) => pack.id),
    notes,
  };
}

/**
 * The notes of one pack of an edition with what they were made from, in their order. Rejects where the
 * edition was cleared meanwhile.
 */
export async function loadCopiedNotes(
  { db }: Store,
  { facts }: EditionToCopy,
  pack: string,
): Promise<CopiedNote[]> {
  return withStorageErrors(async () => {
    const [edition, content, kept] = await Promise.all([
      db.editions.get(facts.edition),
      db.packs.get(pack),
      db.sources.get(pack),
    ]);
    const cards = edition?.packs.find(({ id }) => id === pack);
    if (content === undefined || cards === undefined) throw new Error(`${pack} is gone.`);
    const decksByNote = new Map<NoteId, Record<string, number>>();
    for (const { card, deck } of listPackCards(cards)) {
      const decks = decksByNote.get(toNoteId(card)) ?? {};
      if (deck !== 0) decks[toOrdinal(card)] = deck;
      decksByNote.set(toNoteId(card), decks);
    }
    return content.notes.map((note, position): CopiedNote => {
      const source = kept?.sources[position] ?? toTemplateSource(note);
      if (source === undefined) throw new Error(`${note.id} has no source.`);
      return { id: note.id, source, decks: decksByNote.get(note.id) ?? {} };
    });
  });
}

/** The bytes of a file; undefined where it was cleared meanwhile, because no note names it. */
export function findMediaFile({ db }: Store, hash: string): Promise<Uint8Array | undefined> {
  return withStorageErrors(async () => (await db.media.get(hash))?.bytes);
}
