import type { HomeId, NoteId } from './ids.ts';
import type { NoteSource } from './note-source.ts';
import type { NoteType } from './note-type.ts';

/** How an import's notes are found again in a newer file of the same deck. */
export interface DeckOrigin {
  readonly format: string;
  readonly title: string;
  /** Ids minted for notes whose source has none, by its key for them. */
  readonly minted: ReadonlyMap<string, NoteId>;
  /** Notes that the source no longer has: kept, and marked. */
  readonly missing: readonly NoteId[];
}

/** What a copy says of one stored edition of a deck that was brought in, besides its notes. */
export interface CopiedDeckFacts {
  /** Its id, which events name it by. */
  readonly edition: string;
  readonly home: HomeId;
  readonly title: string;
  /** Paths as they came. */
  readonly decks: readonly string[];
  readonly noteTypes: readonly NoteType[];
  readonly origin: DeckOrigin;
  /** The SHA-256 of each file by the name that notes call it. */
  readonly media: ReadonlyMap<string, string>;
}

/** What a note was made from: what its cards show is compiled again where a copy is brought back. */
export interface CopiedNote {
  readonly id: NoteId;
  readonly source: NoteSource;
  /** The deck of each card, as a position in `decks`, by the card's ordinal; those in the first are left out. */
  readonly decks: Readonly<Record<string, number>>;
}

/** One stored edition of a deck that was brought in, as a copy holds it. */
export interface CopiedDeck extends CopiedDeckFacts {
  /** In order of introduction. */
  readonly notes: readonly CopiedNote[];
}

/** A file that notes name. */
export interface CopiedMedia {
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly hash: string;
  /** Unpacks it. */
  readonly read: () => Uint8Array;
}
