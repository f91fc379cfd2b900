import { useCallback, useRef, useState } from 'react';
import type { Grade } from '#src/domain/event.ts';
import type { ActId, CardId, SittingId, StudyDay } from '#src/domain/ids.ts';
import { toQueueCard } from '#src/domain/queue.ts';
import type { Session, SessionEvent } from '#src/domain/session-state.ts';
import { advance } from '#src/domain/session.ts';
import { buryCards, flagCards, forgetCards, setDue, suspendCards } from '#src/storage/card-acts.ts';
import { loadQuestions, type Question } from '#src/storage/questions.ts';
import { useStore } from '#src/storage/react.tsx';
import { redoAct, undoAct } from '#src/storage/undo.ts';
import { toMessage } from '#src/ui/error-message.ts';
import { commitGrade } from './commit-grade.ts';
import { loadReviewQueue, type LoadedReview, type ReviewRequest } from './load-review.ts';
import { useQuestionWindow } from './use-question-window.ts';
import { useWaking } from './use-waking.ts';

/** What can be done with a card besides answering it. */
export interface CardActs {
  readonly bury: (cards: readonly CardId[]) => void;
  readonly suspend: (cards: readonly CardId[]) => void;
  readonly flag: (card: CardId, flag: number) => void;
  readonly forget: (card: CardId) => void;
  readonly setDue: (card: CardId, day: StudyDay) => void;
}

export interface Review extends CardActs {
  readonly session: Session<Question>;
  /** The last act's outcome in words, for eyes and ears. */
  readonly said: string;
  /** Why the last act besides grading was not done, if so. */
  readonly trouble: string | undefined;
  /** Why the next question could not be read, if so. */
  readonly failure: string | undefined;
  readonly show: () => void;
  readonly grade: (grade: Grade, durationMs: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly retry: () => void;
}

/** A sitting: the pure session, and the store it writes to, one act after the other. */
export function useReview(
  request: ReviewRequest,
  sitting: SittingId,
  loaded: LoadedReview,
): Review {
  const store = useStore();
  const [session, setSession] = useState(loaded.session);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState<string>();
  // An act waits for those before it and then needs the session as they left it, rendered or not.
  const latest = useRef(loaded.session);
  const acts = useRef(Promise.resolve());

  const apply = useCallback((event: SessionEvent<Question>) => {
    latest.current = advance(latest.current, event);
    setSession(latest.current);
  }, []);

  const enqueue = (act: () => Promise<void>) => {
    setTrouble(undefined);
    acts.current = acts.current.then(act).catch((error: unknown) => {
      setSaid('');
      setTrouble(toMessage(error));
    });
  };

  const grade = (chosen: Grade, durationMs: number) => {
    const { phase, current, questions, mode } = latest.current;
    const question = current && questions.get(current.card);
    if (phase !== 'answering' || !question) return;
    setSaid('');
    apply({ type: 'graded', grade: chosen, durationMs, at: store.clock.now() });
    const answer = { question, grade: chosen, durationMs, mode, sitting };
    enqueue(async () => {
      for (const event of await commitGrade(store, answer)) apply(event);
    });
  };

  const remove = (cards: readonly CardId[], word: string, run: () => Promise<ActId>) => {
    enqueue(async () => {
      const act = await run();
      apply({ type: 'removed', act, cards, at: store.clock.now() });
      setSaid(`${word} Undo brings it back.`);
    });
  };

  const readAgain = async (cards: readonly CardId[]) => {
    const questions = await loadQuestions(store, cards);
    apply({ type: 'loaded', asked: [], questions, at: store.clock.now() });
    return questions;
  };

  const requeue = useCallback(async () => {
    const queue = await loadReviewQueue(store, request);
    apply({ type: 'requeued', queue, at: store.clock.now() });
  }, [store, request, apply]);

  const undo = () => {
    enqueue(async () => {
      const act = latest.current.acts.at(-1);
      if (!act) {
        setSaid('There is nothing to undo.');
        return;
      }
      await undoAct(store, act.act, sitting);
      const first = act.kind === 'removed' ? act.cards.slice(0, 1) : [act.card];
      const questions = await readAgain(first);
      const cards = questions.map(({ card, state }) => toQueueCard(card, state.schedule));
      apply({ type: 'undone', act: act.act, cards });
      // Others of its note come back where today's queue has them.
      if (act.kind === 'removed' && act.cards.length > 1) await requeue();
      setSaid('Undone.');
    });
  };

  const redo = () => {
    enqueue(async () => {
      const act = latest.current.undone.at(-1);
      if (!act) {
        setSaid('There is nothing to redo.');
        return;
      }
      await redoAct(store, act.act, sitting);
      const [question] = await readAgain(act.kind === 'removed' ? act.cards : [act.card]);
      const due = latest.current.mode === 'cram' ? null : (question?.state.schedule?.due ?? null);
      apply({ type: 'redone', act: act.act, due, at: store.clock.now() });
      setSaid('Done again.');
    });
  };

  const { failure, retry } = useQuestionWindow(session, apply);
  useWaking(session, apply, requeue);

  return {
    session,
    said,
    trouble,
    failure,
    retry,
    grade,
    undo,
    redo,
    show: () => {
      apply({ type: 'shown' });
    },
    bury: (cards) => {
      remove(cards, 'Buried until tomorrow.', () => buryCards(store, { cards, sitting }));
    },
    suspend: (cards) => {
      remove(cards, 'Suspended.', () => suspendCards(store, { cards, sitting }, true));
    },
    forget: (card) => {
      remove([card], 'Forgotten: the card is new again.', () =>
        forgetCards(store, { cards: [card], sitting }),
      );
    },
    setDue: (card, day) => {
      remove([card], 'The due day is set.', () => setDue(store, [{ card, day }], sitting));
    },
    flag: (card, flag) => {
      enqueue(async () => {
        const act = await flagCards(store, { cards: [card], sitting }, flag);
        await readAgain([card]);
        apply({ type: 'marked', act, card });
        setSaid(flag === 0 ? 'The flag is gone.' : 'Flagged.');
      });
    },
  };
}
