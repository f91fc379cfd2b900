import { useState } from 'react';
import { useStore } from '#src/storage/react.tsx';
import { Button, type ButtonLook } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { countThings } from './data-words.ts';

type State =
  | { readonly step: 'ready'; readonly words: string }
  | { readonly step: 'busy'; readonly done: number; readonly total: number };

/** Saves a copy as a file and says what it is called. */
export function SaveCopyButton({ look = 'plain' }: { look?: ButtonLook }) {
  const store = useStore();
  const [state, setState] = useState<State>({ step: 'ready', words: '' });
  const handleClick = async () => {
    setState({ step: 'busy', done: 0, total: 1 });
    let words: string;
    try {
      // What packs it is needed by nobody who only looks at the settings.
      const { saveCopy } = await import('./save-copy.ts');
      const saved = await saveCopy(store, (done, total) => {
        setState({ step: 'busy', done, total });
      });
      words = `Saved as ${saved.name}, with ${countThings(saved)}.`;
    } catch (error) {
      words = `No copy was saved. ${toMessage(error)}`;
    }
    setState({ step: 'ready', words });
  };
  return (
    <>
      <div className="row">
        <Button look={look} disabled={state.step === 'busy'} onClick={() => void handleClick()}>
          Save a copy
        </Button>
        <p role="status">{state.step === 'ready' ? state.words : 'Gathering what is here…'}</p>
      </div>
      {state.step === 'busy' && (
        <ProgressBar label="Saving a copy" done={state.done} total={state.total} />
      )}
    </>
  );
}
