import { liesIn, pathSeparator } from '#src/domain/deck-state.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import type { ImportedDeck, ImportedMedia, ImportedNote } from './imported-deck.ts';
import type { JoinedHome, NamePair } from './joined-home.ts';
import { renameInSource, renameInType } from './rename-files.ts';

/** A deck that leaves, alone or as part of a file with others, and the home it is in. */
type DeckPart = Omit<ImportedDeck, 'format' | 'description' | 'problems' | 'homes'> & {
  readonly home: string;
};

/** Decks in one file, with what `splitDeck` needs to take them apart again. */
export type JoinedDeck = Omit<ImportedDeck, 'format' | 'description' | 'problems'>;

/**
 * Decks as one, for a file that holds them all: notes in the order given, each home's decks within one that
 * has its title. What goes by one name in two of them gets another in the later: decks, the keys of notes,
 * and, where they are not the same, note types and media files, also where texts name them. Parameters and
 * zone are those of the first; settings, which one file can hold of one deck only, stay in `homes`.
 */
export function joinDecks(parts: readonly DeckPart[], title: string): JoinedDeck {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return joinOne(first, title);
  const decks: string[] = [];
  const homes: JoinedHome[] = [];
  const noteTypeByKey = new Map<string, NoteType>();
  const mediaByName = new Map<string, ImportedMedia>();
  const keys = new Set<string>();
  const notes: ImportedNote[] = [];
  for (const part of parts) {
    const paths = toFreePaths(part, decks);
    const start = decks.length;
    decks.push(...paths);
    const fileNames = addMedia(part.media, mediaByName);
    const types = part.noteTypes.map((type) => renameInType(type, fileNames));
    const typeKeys = addNoteTypes(types, noteTypeByKey);
    const renamedKeys: NamePair[] = [];
    for (const note of part.notes) {
      const key = toFreeName(note.key, (name) => keys.has(name));
      keys.add(key);
      if (key !== note.key) renamedKeys.push([key, note.key]);
      notes.push({
        key,
        source: renameInSource(note.source, fileNames, typeKeys),
        cards: note.cards.map((card) => ({ ...card, deck: start + card.deck })),
        place: { note: notes.length + 1 },
      });
    }
    homes.push({
      ...{ home: part.home, title: part.title, settings: part.settings, keys: renamedKeys },
      decks: part.decks.map((own, index): NamePair => [paths[index] ?? own, own]),
      noteTypes: part.noteTypes.map(({ key }): NamePair => [typeKeys.get(key) ?? key, key]),
      media: part.media.map(({ name }): NamePair => [fileNames.get(name) ?? name, name]),
    });
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
    homes,
  };
}

/** A deck alone keeps all its names. */
function joinOne({ home, ...deck }: DeckPart, title: string): JoinedDeck {
  const same = (name: string): NamePair => [name, name];
  const { settings, decks, noteTypes, media } = deck;
  const mark: JoinedHome = {
    ...{ home, title: deck.title, settings, keys: [] },
    decks: decks.map(same),
    noteTypes: noteTypes.map(({ key }) => same(key)),
    media: media.map(({ name }) => same(name)),
  };
  return { ...deck, title, homes: [mark] };
}

/** A home's paths within a deck that has its title, else that title with a number: none of them is taken. */
function toFreePaths({ title, decks }: DeckPart, taken: readonly string[]): string[] {
  const held = new Set(taken);
  for (let count = 1; ; count += 1) {
    const root = count === 1 ? title : `${title}-${count}`;
    const paths = decks.map((path) =>
      liesIn(path, title) ? root + path.slice(title.length) : root + pathSeparator + path,
    );
    if (!paths.some((path) => held.has(path))) return paths;
  }
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
function addNoteTypes(noteTypes: readonly NoteType[], noteTypeByKey: Map<string, NoteType>) {
  const renamed = new Map<string, string>();
  for (const type of noteTypes) {
    const toKeyed = (key: string) => JSON.stringify({ ...type, key });
    const isTaken = (name: string) => {
      const taken = noteTypeByKey.get(name);
      return taken !== undefined && JSON.stringify(taken) !== toKeyed(name);
    };
    const key = toFreeTypeKey(type.key, isTaken);
    if (key !== type.key) renamed.set(type.key, key);
    noteTypeByKey.set(key, { ...type, key });
  }
  return renamed;
}

/** The key of a note type that is not taken: one that is a number, as Anki has them, stays one. */
function toFreeTypeKey(key: string, isTaken: (key: string) => boolean): string {
  if (!/^\d{1,15}$/.test(key)) return toFreeName(key, isTaken);
  let free = Number(key);
  while (isTaken(String(free))) free += 1;
  return String(free);
}

/** A name that is not taken: its own, else with a number before its ending. */
function toFreeName(name: string, isTaken: (name: string) => boolean): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? [];
  let free = name;
  for (let count = 2; isTaken(free); count += 1) free = `${stem}-${count}${ending}`;
  return free;
}
