import { useCallback, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ActId } from '#src/domain/ids.ts';
import { useStore } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { undoAct } from '#src/storage/undo.ts';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';

/** Runs an act and then says `words`; an act that comes back can be undone there. */
export type RunAct = (words: string, work: (store: Store) => Promise<ActId | null>) => void;

interface Done {
  readonly words: string;
  readonly act: ActId | null;
  readonly isFailure?: boolean;
}

/** What was done last on this page, and how to do it. */
export function useDone(): {
  done: Done | undefined;
  run: RunAct;
  bar: RefObject<HTMLDivElement | null>;
} {
  const store = useStore();
  const [done, setDone] = useState<Done>();
  const bar = useRef<HTMLDivElement>(null);
  const run = useCallback<RunAct>(
    (words, work) => {
      const tell = (now: Done) => {
        flushSync(() => {
          setDone(now);
        });
        // The pressed button may be gone, or far below what it changed.
        bar.current?.focus();
      };
      work(store).then(
        (act) => {
          tell({ words, act });
        },
        (error: unknown) => {
          const reason = toMessage(error);
          tell({ words: `Nothing was changed. ${reason}`, act: null, isFailure: true });
        },
      );
    },
    [store],
  );
  return { done, run, bar };
}

/** Says what was done last. */
export function DoneBar({
  done,
  bar,
  onRun,
}: {
  done: Done | undefined;
  bar: RefObject<HTMLDivElement | null>;
  onRun: RunAct;
}) {
  const act = done?.act ?? null;
  return (
    <div ref={bar} tabIndex={-1} className="row plan-done">
      <p role={done?.isFailure === true ? 'alert' : 'status'}>{done?.words}</p>
      {act !== null && (
        <Button
          onClick={() => {
            onRun('Undone.', async (store) => {
              await undoAct(store, act);
              return null;
            });
          }}
        >
          Undo
        </Button>
      )}
    </div>
  );
}
