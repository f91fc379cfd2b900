import type { DeckBuilder } from '../import/deck-builder.ts';
import { listSourceOrdinals } from '../import/list-source-ordinals.ts';
import { noteFromTexts, splitTags, toSnippet } from '../text-decks/note-from-texts.ts';
import type { LabelledText } from './cut-labelled.ts';

/** Adds a note for each question with its answer and for each cloze; what has no partner is told. */
export function addLabelledNotes(
  builder: DeckBuilder,
  texts: readonly LabelledText[],
  toClozeText: (text: string) => string | null,
): void {
  texts.forEach(({ label, text, line }, index) => {
    const place = { line };
    const next = texts[index + 1];
    const isAnswered = next?.label === 'answer';
    const after = texts[index + (isAnswered ? 2 : 1)];
    const tags = after?.label === 'tags' ? splitTags(after.text) : [];
    if (label === 'cloze') {
      const cloze = toClozeText(text);
      if (cloze === null) {
        builder.report(`"${toSnippet(text)}" hides nothing, so it was left out.`, place);
        return;
      }
      const source = { kind: 'cloze', fields: { text: cloze }, tags } as const;
      builder.addNote({ source, ordinals: listSourceOrdinals(source), place });
    } else if (label === 'question') {
      const found = noteFromTexts({ question: text, answer: isAnswered ? next.text : '' }, tags);
      if ('problem' in found) builder.report(found.problem, place);
      else builder.addNote({ ...found, place });
    } else if (label === 'answer' && texts[index - 1]?.label !== 'question') {
      builder.report(`The answer "${toSnippet(text)}" has no question, so it was left out.`, place);
    }
  });
}

/** Tells of text that is under no label. */
export function reportStrays(builder: DeckBuilder, strays: readonly number[]): void {
  for (const line of strays) {
    builder.report('The text that begins here belongs to no card, so it was left out.', { line });
  }
}
