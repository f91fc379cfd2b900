import { useState } from 'react';
import type { ActId } from '#src/domain/ids.ts';
import { useStore } from '#src/storage/react.tsx';
import { undoAct } from '#src/storage/undo.ts';
import { toMessage } from '#src/ui/error-message.ts';

/** What was just done, in words, with the acts that undo takes back. */
export interface Done {
  readonly words: string;
  readonly acts: readonly ActId[];
}

/** Runs acts one at a time, says what came of them, and takes the last one back. */
export function useActs() {
  const store = useStore();
  const [done, setDone] = useState<Done>();
  const [trouble, setTrouble] = useState<string>();
  const run = async (work: () => Promise<Done | undefined>) => {
    setTrouble(undefined);
    try {
      setDone(await work());
    } catch (error) {
      setDone(undefined);
      setTrouble(toMessage(error));
    }
  };
  const undo = () =>
    run(async () => {
      for (const act of [...(done?.acts ?? [])].reverse()) await undoAct(store, act);
      return { words: 'Undone.', acts: [] };
    });
  const clear = () => {
    setDone(undefined);
    setTrouble(undefined);
  };
  return { done, trouble, run, undo, clear };
}

export type Acts = ReturnType<typeof useActs>;
