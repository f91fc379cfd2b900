import type { ImportedDeck, ImportedNote, NoteType } from './imported-deck.ts';
import type { JoinedHome } from './joined-home.ts';
import { renameInSource, renameInType } from './rename-files.ts';

/**
 * The decks that `joinDecks` put into one file, each as it was; a deck that was not put together is given
 * back alone. Notes that lie in no deck that the file says to be of a home, as where another program moved
 * them, come last as a deck of the file's title. Problems stay with the first.
 */
export function splitDeck(deck: ImportedDeck): ImportedDeck[] {
  const { homes = [], decks, notes } = deck;
  if (homes.length < 2) return [deck];
  const positionByPath = new Map<string, number>();
  homes.forEach((home, position) => {
    for (const [path] of home.decks) positionByPath.set(toComparable(path), position);
  });
  const groups: ImportedNote[][] = homes.map(() => []);
  const others: ImportedNote[] = [];
  for (const note of notes) {
    const path = decks[note.cards[0]?.deck ?? 0] ?? '';
    const position = positionByPath.get(toComparable(path));
    (groups[position ?? -1] ?? others).push(note);
  }
  const parts = homes.flatMap((home, position) => {
    const members = groups[position] ?? [];
    return members.length === 0 ? [] : [takeHome(deck, home, members)];
  });
  if (others.length > 0) {
    const { homes: _, ...rest } = deck;
    parts.push({ ...rest, notes: others });
  }
  return parts.map((part, position) => (position === 0 ? part : { ...part, problems: [] }));
}

function takeHome(
  deck: ImportedDeck,
  home: JoinedHome,
  members: readonly ImportedNote[],
): ImportedDeck {
  const ownPaths = new Map(home.decks.map(([path, own]) => [toComparable(path), own]));
  const decks = home.decks.map(([, own]) => own);
  const toPosition = (position: number) => {
    const path = deck.decks[position] ?? '';
    const own = ownPaths.get(toComparable(path)) ?? path;
    const found = decks.indexOf(own);
    return found < 0 ? decks.push(own) - 1 : found;
  };
  const keys = new Map(home.keys);
  const typeKeys = new Map(home.noteTypes);
  const fileNames = new Map(home.media);
  const renamed = new Map(home.media.filter(([inFile, own]) => inFile !== own));
  const notes = members.map(({ key, source, cards, ...note }): ImportedNote => {
    return {
      ...note,
      key: keys.get(key) ?? key,
      source: renameInSource(source, renamed, typeKeys),
      cards: cards.map((card) => ({ ...card, deck: toPosition(card.deck) })),
    };
  });
  // By what they go by in the file: another home's type may have the name that one has here.
  const used = new Set(members.map(({ source }) => source.noteType));
  return {
    ...deck,
    title: home.title,
    decks,
    notes,
    noteTypes: deck.noteTypes.flatMap((type): NoteType[] => {
      if (!typeKeys.has(type.key) && !used.has(type.key)) return [];
      const key = typeKeys.get(type.key) ?? type.key;
      return [{ ...renameInType(type, renamed), key }];
    }),
    media: deck.media.flatMap(({ name, bytes }) => {
      const own = fileNames.get(name);
      return own === undefined ? [] : [{ name: own, bytes }];
    }),
    settings: home.settings,
    homes: [home],
  };
}

/** Anki takes blanks off the names of decks. */
function toComparable(path: string): string {
  const names = path.normalize('NFC').split('::');
  return names.map((name) => name.trim()).join('::');
}
