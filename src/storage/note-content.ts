import type { CompiledNote, PackSources } from '#src/domain/content.ts';
import { toHomeId, toNoteId, type HomeId, type NoteId } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import { applyEdits, pathField, replayNote, type NoteState } from '#src/domain/note-state.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import { bankHome, findBank } from './bank.ts';
import type { HomeRecord } from './database.ts';
import { dropVoid, listSubjectEvents } from './event-log.ts';
import { listHomeDecks, listPlacedCards } from './home-record.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** A note as it came, before anything the learner did to it. */
export interface HeldNote {
  readonly source: NoteSource;
  /** The key of the deck it lies in. */
  readonly path: string;
  /** What its cards show as it came; absent for a note the learner wrote. */
  readonly compiled?: CompiledNote;
}

/** A note with what an editor of it needs. */
export interface EditableNote {
  readonly note: NoteId;
  readonly home: HomeId;
  /** As the learner's edits leave it. */
  readonly source: NoteSource;
  readonly path: string;
  readonly edits: NoteState['edits'];
  readonly noteType?: NoteType;
  /** As it came. */
  readonly held: HeldNote;
}

/** A note with its text as it is now; undefined where no content has it. */
export async function findEditableNote(
  store: Store,
  note: NoteId,
): Promise<EditableNote | undefined> {
  const home = toHomeId(note);
  const { db } = store;
  const events = await withStorageErrors(() => listSubjectEvents(db, note));
  const state = replayNote(await withStorageErrors(() => dropVoid(db, events)));
  const held = await findHeldNote(store, note, state);
  if (held === undefined) return undefined;
  const record = await withStorageErrors(() => db.homes.get(home));
  const noteType = record?.noteTypes?.find(({ key }) => key === held.source.noteType);
  return {
    note,
    home,
    ...applyEdits(held.source, held.path, state.edits),
    edits: state.edits,
    held,
    ...(noteType && { noteType }),
  };
}

/** A note as it came; undefined where no content has it. */
export async function findHeldNote(
  store: Store,
  note: NoteId,
  state: NoteState,
): Promise<HeldNote | undefined> {
  if (state.created !== undefined) return state.created;
  const home = toHomeId(note);
  const { db } = store;
  const record = await withStorageErrors(() => db.homes.get(home));
  if (record === undefined) return undefined;
  const pack = findNotePack(record, note);
  if (pack === undefined) return undefined;
  const notes = (await withStorageErrors(() => db.packs.get(pack)))?.notes ?? [];
  const position = notes.findIndex(({ id }) => id === note);
  const compiled = notes[position];
  if (compiled === undefined) return undefined;
  if (home === bankHome) {
    const source = await readBankSource(store, pack, note);
    return source && { source, path: '', compiled };
  }
  const kept = await withStorageErrors(() => db.sources.get(pack));
  const source = kept?.sources[position] ?? toTemplateSource(compiled);
  const path = state.edits[pathField]?.base ?? findPath(record, note);
  return source && { source, path, compiled };
}

/** A shipped note's text: fetched for editing only, so not to be had where it was never kept. */
async function readBankSource(store: Store, pack: string, note: NoteId) {
  const bank = await findBank(store);
  const file = bank?.index.packs.find((entry) => entry.file === pack)?.sources;
  if (file === undefined) return undefined;
  const sources = (await store.fetchDeckFile(file)) as PackSources;
  const markdown = sources[note];
  return markdown === undefined ? undefined : store.noteFormats.read(markdown);
}

function findNotePack(record: HomeRecord, note: NoteId): string | undefined {
  const start = `\n${note}#`;
  return record.packs.find(({ cards }) => `\n${cards}`.includes(start))?.id;
}

function findPath(record: HomeRecord, note: NoteId): string {
  const placed = listPlacedCards(record).find(({ card }) => toNoteId(card) === note);
  return listHomeDecks(record)[placed?.deck ?? 0]?.key ?? '';
}

/** What a `template` note was made from, which is all it holds; undefined for one of another kind. */
export function toTemplateSource(note: CompiledNote): NoteSource | undefined {
  if (note.kind !== 'template') return undefined;
  const { kind, fields, tags, noteType } = note;
  return { kind, fields, tags, noteType };
}
