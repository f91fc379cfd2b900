import { useState, type ReactNode } from 'react';
import type { ActId } from '#src/domain/ids.ts';
import { useStore } from '#src/storage/react.tsx';
import { redoAct, undoAct } from '#src/storage/undo.ts';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';

interface Done {
  readonly act: ActId;
  readonly words: string;
  readonly isUndone: boolean;
}

/**
 * Runs acts that can be undone. `report` is where a screen says what was done last, with the way back;
 * a failure is told there too, and then nothing was changed.
 */
export function useUndoable(): {
  readonly run: (words: string, act: () => Promise<ActId>) => Promise<void>;
  readonly report: ReactNode;
} {
  const store = useStore();
  const [done, setDone] = useState<Done>();
  const [failure, setFailure] = useState<string>();
  const attempt = async (work: () => Promise<Done>) => {
    try {
      setDone(await work());
      setFailure(undefined);
    } catch (error) {
      setFailure(toMessage(error));
    }
  };
  const handleReverse = (last: Done) =>
    attempt(async () => {
      await (last.isUndone ? redoAct(store, last.act) : undoAct(store, last.act));
      return { ...last, isUndone: !last.isUndone };
    });
  return {
    run: (words, act) => attempt(async () => ({ act: await act(), words, isUndone: false })),
    report: (
      <div className="row small undo-report">
        <p role="status">{done && (done.isUndone ? `Undone. ${done.words}` : done.words)}</p>
        {done && (
          <Button onClick={() => void handleReverse(done)}>
            {done.isUndone ? 'Redo' : 'Undo'}
          </Button>
        )}
        {failure !== undefined && <p role="alert">Not saved. {failure}</p>}
      </div>
    ),
  };
}
