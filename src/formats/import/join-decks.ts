import type { NoteType } from '#src/domain/note-type.ts';
import type { ImportedDeck, ImportedMedia, ImportedNote } from './imported-deck.ts';

/** A deck that leaves as part of a file with others. */
type DeckPart = Omit<ImportedDeck, 'format' | 'description' | 'problems'>;

/**
 * Decks as one, for a file that holds them all: notes in the order given, decks of one path together.
 * What goes by one name in two of them and is not the same gets another in the later: the keys of notes
 * and note types, and media files, also where texts name them. Parameters and zone are those of the
 * first; settings, which one file can hold of one deck only, stay where there is one deck.
 */
export function joinDecks(parts: readonly DeckPart[], title: string): DeckPart {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return { ...first, title };
  const decks: string[] = [];
  const noteTypeByKey = new Map<string, NoteType>();
  const mediaByName = new Map<string, ImportedMedia>();
  const keys = new Set<string>();
  const notes: ImportedNote[] = [];
  for (const part of parts) {
    const positions = part.decks.map((path) => {
      const found = decks.indexOf(path);
      return found < 0 ? decks.push(path) - 1 : found;
    });
    const fileNames = addMedia(part.media, mediaByName);
    const rename = (text: string) => renameFiles(text, fileNames);
    const typeKeys = addNoteTypes(part.noteTypes, noteTypeByKey, rename);
    for (const note of part.notes) {
      const key = toFreeName(note.key, (name) => keys.has(name));
      keys.add(key);
      const { source } = note;
      const fields = Object.entries(source.fields).map(([name, text]) => [name, rename(text)]);
      const noteType = source.noteType && (typeKeys.get(source.noteType) ?? source.noteType);
      notes.push({
        key,
        source: {
          ...source,
          fields: Object.fromEntries(fields) as Record<string, string>,
          ...(noteType !== undefined && { noteType }),
        },
        cards: note.cards.map((card) => ({ ...card, deck: positions[card.deck] ?? 0 })),
        place: { note: notes.length + 1 },
      });
    }
  }
  return {
    title,
    decks,
    noteTypes: [...noteTypeByKey.values()],
    notes,
    media: [...mediaByName.values()],
    settings: {},
    ...(first?.parameters && { parameters: first.parameters }),
    ...(first?.zone && { zone: first.zone }),
  };
}

/** Adds files; returns the new names of those whose own is another file's, by their own. */
function addMedia(media: readonly ImportedMedia[], mediaByName: Map<string, ImportedMedia>) {
  const renamed = new Map<string, string>();
  for (const file of media) {
    const isOther = (name: string) => {
      const taken = mediaByName.get(name);
      return taken !== undefined && !isSame(taken.bytes, file.bytes);
    };
    const name = toFreeName(file.name, isOther);
    if (name !== file.name) renamed.set(file.name, name);
    mediaByName.set(name, { ...file, name });
  }
  return renamed;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Adds note types; returns the new keys of those whose own is another type's, by their own. */
function addNoteTypes(
  noteTypes: readonly NoteType[],
  noteTypeByKey: Map<string, NoteType>,
  rename: (text: string) => string,
) {
  const renamed = new Map<string, string>();
  for (const type of noteTypes) {
    const templates = type.templates.map(({ name, front, back }) => ({
      ...{ name, front: rename(front), back: rename(back) },
    }));
    const ours = { ...type, templates, css: rename(type.css) };
    const toKeyed = (key: string) => JSON.stringify({ ...ours, key });
    const key = toFreeName(type.key, (name) => {
      const taken = noteTypeByKey.get(name);
      return taken !== undefined && JSON.stringify(taken) !== toKeyed(name);
    });
    if (key !== type.key) renamed.set(type.key, key);
    noteTypeByKey.set(key, { ...ours, key });
  }
  return renamed;
}

/** A name that is not taken: its own, else with a number before its ending. */
function toFreeName(name: string, isTaken: (name: string) => boolean): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? [];
  let free = name;
  for (let count = 2; isTaken(free); count += 1) free = `${stem}-${count}${ending}`;
  return free;
}

function renameFiles(text: string, names: ReadonlyMap<string, string>): string {
  let renamed = text;
  for (const [name, other] of names) {
    renamed = renamed
      .replaceAll(name, other)
      .replaceAll(encodeURIComponent(name), encodeURIComponent(other));
  }
  return renamed;
}
