import { useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { HomeId, NoteId } from '#src/domain/ids.ts';
import { loadHomePage, type HomePage } from '#src/storage/library.ts';
import { findEditableNote, type EditableNote } from '#src/storage/note-content.ts';
import { createNote, editNote } from '#src/storage/own-content.ts';
import { useStore } from '#src/storage/react.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { NoteForm, type NoteDraft } from './note-form.tsx';
import './library.css';

interface Loaded {
  readonly page: HomePage | null;
  /** Absent for a note that is new. */
  readonly note?: EditableNote;
  readonly problem?: string;
}

/** Writes a new note of a deck, or edits one; then goes back to where it was asked for. */
export function EditorPage() {
  const { home = '' } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const store = useStore();
  const id = search.get('note');
  const topic = search.get('topic');
  const back = toBack(search.get('back'), home);
  const [loaded, setLoaded] = useState<Loaded>();
  const [problem, setProblem] = useState<string>();
  const [saved, setSaved] = useState(0);
  const [next, setNext] = useState<NoteDraft>({
    source: { kind: 'basic', fields: {}, tags: [] },
    path: topic ?? '',
  });
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<Loaded> => {
      const page = await loadHomePage(store, home as HomeId);
      if (id === null) return { page };
      const note = await findEditableNote(store, id as NoteId);
      return note === undefined ? { page, problem: notToEdit } : { page, note };
    };
    load().then(
      (value) => {
        if (isCurrent) setLoaded(value);
      },
      (error: unknown) => {
        if (isCurrent) setLoaded({ page: null, problem: `${notToEdit} ${String(error)}` });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [store, home, id]);
  const clearProblem = () => {
    setProblem(undefined);
  };
  const save = async (draft: NoteDraft) => {
    const { source, path } = draft;
    setProblem(undefined);
    try {
      const result =
        loaded?.note === undefined
          ? await createNote(store, { home: home as HomeId, path, source })
          : await editNote(store, loaded.note, { source, path });
      if (result.status === 'refused') setProblem(result.problem);
      else if (id === null) {
        setSaved(saved + 1);
        setNext(toNext(draft));
      } else await navigate(back, { replace: true });
    } catch (error) {
      setProblem(toMessage(error));
    }
  };
  if (loaded === undefined) return null;
  const { page, note } = loaded;
  const isThere = loaded.problem === undefined && (page !== null || note !== undefined);
  return (
    <Page title={id === null ? 'New note' : 'Edit note'} lead={page?.title}>
      {!isThere && <Notice tone="danger">{loaded.problem ?? 'There is no such deck.'}</Notice>}
      {saved > 0 && problem === undefined && (
        <Notice tone="success">
          {saved === 1 ? 'The note is saved. Its' : `${saved} notes are saved. Their`} cards come
          with the new ones of this {page?.topics === undefined ? 'deck' : 'roadmap'}.
        </Notice>
      )}
      {isThere && (
        <NoteForm
          key={saved}
          home={home as HomeId}
          decks={page?.decks ?? []}
          topics={page?.topics}
          start={note ?? next}
          isNext={saved > 0}
          problem={problem === undefined ? undefined : `${problem} Nothing was saved.`}
          onInput={clearProblem}
          onSave={save}
          back={back}
          {...(note && { note })}
        />
      )}
    </Page>
  );
}

const notToEdit = 'This note cannot be edited here: its text is not on this device.';

/** What the next note begins with: those of one sitting are mostly alike. */
function toNext({ source: { kind, fields, tags }, path }: NoteDraft): NoteDraft {
  const match = fields.match === undefined ? {} : { match: fields.match };
  return { source: { kind, fields: match, tags }, path };
}

/** Only addresses of this app. */
function toBack(back: string | null, home: string): string {
  const isOurs = back !== null && back.startsWith('/') && !back.startsWith('//');
  return isOurs ? back : `/library/${encodeURIComponent(home)}`;
}
