import { useState } from 'react';
import { copyLimits, tooLarge, type Copy } from '#src/formats/copy.ts';
import { useStore } from '#src/storage/react.tsx';
import { previewRestore, restoreCopy, type RestorePreview } from '#src/storage/restore-copy.ts';
import type { Store } from '#src/storage/store.ts';
import { toMessage } from '#src/ui/error-message.ts';
import { Notice } from '#src/ui/notice.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { CopyPreview } from './copy-preview.tsx';
import { countThings } from './data-words.ts';
import { makePause } from '#src/ui/make-pause.ts';
import { ReplaceDialog } from './replace-dialog.tsx';

interface Chosen {
  readonly copy: Copy;
  readonly preview: RestorePreview;
}

type State =
  | { readonly step: 'choose' }
  | {
      readonly step: 'busy';
      readonly words: string;
      readonly done?: number;
      readonly total?: number;
    }
  | ({ readonly step: 'preview' | 'confirm' } & Chosen)
  | { readonly step: 'done'; readonly words: string }
  | { readonly step: 'failed'; readonly words: string };

/** Brings a saved copy in: choose it, see what it would do, merge it or replace all with it. */
export function RestorePart({ onReplaced }: { onReplaced: (events: number) => void }) {
  const store = useStore();
  const [state, setState] = useState<State>({ step: 'choose' });
  const [attempt, setAttempt] = useState(0);

  /** Runs a step, and starts anew with choosing where it fails. */
  const run = async (busy: string, work: () => Promise<State>, failure: string) => {
    setState({ step: 'busy', words: busy });
    let next: State;
    try {
      next = await work();
    } catch (error) {
      const words = toMessage(error);
      next = { step: 'failed', words: `${failure} ${words}` };
    }
    if (next.step !== 'preview') setAttempt((count) => count + 1);
    setState(next);
  };
  const tell = (done: number, total: number) => {
    setState({ step: 'busy', words: 'Bringing decks and files in…', done, total });
  };
  const handleFile = (file: File) =>
    run('Reading the copy…', () => readFile(store, file), 'The file could not be read.');
  const handleMerge = ({ copy, preview }: Chosen) =>
    run(
      'Bringing the copy in…',
      async () => {
        const { leftOut } = await restoreCopy(store, copy, { how: 'merge', onProgress: tell });
        const { added, lacking } = preview;
        const words = `${countThings({ events: added, ...lacking })} brought in. Nothing that was here is lost.`;
        return { step: 'done', words: words + describeLeftOut(leftOut) };
      },
      'The copy was not brought in.',
    );
  const handleReplace = ({ copy }: Chosen) =>
    run(
      'Replacing…',
      async () => {
        await restoreCopy(store, copy, { how: 'replace', onProgress: tell });
        onReplaced(copy.events.length);
        return { step: 'busy', words: 'Replaced. Cairn starts again…' };
      },
      'Nothing was replaced.',
    );

  return (
    <div className="restore">
      <h3>Bring a copy back</h3>
      <label className="restore-file">
        Choose a saved copy
        <input
          key={attempt}
          type="file"
          accept=".zip,.json,application/zip,application/json"
          disabled={state.step === 'busy'}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void handleFile(file);
          }}
        />
      </label>
      <p role="status">{state.step === 'busy' && state.words}</p>
      {state.step === 'busy' && state.total !== undefined && (
        <ProgressBar label={state.words} done={state.done ?? 0} total={state.total} />
      )}
      {state.step === 'failed' && <Notice tone="danger">{state.words}</Notice>}
      {state.step === 'done' && <Notice tone="success">{state.words}</Notice>}
      {(state.step === 'preview' || state.step === 'confirm') && (
        <CopyPreview
          copy={state.copy}
          preview={state.preview}
          onMerge={() => void handleMerge(state)}
          onReplace={() => {
            setState({ ...state, step: 'confirm' });
          }}
          onLeave={() => {
            setAttempt(attempt + 1);
            setState({ step: 'choose' });
          }}
        />
      )}
      {state.step === 'confirm' && (
        <ReplaceDialog
          copy={state.copy}
          preview={state.preview}
          onReplace={() => void handleReplace(state)}
          onClose={() => {
            setState({ ...state, step: 'preview' });
          }}
        />
      )}
    </div>
  );
}

/** Reads and compares a file; one that is no copy gives what is wrong with it, and nothing changes. */
async function readFile(store: Store, file: File): Promise<State> {
  if (file.size > copyLimits.totalBytes) return { step: 'failed', words: tooLarge };
  // What reads copies is needed by nobody who only looks at the settings.
  const { readCopy } = await import('#src/formats/read-copy.ts');
  const copy = await readCopy(new Uint8Array(await file.arrayBuffer()), {
    digest: async (bytes) =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)),
    pause: makePause(),
  });
  if ('error' in copy) return { step: 'failed', words: copy.error };
  return { step: 'preview', copy, preview: await previewRestore(store, copy) };
}

function describeLeftOut(notes: number): string {
  if (notes === 0) return '';
  return ` ${notes} ${notes === 1 ? 'note' : 'notes'} of its decks cannot be shown by this version of Cairn and stayed in the copy: keep it.`;
}
