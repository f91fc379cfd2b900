import type { NoteType } from '../import/imported-deck.ts';
import type { JoinedHome } from '../import/joined-home.ts';

/** What a collection says of itself besides notes, cards and history, whatever its generation. */
export interface CollectionFacts {
  /** When it was made, in seconds since 1970: its days are counted from that day. */
  readonly createdSeconds: number;
  readonly config: CollectionConfig;
  readonly noteTypeById: ReadonlyMap<number, NoteType>;
  readonly deckById: ReadonlyMap<number, CollectionDeck>;
  readonly optionsById: ReadonlyMap<number, DeckOptions>;
}

/** Offsets are minutes west of UTC, as the collection has them; the rollover is an hour. */
export interface CollectionConfig {
  readonly rollover: number | undefined;
  readonly creationOffset: number | undefined;
  readonly localOffset: number | undefined;
  /** What Cairn wrote of the homes that the package was made from. */
  readonly homes?: readonly JoinedHome[];
}

export interface CollectionDeck {
  /** Its path, parts parted by `::`. */
  readonly path: string;
  /** Which options it has; absent for a filtered deck. */
  readonly options?: number;
}

/** How the cards of a deck were scheduled, unchecked. */
export interface DeckOptions {
  readonly learningSteps: unknown;
  readonly relearningSteps: unknown;
  readonly retention: unknown;
  readonly maximumInterval: unknown;
  readonly leechLapses: unknown;
  /** Weights of FSRS, newest version first; empty lists where none were fitted. */
  readonly weights: readonly unknown[];
}

/** A deck's path with its parts parted by `::`, whichever way the collection parts them. */
export function toDeckPath(name: string): string {
  const parts = name.normalize('NFC').split(/\u001f|::/);
  return parts.map((part) => part.trim() || 'blank').join('::');
}
