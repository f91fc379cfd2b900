import { toHex } from '#src/domain/hex.ts';
import type { ActId, HomeId, NoteId } from '#src/domain/ids.ts';
import { toHomeId } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import { applyEdits, listFieldValues, pathField, tagsField } from '#src/domain/note-state.ts';
import { listOrdinals, type CompiledNote } from '#src/domain/content.ts';
import { performAct } from './act.ts';
import { bankHome } from './bank.ts';
import { refreshGoneCards } from './gone-cards.ts';
import { findEditableNotes, type EditableOfMany } from './held-notes.ts';
import type { EditableNote } from './note-content.ts';
import { compileOverlays, placeInHome, refreshOverlays, toCompiled } from './overlays.ts';
import { listHomeTables, settleHomes } from './settle-home.ts';
import type { Store } from './store.ts';

/** Makes a deck of the learner's own, in one act. */
export async function createDeck(
  store: Store,
  title: string,
): Promise<{ readonly act: ActId; readonly home: HomeId }> {
  const { db, clock } = store;
  const home = `mine-${toHex(clock.randomBytes(5))}` as HomeId;
  const act = await performAct(store, { tables: listHomeTables(db) }, async (writer) => {
    writer.write({ kind: 'created', subject: home, title });
    await writer.flush();
    await settleHomes(db, [home], writer.at);
    return writer.id();
  });
  return { act, home };
}

/** Why a note was not saved, in words for whoever wrote it; or the act that saved it. */
export type SavedNote =
  | { readonly status: 'saved'; readonly act: ActId; readonly note: NoteId }
  | { readonly status: 'same'; readonly note: NoteId }
  | { readonly status: 'refused'; readonly problem: string };

export interface NewNote {
  readonly home: HomeId;
  /** The key of the deck it lies in, '' for the home itself. */
  readonly path: string;
  readonly source: NoteSource;
}

/** Adds a note to a deck, in one act; its cards are new ones of that deck. */
export async function createNote(
  store: Store,
  { home, path, source }: NewNote,
): Promise<SavedNote> {
  const { db, clock } = store;
  const note = `${home}:${clock.now().toString(36)}-${toHex(clock.randomBytes(5))}` as NoteId;
  const compiled = await store.noteFormats.compile({ id: note, source });
  if (typeof compiled === 'string') return { status: 'refused', problem: compiled };
  return performAct(store, { tables: listHomeTables(db) }, async (writer) => {
    writer.write({ kind: 'created', subject: note, source, path });
    await writer.flush();
    await settleNote(store, note, compiled);
    return { status: 'saved', act: writer.id(), note };
  });
}

/**
 * Saves a note as the learner has it now, in one act with an event for each field that differs. An
 * edit that would change which cards a shipped note has is refused: its roadmaps name those.
 */
export async function editNote(
  store: Store,
  before: EditableNote,
  now: { readonly source: NoteSource; readonly path: string },
): Promise<SavedNote> {
  const { note, held, noteType } = before;
  const was = listFieldValues(before.source, before.path);
  const is = listFieldValues(now.source, now.path);
  const base = listFieldValues(held.source, held.path);
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const changed = fields.filter((field) => (was[field] ?? '') !== (is[field] ?? ''));
  if (changed.length === 0) return { status: 'same', note };
  const compiled = await store.noteFormats.compile({
    id: note,
    source: now.source,
    ...(noteType && { noteType }),
    ...(held.compiled && { before: held.compiled }),
  });
  if (typeof compiled === 'string') return { status: 'refused', problem: compiled };
  if (toHomeId(note) === bankHome && held.compiled && !hasSameCards(held.compiled, compiled)) {
    return { status: 'refused', problem: 'This note has to keep its cards. Hide the same parts.' };
  }
  return performAct(store, { tables: listHomeTables(store.db) }, async (writer) => {
    for (const field of changed) {
      writer.write({
        kind: 'edited',
        subject: note,
        field,
        base: base[field] ?? '',
        value: is[field] ?? '',
      });
    }
    await writer.flush();
    await settleNote(store, note, compiled);
    return { status: 'saved', act: writer.id(), note };
  });
}

function hasSameCards(one: CompiledNote, other: CompiledNote): boolean {
  return listOrdinals(one).join() === listOrdinals(other).join();
}

/** Stores what follows for a note whose events were just written. */
async function settleNote(store: Store, note: NoteId, compiled: CompiledNote): Promise<void> {
  const { db, clock } = store;
  await refreshOverlays(db, [note], clock.now());
  const overlay = await db.overlays.get(note);
  if (overlay === undefined) return;
  const settled = toCompiled(overlay, compiled);
  await db.overlays.put(settled);
  await placeInHome(db, toHomeId(note), [settled]);
  await refreshGoneCards(db);
}

/** Throws notes away, in one act; undo brings them back with their history. */
export function removeNotes(store: Store, notes: readonly NoteId[]): Promise<ActId> {
  const { db } = store;
  return performAct(store, { tables: listHomeTables(db) }, async (writer) => {
    for (const subject of notes) writer.write({ kind: 'removed', subject, value: true });
    await writer.flush();
    await refreshOverlays(db, notes, writer.at);
    await settleHomes(db, [...new Set(notes.map(toHomeId))], writer.at);
    return writer.id();
  });
}

/** Gives notes tags, or puts them in another deck of their home, in one act; null where nothing changes. */
export async function editNotes(
  store: Store,
  notes: readonly NoteId[],
  field: string,
  toValue: (note: EditableNote) => string,
): Promise<ActId | null> {
  const changes: NoteChange[] = [];
  const shown = new Map<NoteId, CompiledNote>();
  for (const note of await findEditableNotes(store, notes)) {
    const value = toValue(note);
    if (listFieldValues(note.source, note.path)[field] === value) continue;
    const base = listFieldValues(note.held.source, note.held.path)[field] ?? '';
    changes.push({ note: note.note, base, value });
    const compiled = await compileChange(store, note, field, value);
    if (compiled !== undefined) shown.set(note.note, compiled);
  }
  if (changes.length === 0) return null;
  const { db } = store;
  const act = await performAct(store, { tables: listHomeTables(db) }, async (writer) => {
    const subjects = changes.map(({ note }) => note);
    for (const { note, base, value } of changes) {
      writer.write({ kind: 'edited', subject: note, field, base, value });
    }
    await writer.flush();
    await refreshOverlays(db, subjects, writer.at, shown);
    await settleHomes(db, [...new Set(subjects.map(toHomeId))], writer.at);
    return writer.id();
  });
  await compileOverlays(store);
  return act;
}

interface NoteChange {
  readonly note: NoteId;
  readonly base: string;
  readonly value: string;
}

/** What a note's cards show after a change; undefined where that has to wait, or cannot be compiled. */
async function compileChange(
  store: Store,
  { note, source, path, held, noteType, shown }: EditableOfMany,
  field: string,
  value: string,
): Promise<CompiledNote | undefined> {
  // Only the templates of other programs show tags, and nothing shows the deck.
  const isSeen = field !== pathField && (field !== tagsField || source.kind === 'template');
  if (!isSeen && shown !== undefined) return shown;
  const compiled = await store.noteFormats.compile({
    ...{ id: note, source: applyEdits(source, path, { [field]: { base: '', value } }).source },
    ...(noteType && { noteType }),
    ...(held.compiled && { before: held.compiled }),
  });
  return typeof compiled === 'string' ? undefined : compiled;
}
