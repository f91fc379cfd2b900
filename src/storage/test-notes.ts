import type { HomeId, NoteId } from '#src/domain/ids.ts';
import { loadQueue } from './load-queue.ts';
import { findEditableNote } from './note-content.ts';
import { createNote, editNote } from './own-content.ts';
import { loadQuestions } from './questions.ts';
import type { Store } from './store.ts';

/** A basic note as its owner writes it. */
export const basic = (question: string, answer = 'A', tags: readonly string[] = []) => ({
  kind: 'basic' as const,
  fields: { question, answer },
  tags,
});

/** Adds a basic note to a deck. */
export async function addNote(
  store: Store,
  home: HomeId,
  question: string,
  path = '',
): Promise<NoteId> {
  const saved = await createNote(store, { home, path, source: basic(question) });
  if (saved.status !== 'saved') throw new Error(saved.status);
  return saved.note;
}

/** What the cards of a home ask, in order of introduction. */
export async function listAsked(store: Store, home: HomeId): Promise<string[]> {
  const { fresh, due } = await loadQueue(store, { deck: home as never });
  const questions = await loadQuestions(
    store,
    [...fresh, ...due].map(({ card }) => card),
  );
  return questions.map(({ note }) => JSON.stringify(note.kind === 'basic' ? note.question : note));
}

/** What `listAsked` gives for these questions. */
export const asks = (...questions: string[]) =>
  questions.map((text) => JSON.stringify([['p', null, text]]));

/** Sets fields of a note, as its editor does. */
export async function edit(store: Store, note: NoteId, fields: Record<string, string>) {
  const before = await findEditableNote(store, note);
  if (before === undefined) throw new Error('no note');
  const source = { ...before.source, fields: { ...before.source.fields, ...fields } };
  return editNote(store, before, { source, path: before.path });
}
