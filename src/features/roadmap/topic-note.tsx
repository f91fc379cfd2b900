import { useEffect, useId, useState } from 'react';
import type { Rendered } from '#src/domain/content.ts';
import type { ActId, TopicId } from '#src/domain/ids.ts';
import { useStore } from '#src/storage/react.tsx';
import { writeTopicNote } from '#src/storage/topic-notes.ts';
import { undoAct } from '#src/storage/undo.ts';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { RenderedContent } from '#src/ui/rendered.tsx';
import { useNoteDraft } from './use-note-draft.ts';

/** The learner's own note on a topic: read as Markdown, written with a preview, every change undoable. */
export function TopicNote({ id, note }: { id: TopicId; note: string }) {
  const store = useStore();
  const [draft, setDraft] = useNoteDraft(id);
  const [saved, setSaved] = useState<ActId>();
  const [failure, setFailure] = useState<string>();
  const run = (work: Promise<ActId | undefined>, then: () => void) => {
    setFailure(undefined);
    work.then(
      (act) => {
        setSaved(act);
        then();
      },
      (error: unknown) => {
        setFailure(toMessage(error));
      },
    );
  };
  const handleSave = (text: string) => {
    run(writeTopicNote(store, id, text), () => {
      setDraft(undefined);
    });
  };
  return (
    <section className="topic-note">
      <h3>Your note</h3>
      {draft === undefined ? (
        <>
          {note === '' ? (
            <p className="muted small">Nothing yet. The search finds what you write here.</p>
          ) : (
            <RenderedNote text={note} />
          )}
          <div className="row small">
            <Button
              onClick={() => {
                setSaved(undefined);
                setDraft(note);
              }}
            >
              {note === '' ? 'Write a note' : 'Edit the note'}
            </Button>
            <span role="status">{saved !== undefined && 'Saved.'}</span>
            {saved !== undefined && (
              <Button
                onClick={() => {
                  run(
                    undoAct(store, saved).then(() => undefined),
                    () => undefined,
                  );
                }}
              >
                Undo
              </Button>
            )}
          </div>
        </>
      ) : (
        <NoteEditor
          draft={draft}
          onChange={setDraft}
          onSave={handleSave}
          onCancel={() => {
            setDraft(undefined);
          }}
        />
      )}
      {failure !== undefined && (
        <p role="alert">The note was not saved; your words are still here. {failure}</p>
      )}
    </section>
  );
}

function NoteEditor({
  draft,
  onChange,
  onSave,
  onCancel,
}: {
  draft: string;
  onChange: (text: string) => void;
  onSave: (text: string) => void;
  onCancel: () => void;
}) {
  const field = useId();
  const [isPreviewed, setPreviewed] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <label htmlFor={field} className="small">
        Markdown, as in cards
      </label>
      <textarea
        id={field}
        rows={6}
        value={draft}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {isPreviewed && (
        <div role="group" aria-label="Preview" className="topic-note-preview">
          <RenderedNote text={draft} />
        </div>
      )}
      <div className="row">
        <Button look="primary" type="submit">
          Save note
        </Button>
        <Button
          aria-pressed={isPreviewed}
          onClick={() => {
            setPreviewed(!isPreviewed);
          }}
        >
          Preview
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** The parser comes with the first note that is read: most learners open a panel without one. */
async function renderNote(text: string): Promise<readonly Rendered[]> {
  const [{ parseMarkdown }, { renderMarkdown }] = await Promise.all([
    import('#src/formats/markdown.ts'),
    import('#src/formats/render-markdown.ts'),
  ]);
  return renderMarkdown(parseMarkdown(text));
}

function RenderedNote({ text }: { text: string }) {
  const [content, setContent] = useState<readonly Rendered[]>([text]);
  useEffect(() => {
    let isStopped = false;
    renderNote(text).then(
      (rendered) => {
        if (!isStopped) setContent(rendered);
      },
      () => {
        // Without the parser, as before everything is kept offline, the text is shown as it was written.
        if (!isStopped) setContent([text]);
      },
    );
    return () => {
      isStopped = true;
    };
  }, [text]);
  return <RenderedContent content={content} />;
}
