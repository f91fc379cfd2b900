import type { NoteRange } from '#src/domain/content.ts';
import type { SourceNote } from '../card-file/card-file.ts';
import { parseNotes } from '../card-file/parse-card-file.ts';
import type { Problem } from '../problem.ts';
import { normaliseField, toSourceFields, type MarkdownSource } from './source-fields.ts';
import type { NoteFacts } from './write-note.ts';

export interface ReadNote extends NoteFacts {
  readonly source: MarkdownSource;
}

/**
 * Reads the block of one note, as `writeNote` writes it or an author does. A text with mistakes, with no note or with
 * more than one gives what is wrong, by lines of the text. Never throws.
 */
export function readNote(text: string): ReadNote | { readonly problems: readonly Problem[] } {
  const { notes, problems } = parseNotes(text, 1, 'own');
  const [note, second] = notes;
  if (problems.length > 0) return { problems };
  if (note === undefined) {
    return {
      problems: [{ line: 1, message: 'There is no note here. Begin it with "## kind id".' }],
    };
  }
  if (second !== undefined) {
    const message = 'A second note begins here. Edit one note at a time.';
    return { problems: [{ line: second.line, message }] };
  }
  return toReadNote(note);
}

/** What a note of a card file says, in the shape in which its owner edits it. */
export function toReadNote(note: SourceNote): ReadNote {
  const textOf = (label: 'Tags' | 'Deck') =>
    normaliseField(note.fields.find((field) => field.label === label)?.text ?? '');
  const tags = textOf('Tags')
    .split(/\s+/)
    .filter((tag) => tag !== '');
  const deck = textOf('Deck').replaceAll('\n', ' ');
  const range: NoteRange | undefined = note.range;
  return {
    id: note.id,
    ...(range !== undefined && { range }),
    ...(deck !== '' && { deck }),
    source: { kind: note.kind, fields: toSourceFields(note.kind, note.fields), tags },
  };
}
