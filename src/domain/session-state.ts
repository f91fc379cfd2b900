import type { Grade } from './event.ts';
import type { ActId, CardId, Instant } from './ids.ts';
import type { Queue, QueueCard, QueueGroup, StepCard } from './queue.ts';
import type { Due } from './schedule.ts';

/** What the session needs to know of a question; the rest is the screen's. */
export interface Asked {
  readonly card: CardId;
}

/** `cram` answers move no schedule; a card that was forgotten comes back at the end. */
export type SessionMode = 'review' | 'ahead' | 'cram';

/** `saving`: nothing is left to ask, unless an answer not yet acknowledged brings its card back. */
export type SessionPhase = 'asking' | 'answering' | 'saving' | 'done';

/** What the learner did in this sitting and can take back, acknowledged by the store. */
export type SessionAct =
  | {
      readonly kind: 'graded';
      readonly act: ActId;
      readonly card: CardId;
      readonly grade: Grade;
      readonly durationMs: number;
    }
  /** Buried, suspended, forgotten or given a day: out of the session, by one act. */
  | { readonly kind: 'removed'; readonly act: ActId; readonly cards: readonly CardId[] }
  /** Flagged: the card stays where it is. */
  | { readonly kind: 'marked'; readonly act: ActId; readonly card: CardId };

/** An answer on its way to the store. */
export interface PendingGrade {
  readonly card: QueueCard;
  readonly grade: Grade;
  readonly durationMs: number;
}

export type Notice =
  | { readonly kind: 'failed'; readonly card: CardId; readonly message: string }
  | { readonly kind: 'taken'; readonly card: CardId }
  | { readonly kind: 'leech'; readonly card: CardId };

/** One sitting. The store stays the truth: all of it can be built again from there. */
export interface Session<Question extends Asked> {
  readonly mode: SessionMode;
  readonly phase: SessionPhase;
  readonly current: QueueCard | null;
  /** How many times a card was put on the table: another number is another asking. */
  readonly askings: number;
  /** Asked before all others: failed to be saved, or undone. */
  readonly returning: readonly QueueCard[];
  /** By the instant at which each is due. */
  readonly steps: readonly StepCard[];
  readonly cards: readonly QueueCard[];
  /** Where in `cards` the next one is. */
  readonly position: number;
  /** How many of `cards` are left, by group. */
  readonly ahead: Readonly<Record<QueueGroup, number>>;
  readonly pending: readonly PendingGrade[];
  /** Oldest first. */
  readonly acts: readonly SessionAct[];
  /** What can be redone, the next one last. */
  readonly undone: readonly SessionAct[];
  readonly questions: ReadonlyMap<CardId, Question>;
  readonly notice: Notice | null;
  readonly learnAheadMs: number;
}

export type SessionEvent<Question extends Asked> =
  | { readonly type: 'shown' }
  | {
      readonly type: 'graded';
      readonly grade: Grade;
      readonly durationMs: number;
      readonly at: Instant;
    }
  /** The store holds the answer; `due` is what it decided, null where no schedule moved. */
  | {
      readonly type: 'saved';
      readonly card: CardId;
      readonly act: ActId;
      readonly due: Due | null;
      readonly leech: boolean;
      readonly at: Instant;
    }
  | {
      readonly type: 'failed';
      readonly card: CardId;
      readonly message: string;
      readonly at: Instant;
    }
  /** Another tab graded the card first. */
  | { readonly type: 'taken'; readonly card: CardId; readonly at: Instant }
  | {
      readonly type: 'removed';
      readonly act: ActId;
      readonly cards: readonly CardId[];
      readonly at: Instant;
    }
  | { readonly type: 'marked'; readonly act: ActId; readonly card: CardId }
  /** `cards`: the act's cards as they are now that it is void. */
  | { readonly type: 'undone'; readonly act: ActId; readonly cards: readonly QueueCard[] }
  /** `due`: where a redone answer put the card. */
  | {
      readonly type: 'redone';
      readonly act: ActId;
      readonly due: Due | null;
      readonly at: Instant;
    }
  /** Questions came into memory; asked-for cards that are not among them no longer exist. */
  | {
      readonly type: 'loaded';
      readonly asked: readonly CardId[];
      readonly questions: readonly Question[];
      readonly at: Instant;
    }
  /** The queue was built again, after a while away. */
  | { readonly type: 'requeued'; readonly queue: Queue; readonly at: Instant }
  /** Time passed: a card in steps may have come due. */
  | { readonly type: 'ticked'; readonly at: Instant };
