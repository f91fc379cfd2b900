import type { Grade } from '#src/domain/event.ts';
import type { Instant } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type { CardTemplate, NoteType } from '#src/domain/note-type.ts';
import type { Due, Memory } from '#src/domain/schedule.ts';
import type { HomeSettings } from '#src/domain/settings.ts';

export type { CardTemplate, NoteType };

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

export interface ImportedCard {
  /** `1`, `reverse`, `c2`; for a `template` note `1` to the number of templates, or `c1`… */
  readonly ordinal: string;
  /** Position in `ImportedDeck.decks`. */
  readonly deck: number;
  readonly suspended?: true;
  readonly buried?: true;
  /** 1 to 7. */
  readonly flag?: number;
  /** Where among the new cards it stands. */
  readonly position?: number;
  /** Absent for a new card. */
  readonly schedule?: ImportedSchedule;
  /** Oldest first. */
  readonly reviews?: readonly ImportedReview[];
}

/** What the source says of a card that is no longer new. */
export interface ImportedSchedule {
  readonly phase: 'learning' | 'relearning' | 'review';
  /** Absent in steps. */
  readonly intervalDays?: number;
  readonly due: Due;
  readonly reps: number;
  readonly lapses: number;
  /** What FSRS kept, where the source has it; else what can be made of interval and ease. */
  readonly memory?: Memory;
  /** SM-2's ease, 1.3 and up, where the source has it and no memory. */
  readonly ease?: number;
}

/** One line of the source's history. */
export interface ImportedReview {
  /** The source's own id of it: what makes an event's id the same on every import. */
  readonly id: number;
  readonly at: Instant;
  /** `reset`: the card was made new; `set-due`: its day was set by hand. */
  readonly act:
    | { readonly kind: 'graded'; readonly grade: Grade; readonly durationMs: number }
    | { readonly kind: 'reset' }
    | { readonly kind: 'set-due' };
  /** What it led to: days, or seconds of a step. */
  readonly next: { readonly days: number } | { readonly seconds: number };
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
