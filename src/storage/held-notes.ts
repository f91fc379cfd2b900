import type { CompiledNote } from '#src/domain/content.ts';
import { toHomeId, toNoteId, type HomeId, type NoteId } from '#src/domain/ids.ts';
import { applyEdits, pathField, type NoteState } from '#src/domain/note-state.ts';
import { bankHome } from './bank.ts';
import type { HomeRecord } from './database.ts';
import { listHomeDecks, listPackCards } from './home-record.ts';
import {
  findHeldNote,
  toTemplateSource,
  type EditableNote,
  type HeldNote,
} from './note-content.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

const untouched: NoteState = { edits: {}, isRemoved: false };

/** A note with what an editor of many needs. */
export interface EditableOfMany extends EditableNote {
  /** What its cards show now; absent while it waits to be compiled. */
  readonly shown?: CompiledNote;
}

/** Many notes with their texts as they are now, each home read once; those that no content has are left out. */
export async function findEditableNotes(
  store: Store,
  notes: readonly NoteId[],
): Promise<EditableOfMany[]> {
  const { db } = store;
  const overlays = await withStorageErrors(() => db.overlays.bulkGet([...notes]));
  const overlayByNote = new Map(notes.map((note, index) => [note, overlays[index]]));
  const found: EditableOfMany[] = [];
  for (const [home, members] of groupByHome(notes, toHomeId)) {
    const states = new Map(members.map((note) => [note, overlayByNote.get(note) ?? untouched]));
    const held = await findHeldNotes(store, home, states);
    const types = (await withStorageErrors(() => db.homes.get(home)))?.noteTypes ?? [];
    const typeByKey = new Map(types.map((type) => [type.key, type]));
    for (const note of members) {
      const was = held.get(note);
      if (was === undefined) continue;
      const { edits } = states.get(note) ?? untouched;
      const noteType = typeByKey.get(was.source.noteType ?? '');
      const overlay = overlayByNote.get(note);
      const shown = overlay === undefined ? was.compiled : overlay.compiled;
      found.push({
        ...{ note, home, ...applyEdits(was.source, was.path, edits), edits, held: was },
        ...(noteType && { noteType }),
        ...(shown && overlay?.pending === undefined && { shown }),
      });
    }
  }
  return found;
}

/** Notes, or what is known of them, by the home that `toHome` gives. */
export function groupByHome<Item>(
  items: readonly Item[],
  toHome: (item: Item) => HomeId,
): Map<HomeId, Item[]> {
  const groups = new Map<HomeId, Item[]>();
  for (const item of items) {
    const home = toHome(item);
    const group = groups.get(home);
    if (group === undefined) groups.set(home, [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * Notes of one home as they came, by what the learner did to them; those that no content has are absent.
 * What the home holds is read once, but for shipped notes, whose texts are fetched: rejects where one
 * cannot be had.
 */
export async function findHeldNotes(
  store: Store,
  home: HomeId,
  states: ReadonlyMap<NoteId, NoteState>,
): Promise<Map<NoteId, HeldNote>> {
  const held = new Map<NoteId, HeldNote>();
  const brought = new Map<NoteId, NoteState>();
  for (const [note, state] of states) {
    if (state.created !== undefined) held.set(note, state.created);
    else brought.set(note, state);
  }
  if (brought.size === 0) return held;
  if (home === bankHome) {
    for (const [note, state] of brought) {
      const found = await findHeldNote(store, note, state);
      if (found !== undefined) held.set(note, found);
    }
    return held;
  }
  const { db } = store;
  return withStorageErrors(async () => {
    const record = await db.homes.get(home);
    if (record === undefined) return held;
    const ids = record.packs.map(({ id }) => id);
    const [packs, sources] = await Promise.all([db.packs.bulkGet(ids), db.sources.bulkGet(ids)]);
    const pathByNote = listPaths(record);
    packs.forEach((pack, index) => {
      pack?.notes.forEach((compiled, position) => {
        const state = brought.get(compiled.id);
        if (state === undefined) return;
        const source = sources[index]?.sources[position] ?? toTemplateSource(compiled);
        const path = state.edits[pathField]?.base ?? pathByNote.get(compiled.id) ?? '';
        if (source !== undefined) held.set(compiled.id, { source, path, compiled });
      });
    });
    return held;
  });
}

/** The key of the deck that each note's first card lies in. */
function listPaths(record: HomeRecord): Map<NoteId, string> {
  const decks = listHomeDecks(record);
  const pathByNote = new Map<NoteId, string>();
  for (const { card, deck } of record.packs.flatMap(listPackCards)) {
    const note = toNoteId(card);
    if (!pathByNote.has(note)) pathByNote.set(note, decks[deck]?.key ?? '');
  }
  return pathByNote;
}
