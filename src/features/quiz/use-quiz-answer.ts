import { useRef, useState } from 'react';
import type { AnsweredEvent } from '#src/domain/event.ts';
import type { CardId, SittingId } from '#src/domain/ids.ts';
import type { QuizFormat } from '#src/domain/quiz/quiz-request.ts';
import { useStore } from '#src/storage/react.tsx';
import { overrideQuizAnswer, recordQuizAnswer } from '#src/storage/record-quiz-answer.ts';
import { toMessage } from '#src/ui/error-message.ts';
import { useVisibleTime } from '#src/ui/visible-time.ts';

interface Asked {
  readonly sitting: SittingId;
  readonly card: CardId;
  readonly format: QuizFormat;
}

/** Saves the answer to one question, once; what came of it is in the log. */
export function useQuizAnswer({ sitting, card, format }: Asked) {
  const store = useStore();
  const readTime = useVisibleTime();
  const isSaving = useRef(false);
  const [trouble, setTrouble] = useState<string>();

  const run = (work: () => Promise<unknown>) => {
    if (isSaving.current) return;
    isSaving.current = true;
    setTrouble(undefined);
    work()
      .catch((error: unknown) => {
        setTrouble(toMessage(error));
      })
      .finally(() => {
        isSaving.current = false;
      });
  };

  return {
    trouble,
    answer: (result: AnsweredEvent['result'], option?: number) => {
      const picked = option === undefined ? {} : { option };
      const durationMs = readTime();
      run(() => recordQuizAnswer(store, { sitting, card, format, result, durationMs, ...picked }));
    },
    override: () => {
      run(() => overrideQuizAnswer(store, { sitting, card, format }));
    },
  };
}
