import { useState } from 'react';
import type { SittingId } from '#src/domain/ids.ts';
import { useStore } from '#src/storage/react.tsx';
import { redoQuiz, undoQuiz } from '#src/storage/undo-quiz.ts';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { Notice } from '#src/ui/notice.tsx';

/** Undoes the whole quiz, or brings it back. */
export function UndoQuizPart({ sitting, isUndone }: { sitting: SittingId; isUndone: boolean }) {
  const store = useStore();
  const [failure, setFailure] = useState<string>();
  const handleClick = () => {
    setFailure(undefined);
    (isUndone ? redoQuiz : undoQuiz)(store, sitting).catch((error: unknown) => {
      setFailure(toMessage(error));
    });
  };
  return (
    <section aria-labelledby="quiz-undo">
      <h2 id="quiz-undo">{isUndone ? 'Bring it back' : 'Undo'}</h2>
      <p className="muted">
        {isUndone
          ? 'Its answers count nowhere, and every schedule is as it was before.'
          : 'Takes back all answers of this quiz and every schedule they moved. You can bring it back.'}
      </p>
      {failure !== undefined && <Notice tone="danger">{failure} Nothing was changed.</Notice>}
      <div>
        <Button look={isUndone ? 'primary' : 'plain'} onClick={handleClick}>
          {isUndone ? 'Bring the quiz back' : 'Undo the whole quiz'}
        </Button>
      </div>
    </section>
  );
}
