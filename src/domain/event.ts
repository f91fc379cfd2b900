import type { RoadmapTree } from './content.ts';
import type {
  ActId,
  CardId,
  DeviceId,
  EventId,
  HomeId,
  Instant,
  NoteId,
  RoadmapId,
  SittingId,
  StudyDay,
  TopicId,
} from './ids.ts';
import type { NoteSource } from './note-source.ts';
import type { PlannedQuestion, QuizFormat, QuizRequest } from './quiz/quiz-request.ts';
import type { Due } from './schedule.ts';

export type Grade = 'again' | 'hard' | 'good' | 'easy';
export const grades: readonly Grade[] = ['again', 'hard', 'good', 'easy'];

/** The version of the event shapes below, written into every event. */
export const eventVersion = 1;

/**
 * What a review decided, written once. `after` is the event of this card it was decided on; where
 * that is no longer the card's last valid one, replay decides again.
 */
export type Outcome =
  | {
      readonly phase: 'learning' | 'relearning';
      /** Index of the step the card now waits for. */
      readonly step: number;
      readonly due: Due;
      readonly after: EventId | null;
    }
  | {
      readonly phase: 'review';
      /** Whole days, after fuzz and limits. */
      readonly intervalDays: number;
      readonly due: { readonly day: StudyDay };
      readonly after: EventId | null;
    };

interface EventBase {
  readonly id: EventId;
  readonly v: number;
  readonly device: DeviceId;
  readonly act: ActId;
  readonly sitting?: SittingId;
  readonly at: Instant;
  /** Minutes east of UTC where the learner was. */
  readonly offset: number;
  /** Written once, never recomputed. */
  readonly studyDay: StudyDay;
}

export interface ReviewedEvent extends EventBase {
  readonly kind: 'reviewed';
  readonly subject: CardId;
  readonly grade: Grade;
  readonly durationMs: number;
  /** `quiz`: what an answer in a quiz says of the card, in one act with its `answered` event. */
  readonly mode: 'review' | 'ahead' | 'quiz';
  readonly outcome: Outcome;
}

/** Evidence that gives no schedule of its own: a quiz answer, or a card crammed out of turn. */
export interface AnsweredEvent extends EventBase {
  readonly kind: 'answered';
  readonly subject: CardId;
  readonly result: 'right' | 'wrong' | 'unknown';
  readonly mode: 'quiz' | 'cram';
  readonly format: QuizFormat;
  readonly durationMs: number;
  /** The option picked: 0 is the right one, 1 and 2 the wrong ones in the order of the note or the plan. */
  readonly option?: number;
  /** Counted as right on the learner's word. */
  readonly overridden?: boolean;
}

/**
 * A first schedule given without a review, after the learner confirmed that the card is known. Its due
 * day is part of what was confirmed: it levels the load of all cards placed in the same act.
 */
export interface PlacedEvent extends EventBase {
  readonly kind: 'placed';
  readonly subject: CardId;
  readonly grade: 'good' | 'easy';
  readonly outcome: Outcome;
}

/** Memory taken over from another program that holds it without the reviews behind it. */
export interface ImportedMemoryEvent extends EventBase {
  readonly kind: 'imported-memory';
  readonly subject: CardId;
  readonly stability: number;
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  readonly outcome: Outcome;
}

/** A due day set by hand, or by spreading a backlog. A new card with it is in review from then on. */
export interface RescheduledEvent extends EventBase {
  readonly kind: 'rescheduled';
  readonly subject: CardId;
  readonly due: { readonly day: StudyDay };
  readonly intervalDays: number;
  readonly after: EventId | null;
}

/** The card is new again; its reviews before this count for statistics only. */
export interface ForgotEvent extends EventBase {
  readonly kind: 'forgot';
  readonly subject: CardId;
}

export interface SuspendedEvent extends EventBase {
  readonly kind: 'suspended';
  readonly subject: CardId;
  readonly value: boolean;
}

/** `until` is the first study day on which the card shows again; null digs it out at once. */
export interface BuriedEvent extends EventBase {
  readonly kind: 'buried';
  readonly subject: CardId;
  readonly until: StudyDay | null;
}

/** 0 takes the flag away. */
export interface FlaggedEvent extends EventBase {
  readonly kind: 'flagged';
  readonly subject: CardId;
  readonly flag: number;
}

/** A deck of the learner's own, or one brought in; each newer edition of that is created again. */
export interface DeckCreatedEvent extends EventBase {
  readonly kind: 'created';
  readonly subject: HomeId;
  readonly title: string;
  /** Which stored content it means; absent for a deck of the learner's own. */
  readonly edition?: string;
  /** The roadmap it is, where a learner brought one: the home and the roadmap share their id. */
  readonly roadmap?: RoadmapTree;
}

/** A note the learner wrote; `path` is the deck within its home, '' for the home itself. */
export interface NoteCreatedEvent extends EventBase {
  readonly kind: 'created';
  readonly subject: NoteId;
  readonly source: NoteSource;
  readonly path: string;
}

/** One field of a note or deck set by the learner; `note-state.ts` and `deck-state.ts` name the fields. */
export interface EditedEvent extends EventBase {
  readonly kind: 'edited';
  readonly subject: NoteId | HomeId;
  readonly field: string;
  readonly base: string;
  readonly value: string;
}

/** A note or deck thrown away, or with false taken back. */
export interface RemovedEvent extends EventBase {
  readonly kind: 'removed';
  readonly subject: NoteId | HomeId;
  readonly value: boolean;
}

export interface StatusSetEvent extends EventBase {
  readonly kind: 'status-set';
  readonly subject: TopicId;
  readonly status: 'not-started' | 'in-progress' | 'completed' | null;
}

export interface TopicNoteEvent extends EventBase {
  readonly kind: 'topic-note';
  readonly subject: TopicId;
  readonly text: string;
}

/** One setting of the learner; `scope` is a home or a deck where the setting is not for everything. */
export interface SettingSetEvent extends EventBase {
  readonly kind: 'setting-set';
  /** `setting:` and the key, so that a setting's history can be found like a card's. */
  readonly subject: `setting:${string}`;
  readonly scope?: HomeId | string;
  /** JSON; undefined values do not exist, null returns to the default. */
  readonly value: unknown;
}

/**
 * A quiz that began, and all that was decided then, so that a reload, another tab and the history follow
 * from the log. Its answers are `answered` events of the same sitting.
 */
export interface QuizStartedEvent extends EventBase {
  readonly kind: 'quiz-started';
  /** `quiz:` and the sitting. */
  readonly subject: `quiz:${string}`;
  readonly sitting: SittingId;
  readonly request: QuizRequest;
  /** In the order in which they are asked; a placement chooses among them as it goes. */
  readonly questions: readonly PlannedQuestion[];
  /** For a placement: the roadmap that it places the learner in. */
  readonly placement?: RoadmapId;
}

/** Voids every event of an act. Undoing the act of an `undone` is redo. */
export interface UndoneEvent extends EventBase {
  readonly kind: 'undone';
  readonly subject: ActId;
}

/** The events that replay of a card looks at. */
export type CardEvent =
  | ReviewedEvent
  | AnsweredEvent
  | PlacedEvent
  | ImportedMemoryEvent
  | RescheduledEvent
  | ForgotEvent
  | SuspendedEvent
  | BuriedEvent
  | FlaggedEvent;

/** The events that change what decks hold. */
export type ContentEvent = DeckCreatedEvent | NoteCreatedEvent | EditedEvent | RemovedEvent;

export type KnownEvent =
  | CardEvent
  | ContentEvent
  | StatusSetEvent
  | TopicNoteEvent
  | SettingSetEvent
  | QuizStartedEvent
  | UndoneEvent;

/** An event of a kind or version this app does not know: kept, merged, exported, ignored by replay. */
export interface UnknownEvent extends EventBase {
  readonly kind: string;
  readonly subject: string;
}

export type AnyEvent = KnownEvent | UnknownEvent;
