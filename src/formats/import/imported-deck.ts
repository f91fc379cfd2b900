import type { ImportedCard, ImportedReview, ImportedSchedule } from '#src/domain/imported-card.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type { CardTemplate, NoteType } from '#src/domain/note-type.ts';
import type { HomeSettings } from '#src/domain/settings.ts';
import type { JoinedHome } from './joined-home.ts';

export type { CardTemplate, NoteType };

export type { ImportedCard, ImportedReview, ImportedSchedule };

/**
 * What every reader of somebody's deck comes to, whatever the file was: plain values that can be
 * handed between a worker and a page. Nothing here has an id of ours yet; `key` is how the source
 * tells its notes apart, so that the same file, or a newer version of it, finds them again.
 */
export interface ImportedDeck {
  readonly format: DeckFormat;
  /** What the file is, for people: "Anki package (2.1, zstd)". */
  readonly description: string;
  readonly title: string;
  /** Paths of the decks that hold cards, parts parted by `::`; cards point into this list. */
  readonly decks: readonly string[];
  readonly noteTypes: readonly NoteType[];
  readonly notes: readonly ImportedNote[];
  readonly media: readonly ImportedMedia[];
  /** How its cards were scheduled, as far as the file says. */
  readonly settings: Partial<HomeSettings>;
  /** FSRS-6 weights with which its history can be replayed, where the file holds them. */
  readonly parameters?: readonly number[];
  /** The zone and rollover of the collection that its history was made in, where it says so. */
  readonly zone?: { readonly offsetMinutes: number; readonly rolloverMinutes: number };
  /** The homes it was written from, where it is a file of Cairn's own that says so. */
  readonly homes?: readonly JoinedHome[];
  readonly problems: readonly ImportProblem[];
}

export type DeckFormat =
  | 'anki-package'
  | 'anki-collection'
  | 'anki-text'
  | 'table'
  | 'obsidian'
  | 'hashcards'
  | 'mdanki'
  | 'question-answer'
  | 'crowdanki'
  | 'quizlet'
  | 'card-file'
  | 'cairn-deck'
  | 'roadmap';

export interface ImportedNote {
  /** A guid or an explicit id; where the source has none, `first-field:` and the folded first field. */
  readonly key: string;
  readonly source: NoteSource;
  readonly cards: readonly ImportedCard[];
  /** Where it stands in the source, for what is said of it. */
  readonly place: { readonly line: number } | { readonly note: number };
}

export interface ImportedMedia {
  /** As the notes name it, NFC, without a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What could not be taken as it stood, and what was done instead. */
export interface ImportProblem {
  /** Absent where the file as a whole is meant. */
  readonly place?: { readonly line: number } | { readonly note: number };
  readonly message: string;
}
