import { toNoteId, type CardId, type HomeId, type NoteId } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import { applyEdits } from '#src/domain/note-state.ts';
import type { HomeRecord } from './database.ts';
import { listPlacedCards } from './home-record.ts';
import { toTemplateSource } from './note-content.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** The text of every note of a home as the learner's edits leave it; the bank's is not stored. */
export async function loadHomeSources(
  { db }: Store,
  record: HomeRecord,
): Promise<Map<NoteId, NoteSource>> {
  const ids = record.packs.map(({ id }) => id);
  const [packs, kept, overlays] = await Promise.all([
    db.packs.bulkGet(ids),
    db.sources.bulkGet(ids),
    db.overlays.where('home').equals(record.home).toArray(),
  ]);
  const sources = new Map<NoteId, NoteSource>();
  packs.forEach((pack, index) => {
    pack?.notes.forEach((note, position) => {
      const source = kept[index]?.sources[position] ?? toTemplateSource(note);
      if (source !== undefined) sources.set(note.id, source);
    });
  });
  for (const { note, created, edits } of overlays) {
    const source = created?.source ?? sources.get(note);
    if (source !== undefined) sources.set(note, applyEdits(source, '', edits).source);
  }
  return sources;
}

/** The text of every note of a home, for a search in it; empty where the home is not there. */
export function loadNoteSources(
  store: Store,
  home: HomeId,
): Promise<ReadonlyMap<NoteId, NoteSource>> {
  return withStorageErrors(async () => {
    const record = await store.db.homes.get(home);
    return record === undefined ? new Map() : loadHomeSources(store, record);
  });
}

/** All cards of some notes of a home, in order of introduction. */
export function listNoteCards(
  { db }: Store,
  home: HomeId,
  notes: ReadonlySet<NoteId>,
): Promise<CardId[]> {
  return withStorageErrors(async () => {
    const record = await db.homes.get(home);
    const placed = record === undefined ? [] : listPlacedCards(record);
    return placed.map(({ card }) => card).filter((card) => notes.has(toNoteId(card)));
  });
}
