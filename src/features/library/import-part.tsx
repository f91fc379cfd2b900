import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { Notice } from '#src/ui/notice.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { FilePreviewPart, toConflictKey } from './file-preview-part.tsx';
import { describeResults } from './import-words.ts';
import { toSettled, type FilePreview, type Planning } from './importer.ts';
import type { ClosableImporter } from './open-importer.ts';
import { readChosen } from './read-chosen.ts';
import { useBroughtFiles } from './use-brought-files.ts';
import type { Acts } from './use-acts.ts';
import { useHandedFiles, type TakeShared } from './use-handed-files.ts';

type State =
  | { readonly step: 'choose'; readonly trouble?: string }
  | { readonly step: 'reading' }
  | { readonly step: 'preview'; readonly previews: readonly FilePreview[] }
  | { readonly step: 'importing'; readonly done: number; readonly total: number };

const progressSteps = 1000;

/** Files come in by button, drop, paste, share and “open with”; what they hold is shown, then confirmed once. */
export function ImportPart({
  open,
  takeShared,
  acts,
}: {
  open: () => ClosableImporter;
  takeShared: TakeShared;
  acts: Acts;
}) {
  const [state, setState] = useState<State>({ step: 'choose' });
  const [takeTheirs, setTakeTheirs] = useState<ReadonlySet<string>>(new Set());
  const importer = useRef<ClosableImporter>(null);
  const stop = useRef<AbortController>(null);
  const input = useRef<HTMLInputElement>(null);
  const confirm = useRef<HTMLDivElement>(null);
  useEffect(
    () => () => {
      stop.current?.abort();
      importer.current?.close?.();
    },
    [],
  );
  // What reads files takes a moment to start: it may do so while the learner looks for theirs.
  const use = useCallback(() => (importer.current ??= open()), [open]);
  const run = async (work: () => Promise<State>) => {
    try {
      setState(await work());
    } catch (error) {
      const words = toMessage(error);
      setState({ step: 'choose', trouble: `${words} Nothing was imported.` });
    }
  };
  const read = (files: readonly File[]) => {
    acts.clear();
    setState({ step: 'reading' });
    setTakeTheirs(new Set());
    void run(async () => ({
      step: 'preview',
      previews: await use().read(await readChosen(files)),
    }));
  };
  const take = (files: readonly File[]) => {
    if (state.step === 'choose' || state.step === 'preview') read(files);
  };
  const isOver = useBroughtFiles(take);
  useEffect(() => {
    if (isOver) use();
  }, [isOver, use]);
  useHandedFiles(takeShared, take);
  const choose = (previews: readonly FilePreview[], position: number, planning: Planning) =>
    run(async () => ({
      step: 'preview',
      previews: previews.with(position, await use().choose(position, planning)),
    }));
  const bring = (previews: readonly FilePreview[]) => {
    const signal = (stop.current = new AbortController()).signal;
    setState({ step: 'importing', done: 0, total: progressSteps });
    const choices = previews.map((preview) => ({
      settled:
        preview.error === undefined && preview.roadmap === undefined
          ? toSettled(
              preview.conflicts.filter((conflict) => takeTheirs.has(toConflictKey(conflict))),
            )
          : [],
    }));
    void run(async () => {
      const results = await use().import(
        choices,
        (done, total) => {
          setState({
            step: 'importing',
            done: Math.round((done / total) * progressSteps),
            total: progressSteps,
          });
        },
        signal,
      );
      await acts.run(() => Promise.resolve(describeResults(results)));
      return { step: 'choose' };
    });
  };
  useEffect(() => {
    if (state.step === 'preview') confirm.current?.focus();
  }, [state.step]);
  return (
    <section className="import-part" data-over={isOver} aria-labelledby="import-heading">
      <h2 id="import-heading" className="visually-hidden">
        Bring decks in
      </h2>
      {(state.step === 'choose' || state.step === 'reading') && (
        <>
          <div className="row">
            <Button
              look="primary"
              disabled={state.step === 'reading'}
              onClick={() => {
                use();
                input.current?.click();
              }}
            >
              Import deck
            </Button>
            <span className="muted import-ways">or drop files here, or paste</span>
          </div>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label="Files to import"
            onChange={(event) => {
              read([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <p role="status">{state.step === 'reading' && 'Reading the files…'}</p>
        </>
      )}
      {state.step === 'choose' && state.trouble !== undefined && (
        <Notice tone="danger">{state.trouble}</Notice>
      )}
      {state.step === 'preview' && (
        <div
          className="import-preview"
          ref={confirm}
          tabIndex={-1}
          aria-label="What would be imported"
          role="group"
        >
          {state.previews.map((preview, position) => (
            <FilePreviewPart
              key={position}
              preview={preview}
              takeTheirs={takeTheirs}
              onTake={(key, isTaken) => {
                const next = new Set(takeTheirs);
                if (isTaken) next.add(key);
                else next.delete(key);
                setTakeTheirs(next);
              }}
              onPlan={(planning) => void choose(state.previews, position, planning)}
            />
          ))}
          <div className="row">
            {state.previews.some(bringsAnything) && (
              <Button
                look="primary"
                onClick={() => {
                  bring(state.previews);
                }}
              >
                Import
              </Button>
            )}
            <Button
              onClick={() => {
                setState({ step: 'choose' });
              }}
            >
              {state.previews.some(bringsAnything) ? 'Cancel' : 'Close'}
            </Button>
          </div>
        </div>
      )}
      {state.step === 'importing' && (
        <div className="import-progress">
          <p role="status">Importing. Nothing shows until all of it is there.</p>
          <ProgressBar label="Importing" done={state.done} total={state.total} />
          <div className="row">
            <Button onClick={() => stop.current?.abort()}>Cancel</Button>
          </div>
        </div>
      )}
    </section>
  );
}

function bringsAnything(preview: FilePreview): boolean {
  if (preview.error !== undefined) return false;
  return !(preview.roadmap ?? preview).isNothingNew;
}
