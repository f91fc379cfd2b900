import type { HomeId, NoteId } from '#src/domain/ids.ts';
import type { ImportedHome } from '#src/storage/held-deck.ts';

/** What `key` begins with where a source has no ids, and its notes are known by their first field. */
const firstField = 'first-field:';

/** Gives notes of a source their ids in a home: the same ones for the same keys, now and later. */
export interface NoteKeys {
  toNote(key: string): NoteId;
  /** The ids that were minted, by key: to be kept with the home. */
  readonly minted: ReadonlyMap<string, NoteId>;
}

/**
 * An id of the source's own becomes part of the note's; one that only its text would give is minted,
 * because an id is never made from text. `mint` gives ten random characters.
 */
export function makeNoteKeys(
  home: HomeId,
  known: ReadonlyMap<string, NoteId>,
  mint: () => string,
): NoteKeys {
  const minted = new Map(known);
  return {
    minted,
    toNote(key) {
      const found = minted.get(key);
      if (found !== undefined) return found;
      if (!key.startsWith(firstField)) return toOwnId(home, key);
      const note = `${home}:m-${mint()}` as NoteId;
      minted.set(key, note);
      return note;
    },
  };
}

/** Safe in an id, and made back into the key by `decodeURIComponent`. */
function toOwnId(home: HomeId, key: string): NoteId {
  // Half a surrogate pair cannot be encoded.
  const safe = encodeURIComponent(key.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'));
  return `${home}:${safe}` as NoteId;
}

/** From which share of them in common on two decks, or two roadmaps, are one. */
export const sureOverlap = 0.5;

/** How much of a file a deck that is there already holds: 0 to 1. */
export function measureOverlap(
  { home, origin, notes }: ImportedHome,
  keys: readonly string[],
): number {
  if (keys.length === 0) return 0;
  const held = keys.filter((key) => {
    const note = origin.minted.get(key) ?? toOwnId(home, key);
    return notes.has(note);
  });
  return held.length / keys.length;
}
