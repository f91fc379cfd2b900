import type { Grade } from './event.ts';
import type { Instant } from './ids.ts';
import type { Due, Memory } from './schedule.ts';

/** A card as another program knew it: its marks, its schedule, its history. */
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
  /** When the source last changed the card, where it says so: marks and days set by hand are that old. */
  readonly changedAt?: Instant;
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
