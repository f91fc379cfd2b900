import type { NoteSource } from '#src/domain/note-source.ts';
import { toSnippet } from '../text-decks/note-from-texts.ts';
import { htmlToPlainText } from './html-to-plain-text.ts';
import type { NoteType } from './imported-deck.ts';
import { listTemplateOrdinals } from './stock-note-types.ts';

/** A `template` note from the values of its note type's fields in their order, or why it can have no card. */
export function noteFromHtml(
  noteType: NoteType,
  values: readonly string[],
  tags: readonly string[],
): { source: NoteSource; ordinals: readonly string[] } | { readonly problem: string } {
  const fields = Object.fromEntries(
    noteType.fields.map((name, index) => [name, values[index] ?? '']),
  );
  const [first = ''] = values;
  if (first.trim() === '') return { problem: 'The first field is empty, so this was left out.' };
  const ordinals = listTemplateOrdinals(noteType, fields);
  if (ordinals.length === 0) {
    const snippet = toSnippet(htmlToPlainText(first));
    return {
      problem: `"${snippet}" hides nothing the way {{c1::this}} does, so it was left out.`,
    };
  }
  return { source: { kind: 'template', fields, tags, noteType: noteType.key }, ordinals };
}
