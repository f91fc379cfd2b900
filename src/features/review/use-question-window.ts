import { useEffect, useRef, useState } from 'react';
import type { CardId } from '#src/domain/ids.ts';
import type { Session, SessionEvent } from '#src/domain/session-state.ts';
import { listWanted } from '#src/domain/session-window.ts';
import { loadQuestions, type Question } from '#src/storage/questions.ts';
import { useStore } from '#src/storage/react.tsx';
import { toMessage } from '#src/ui/error-message.ts';

/** Keeps the next questions in memory, so that a grade never waits for one. */
export function useQuestionWindow(
  session: Session<Question>,
  apply: (event: SessionEvent<Question>) => void,
) {
  const store = useStore();
  const loading = useRef(new Set<CardId>());
  const [failure, setFailure] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    // What is being saved goes first: both would wait for each other, and the next question is at hand.
    const { pending, current, questions: held } = session;
    if (pending.length > 0 && current !== null && held.has(current.card)) return;
    const asked = listWanted(session).filter((card) => !loading.current.has(card));
    if (asked.length === 0) return;
    for (const card of asked) loading.current.add(card);
    loadQuestions(store, asked)
      .then(
        (questions) => {
          setFailure(undefined);
          apply({ type: 'loaded', asked, questions, at: store.clock.now() });
        },
        (error: unknown) => {
          setFailure(toMessage(error));
        },
      )
      .finally(() => {
        for (const card of asked) loading.current.delete(card);
      });
  }, [store, session, apply, attempt]);
  return {
    failure,
    retry: () => {
      setAttempt(attempt + 1);
    },
  };
}
