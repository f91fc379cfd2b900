import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { CompiledNote, NoteKind } from '#src/domain/content.ts';
import type { HomeId, NoteId } from '#src/domain/ids.ts';
import { noteFields, type NoteSource } from '#src/domain/note-source.ts';
import { splitTags } from '#src/domain/note-state.ts';
import type { PlacedTopic } from '#src/domain/roadmap-tree.ts';
import type { HomeDeck } from '#src/storage/home-record.ts';
import { loadMedia } from '#src/storage/media.ts';
import type { EditableNote } from '#src/storage/note-content.ts';
import { useStore } from '#src/storage/react.tsx';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { NoteField } from './note-field.tsx';
import { deckHint, fieldNames, kindNames } from './note-words.ts';
import { NotePreview } from './note-preview.tsx';
import { TopicChoice } from './topic-choice.tsx';

export interface NoteDraft {
  readonly source: NoteSource;
  readonly path: string;
}

interface NoteFormProps {
  readonly home: HomeId;
  readonly decks: readonly HomeDeck[];
  /** Of a roadmap, whose notes are each on one of them instead of in a deck. */
  readonly topics?: readonly PlacedTopic[] | undefined;
  /** What the form shows first: the note, or what a new one begins with. */
  readonly start: NoteDraft;
  /** Whether it follows one that was saved: then writing goes on at once. */
  readonly isNext?: boolean;
  readonly note?: EditableNote;
  /** Why the last save failed, until something is changed. */
  readonly problem?: string | undefined;
  readonly onInput: () => void;
  readonly onSave: (draft: NoteDraft) => Promise<void>;
  /** Where leaving without saving goes. */
  readonly back: string;
}

const kinds = Object.keys(noteFields) as NoteKind[];

/** The fields of a note, with its cards beside or below as they are written. */
export function NoteForm(props: NoteFormProps) {
  const { home, decks, topics, note, start, isNext = false, onSave, back } = props;
  const [source, setSource] = useState(start.source);
  const [tags, setTags] = useState(source.tags.join(' '));
  const [path, setPath] = useState(start.path);
  const [isSaving, setIsSaving] = useState(false);
  const list = useId();
  const hint = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isNext) form.current?.querySelector('textarea')?.focus();
  }, [isNext]);
  const fields = listFields(source, note);
  const preview = usePreview(home, source, note);
  const missing = fields.filter(({ name, isNeeded }) => isNeeded && isBlank(source, name));
  const store = useStore();
  const readMedia = useCallback(
    (names: readonly string[]) => loadMedia(store, home, names),
    [store, home],
  );
  const handleField = (name: string, value: string) => {
    // A picture may come in a while after it was pasted: what was written meanwhile stays.
    setSource((now) => ({ ...now, fields: { ...now.fields, [name]: value } }));
  };
  return (
    <form
      ref={form}
      className="note-editor"
      onInput={props.onInput}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isSaving) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        setIsSaving(true);
        const key = decks.find((deck) => deck.path === path)?.key ?? path;
        void onSave({ source: { ...source, tags: splitTags(tags) }, path: key }).finally(() => {
          setIsSaving(false);
        });
      }}
    >
      <div className="note-editor-fields">
        {note === undefined && (
          <label className="library-field">
            Kind
            <select
              value={source.kind}
              onChange={(event) => {
                const kind = event.target.value as NoteKind;
                const match = kind === 'typed' ? { match: 'exact' } : {};
                setSource({ ...source, kind, fields: { ...match, ...source.fields } });
              }}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindNames[kind]}
                </option>
              ))}
            </select>
          </label>
        )}
        {fields.map(({ name, isNeeded }) => (
          <NoteField
            key={name}
            name={name}
            isHtml={source.kind === 'template'}
            isNeeded={isNeeded}
            value={source.fields[name] ?? ''}
            onValue={(value) => {
              handleField(name, value);
            }}
          />
        ))}
        <label className="library-field">
          Tags, with spaces between them
          <input
            value={tags}
            onChange={(event) => {
              setTags(event.target.value);
            }}
          />
        </label>
        {topics !== undefined && <TopicChoice topics={topics} topic={path} onTopic={setPath} />}
        {topics === undefined && decks.length > 0 && (
          <label className="library-field">
            Deck within this one (may be left out)
            <input
              list={list}
              aria-describedby={hint}
              value={decks.find((deck) => deck.key === path)?.path ?? path}
              onChange={(event) => {
                setPath(event.target.value);
              }}
            />
            <datalist id={list}>
              {decks.map((deck) => (
                <option key={deck.key} value={deck.path} />
              ))}
            </datalist>
            <span id={hint} className="muted small" aria-hidden="true">
              {deckHint}
            </span>
          </label>
        )}
        {props.problem !== undefined && <Notice tone="danger">{props.problem}</Notice>}
        <div className="row">
          <Button
            type="submit"
            look="primary"
            disabled={isSaving}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            title="Ctrl+Enter"
          >
            Save
          </Button>
          <ButtonLink to={back}>{note === undefined ? 'Done' : 'Leave without saving'}</ButtonLink>
        </div>
      </div>
      <section className="note-editor-preview" aria-label="Preview">
        <h2>Preview</h2>
        {source.kind !== 'template' && missing.length > 0 ? (
          <p className="muted">{describeMissing(missing, fields)}</p>
        ) : typeof preview === 'string' ? (
          <p className="muted">{preview}</p>
        ) : (
          preview && (
            <NotePreview
              note={preview}
              loadMedia={readMedia}
              {...(note?.noteType && { noteType: note.noteType })}
            />
          )
        )}
      </section>
    </form>
  );
}

interface Field {
  readonly name: string;
  readonly isNeeded: boolean;
}

function isBlank({ fields }: NoteSource, name: string): boolean {
  return (fields[name] ?? '').trim() === '';
}

/** Said where the cards of a note will be: what has to be written for them. */
function describeMissing(missing: readonly Field[], fields: readonly Field[]): string {
  const needed = fields.filter(({ isNeeded, name }) => isNeeded && name !== 'match');
  if (missing.length >= needed.length) return 'Its cards are shown here as you write.';
  return `Still missing: ${missing.map(({ name }) => fieldNames[name] ?? name).join(', ')}.`;
}

function listFields(source: NoteSource, note: EditableNote | undefined): Field[] {
  if (source.kind === 'template') {
    const names = note?.noteType?.fields ?? Object.keys(source.fields);
    return names.map((name) => ({ name, isNeeded: true }));
  }
  const { needed, optional } = noteFields[source.kind];
  return [
    ...needed.map((name) => ({ name, isNeeded: true })),
    ...optional.map((name) => ({ name, isNeeded: false })),
  ];
}

const restMs = 200;

/** The note as its cards would show it, or what is missing yet, a moment after the last change. */
function usePreview(
  home: HomeId,
  source: NoteSource,
  note: EditableNote | undefined,
): CompiledNote | string | undefined {
  const { noteFormats } = useStore();
  const [preview, setPreview] = useState<CompiledNote | string>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      noteFormats
        .compile({
          id: note?.note ?? (`${home}:new` as NoteId),
          source,
          ...(note?.noteType && { noteType: note.noteType }),
          ...(note?.held.compiled && { before: note.held.compiled }),
        })
        .then(
          (compiled) => {
            if (isCurrent) setPreview(compiled);
          },
          () => undefined,
        );
    }, restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [home, source, note, noteFormats]);
  return preview;
}
