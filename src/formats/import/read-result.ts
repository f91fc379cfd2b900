import type { ImportedDeck, ImportProblem } from './imported-deck.ts';

/** What every reader of a deck gives: the deck, or why nothing could be taken from the file and what to do. */
export type ReadDeck =
  ImportedDeck | { readonly error: string; readonly problems?: readonly ImportProblem[] };

/** A text deck with the name that its file had, without folders and ending; what a paste has is up to the screen. */
export interface DeckText {
  readonly name: string;
  /** Lines end in a line feed alone: see `decodeText`. */
  readonly text: string;
}
