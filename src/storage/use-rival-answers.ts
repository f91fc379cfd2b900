import { useEffect, useState } from 'react';
import type { CompiledNote } from '#src/domain/content.ts';
import { useStore } from './react.tsx';
import { loadRivalAnswers } from './rival-answers.ts';

/** Answers of other cards, towards which a slip in a typed answer is not forgiven; none until they are read. */
export function useRivalAnswers(note: CompiledNote): readonly string[] {
  const store = useStore();
  const [rivals, setRivals] = useState<readonly string[]>([]);
  const isForgiving = note.kind === 'typed' && note.match === 'term';
  useEffect(() => {
    if (!isForgiving) return;
    let isCurrent = true;
    loadRivalAnswers(store, note).then(
      (answers) => {
        if (isCurrent) setRivals(answers);
      },
      // Without them a slip is forgiven that should not be, and the learner has the last word anyway.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [store, note, isForgiving]);
  return rivals;
}
