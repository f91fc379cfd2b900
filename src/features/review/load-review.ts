import { buildAheadQueue, buildCramQueue } from '#src/domain/cram.ts';
import type { AnyEvent, AnsweredEvent, ReviewedEvent } from '#src/domain/event.ts';
import type { CardId, SittingId } from '#src/domain/ids.ts';
import { buildQueue, type Queue } from '#src/domain/queue.ts';
import type { ReviewScope } from '#src/domain/review-scope.ts';
import type { Session, SessionAct, SessionMode } from '#src/domain/session-state.ts';
import { listWanted } from '#src/domain/session-window.ts';
import { advance, startSession } from '#src/domain/session.ts';
import type { Settings } from '#src/domain/settings.ts';
import { loadCramCards } from '#src/storage/cram-cards.ts';
import { loadQueue } from '#src/storage/load-queue.ts';
import { loadQuestions, type Question } from '#src/storage/questions.ts';
import { loadSettings } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';
import { listActs, type UndoableAct } from '#src/storage/undo.ts';

/** What is reviewed: today's queue, what comes due soon, a choice of cards out of turn, or what a quiz missed. */
export type ReviewKind = 'review' | 'ahead' | 'forgotten' | 'flagged' | 'missed';

export interface ReviewRequest {
  readonly kind: ReviewKind;
  readonly scope: ReviewScope;
  /** The quiz whose missed cards are asked. */
  readonly quiz?: SittingId;
}

export interface LoadedReview {
  readonly session: Session<Question>;
  readonly settings: Settings;
}

const aheadDays = 7;
/** Enough to paint; the rest of the window is read behind the first question. */
const firstQuestions = 2;

/** The kind of review in an address; anything unknown is the day's own. */
export function readKind(search: URLSearchParams): ReviewKind {
  const mode = search.get('mode');
  const kinds: readonly ReviewKind[] = ['ahead', 'forgotten', 'flagged', 'missed'];
  return kinds.find((kind) => kind === mode) ?? 'review';
}

export function toSessionMode(kind: ReviewKind): SessionMode {
  // What a quiz missed is reviewed for good, whether it is due by now or not.
  if (kind === 'missed') return 'ahead';
  return kind === 'review' || kind === 'ahead' ? kind : 'cram';
}

/** The queue a review goes through, as of now. */
export async function loadReviewQueue(
  store: Store,
  { kind, scope, quiz }: ReviewRequest,
): Promise<Queue> {
  if (kind === 'missed') {
    if (quiz === undefined) return { steps: [], cards: [] };
    // What knows quizzes comes with the first of them.
    const { loadMissedCards } = await import('#src/storage/quiz-result.ts');
    return loadMissedCards(store, quiz);
  }
  if (kind === 'forgotten' || kind === 'flagged') {
    return buildCramQueue(await loadCramCards(store, scope, kind));
  }
  if (kind === 'review') {
    return buildQueue(await loadQueue(store, scope, { isLaterApart: true }));
  }
  const input = await loadQueue(store, scope, { aheadDays });
  const { today, due } = input;
  return buildAheadQueue({ today, scope: input.scope, days: aheadDays, cards: due });
}

/** A sitting from its beginning, or from where it was before a reload. */
export async function loadReview(
  store: Store,
  request: ReviewRequest,
  sitting: SittingId,
): Promise<LoadedReview> {
  const [queue, settings, { undoable: done, redoable: undone }] = await Promise.all([
    loadReviewQueue(store, request),
    loadSettings(store.db),
    listActs(store, sitting),
  ]);
  const at = store.clock.now();
  const acts = toSessionActs(done);
  const newest = done.at(-1)?.act ?? '';
  const session = startSession<Question>({
    mode: toSessionMode(request.kind),
    queue,
    learnAheadMinutes: settings.learner.learnAheadMinutes,
    at,
    acts,
    // An act after an undo is a new way on: what lies before it cannot be redone.
    undone: toSessionActs(undone.filter(({ act }) => act > newest)).reverse(),
  });
  const asked = listWanted(session).slice(0, firstQuestions);
  const questions = await loadQuestions(store, asked);
  return { session: advance(session, { type: 'loaded', asked, questions, at }), settings };
}

function toSessionActs(acts: readonly UndoableAct[]): SessionAct[] {
  return acts.flatMap(({ act, events }) => {
    const [first] = events;
    return first ? toSessionAct(act, first, events) : [];
  });
}

function toSessionAct(
  act: SessionAct['act'],
  first: AnyEvent,
  events: readonly AnyEvent[],
): SessionAct[] {
  const card = first.subject as CardId;
  switch (first.kind) {
    case 'reviewed': {
      const { grade, durationMs } = first as ReviewedEvent;
      return [{ kind: 'graded', act, card, grade, durationMs }];
    }
    case 'answered': {
      const { result, durationMs } = first as AnsweredEvent;
      return [
        { kind: 'graded', act, card, grade: result === 'right' ? 'good' : 'again', durationMs },
      ];
    }
    case 'suspended':
    case 'buried':
    case 'forgot':
    case 'rescheduled':
      return [{ kind: 'removed', act, cards: events.map(({ subject }) => subject as CardId) }];
    case 'flagged':
      return [{ kind: 'marked', act, card }];
    default:
      return [];
  }
}
