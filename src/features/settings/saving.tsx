import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { useStore } from '#src/storage/react.tsx';
import { setSettings, type SettingChange } from '#src/storage/set-settings.ts';
import { redoAct, undoAct } from '#src/storage/undo.ts';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';

/** How a saved change is taken back, and brought back. */
export interface Reversal {
  readonly undo: () => Promise<unknown>;
  readonly redo: () => Promise<unknown>;
}

/** Resolves after the commit; a failure is told by the bar. */
type Save = (words: string, act: () => Promise<Reversal>) => Promise<'saved' | 'failed'>;

const SaveContext = createContext<Save | null>(null);

/** Runs changes of settings and says, once they are committed, that they are saved. */
export function useSave(): Save {
  const save = use(SaveContext);
  if (save === null) throw new Error('useSave needs a SavingProvider above it.');
  return save;
}

/** Saves settings of the learner as one act. */
export function useSaveSettings() {
  const store = useStore();
  const save = useSave();
  return (words: string, changes: readonly SettingChange[]) =>
    save(words, async () => {
      const act = await setSettings(store, changes);
      return { undo: () => undoAct(store, act), redo: () => redoAct(store, act) };
    });
}

type Bar =
  | { readonly state: 'saved' | 'undone'; readonly words: string; readonly reversal: Reversal }
  | { readonly state: 'failed'; readonly message: string };

/** The settings, and below them a bar with what was saved last and its undo. */
export function SavingProvider({ children }: { children: ReactNode }) {
  const [bar, setBar] = useState<Bar>();
  const save = useCallback<Save>(async (words, act) => {
    try {
      setBar({ state: 'saved', words, reversal: await act() });
      return 'saved';
    } catch (error) {
      setBar(toFailure(error));
      return 'failed';
    }
  }, []);
  const handleReverse = async (now: Exclude<Bar, { state: 'failed' }>) => {
    const isSaved = now.state === 'saved';
    try {
      await (isSaved ? now.reversal.undo() : now.reversal.redo());
      setBar({ ...now, state: isSaved ? 'undone' : 'saved' });
    } catch (error) {
      setBar(toFailure(error));
    }
  };
  return (
    <SaveContext value={save}>
      <div className="settings">
        {children}
        <div className="saved-bar" data-tone={bar?.state} data-shown={bar !== undefined}>
          <p role="status">{bar !== undefined && describeBar(bar)}</p>
          {bar !== undefined && bar.state !== 'failed' && (
            <Button onClick={() => void handleReverse(bar)}>
              {bar.state === 'saved' ? 'Undo' : 'Redo'}
            </Button>
          )}
        </div>
      </div>
    </SaveContext>
  );
}

function describeBar(bar: Bar): string {
  if (bar.state === 'failed') return `Not saved. ${bar.message}`;
  return bar.state === 'saved' ? `Saved. ${bar.words}` : `Undone. ${bar.words}`;
}

function toFailure(error: unknown): Bar {
  return { state: 'failed', message: toMessage(error) };
}
