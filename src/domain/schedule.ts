import type { EventId, Instant, StudyDay } from './ids.ts';

/** A study day for reviews and steps that cross the day's end, an instant for shorter steps. */
export type Due = { readonly day: StudyDay } | { readonly at: Instant };

/** What FSRS keeps of a card: stability in days (recall falls to 0.9 after it), difficulty 1–10. */
export interface Memory {
  readonly stability: number;
  readonly difficulty: number;
}

/** No stability is less or more, in days: what FSRS computes is held to it, and what comes in from outside too. */
export const stabilityRange = { least: 0.001, most: 36_500 } as const;

interface ScheduleBase extends Memory {
  /** What memory counts from: the last review, or where there was none what gave the first schedule. */
  readonly lastReview: { readonly day: StudyDay; readonly at: Instant };
  /** The study day on which the card was last new: of its first review, or of what came instead. */
  readonly introduced: StudyDay;
  readonly reps: number;
  /** Times a card in review was graded Again. */
  readonly lapses: number;
}

/** Derived from a card's events; a card never reviewed has none. */
export type Schedule =
  | (ScheduleBase & {
      readonly phase: 'learning' | 'relearning';
      readonly step: number;
      readonly due: Due;
    })
  | (ScheduleBase & {
      readonly phase: 'review';
      readonly intervalDays: number;
      readonly due: { readonly day: StudyDay };
    });

/** What the learner put on a card; apart from the schedule, and possible without one. */
export interface Marks {
  readonly suspended: boolean;
  /** First study day on which the card shows again. */
  readonly buriedUntil: StudyDay | null;
  /** 0 none, else 1–7. */
  readonly flag: number;
}

export const noMarks: Marks = { suspended: false, buriedUntil: null, flag: 0 };

/** All that follows from a card's events. */
export interface CardState {
  /** The last valid event that set or cleared the schedule: what the next decision is `after`. */
  readonly last: EventId | null;
  /** Absent for a new card. */
  readonly schedule?: Schedule;
  readonly marks: Marks;
}

export const newCardState: CardState = { last: null, marks: noMarks };
