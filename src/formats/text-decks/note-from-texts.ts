import type { FoundNote } from '../import/deck-builder.ts';
import { listSourceOrdinals } from '../import/list-source-ordinals.ts';
import type { MarkdownSource } from '../notes/source-fields.ts';

/** What a row, a pair or a block of somebody's deck says, in Markdown. */
export interface FoundTexts {
  readonly question: string;
  readonly answer: string;
  /** What is shown after the answer. */
  readonly why?: string;
  readonly isReversed?: boolean;
}

/**
 * A note from question and answer: a cloze where the question hides parts the way Anki writes them, and then the answer
 * is what is shown behind it. What is wrong is told where no card can be made.
 */
export function noteFromTexts(
  { question, answer, why = '', isReversed = false }: FoundTexts,
  tags: readonly string[],
): Pick<FoundNote, 'source' | 'ordinals'> | { readonly problem: string } {
  const isFilled = (text: string) => text.trim() !== '';
  if (!isFilled(question)) {
    return { problem: 'There is no question here, so this was left out.' };
  }
  if (question.includes('{{c')) {
    const background = [answer, why].filter(isFilled).join('\n\n');
    const fields = { text: question, ...(background !== '' && { why: background }) };
    const cloze: MarkdownSource = { kind: 'cloze', fields, tags };
    const ordinals = listSourceOrdinals(cloze);
    if (ordinals.length > 0) return { source: cloze, ordinals };
  }
  if (!isFilled(answer)) {
    return { problem: `There is no answer to "${toSnippet(question)}", so this was left out.` };
  }
  const source: MarkdownSource = {
    kind: isReversed ? 'reversed' : 'basic',
    fields: { question, answer, ...(isFilled(why) && { why }) },
    tags,
  };
  return { source, ordinals: listSourceOrdinals(source) };
}

/** The start of a text on one line, for telling which one is meant. */
export function toSnippet(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Tags of a cell, parted by white space; a leading "#" is how some programs write them. */
export function splitTags(text: string): string[] {
  const tags = text
    .split(/[\s,;]+/)
    .map((tag) => tag.replace(/^#+/, ''))
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}
