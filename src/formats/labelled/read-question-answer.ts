import { readFrontMatter } from '../front-matter.ts';
import { DeckBuilder } from '../import/deck-builder.ts';
import type { DeckText, ReadDeck } from '../import/read-result.ts';
import { toDeckTitle } from '../import/to-deck-title.ts';
import { addLabelledNotes, reportStrays } from './add-labelled-notes.ts';
import { cutLabelled, type LabelledText, type ReadLabel } from './cut-labelled.ts';

const labelByWord: Readonly<Record<string, LabelledText['label']>> = {
  question: 'question',
  q: 'question',
  front: 'question',
  answer: 'answer',
  a: 'answer',
  back: 'answer',
  tags: 'tags',
};

/** Reads a line like `Question: …`, `**Q1:** …` or `A) …`; a card may end with a rule. */
export const readQuestionLabel: ReadLabel = (line) => {
  if (/^(?:---+|\*\*\*+|___+)\s*$/.test(line)) return 'end';
  const [whole, word] =
    /^\s{0,3}(?:[-*+]\s|\d{1,4}[.)]\s)?\s{0,3}\**(question|answer|front|back|tags|q|a)\s?\d{0,4}\**(?::\**|\))(?=\s|$)/i.exec(
      line,
    ) ?? [];
  const label = labelByWord[word?.toLowerCase() ?? ''];
  return whole === undefined || label === undefined
    ? null
    : { label, rest: line.slice(whole.length) };
};

/** Reads questions and answers that are labelled with words: Question and Answer, Q and A, Front and Back. */
export function readQuestionAnswer({ name, text }: DeckText): ReadDeck {
  const { data, body, bodyLine } = readFrontMatter(text);
  const [, heading] = /^\s*# ([^\n]+)/.exec(body) ?? [];
  const title = typeof data.title === 'string' ? data.title : heading?.trim();
  const builder = new DeckBuilder({
    format: 'question-answer',
    description: 'Questions and answers in text',
    title: toDeckTitle(title, name),
  });
  const head = heading === undefined ? 0 : body.indexOf(heading) + heading.length;
  const skipped = body.slice(0, head).split('\n').length - 1;
  const { texts, strays } = cutLabelled(body.slice(head), bodyLine + skipped, readQuestionLabel);
  reportStrays(builder, strays);
  addLabelledNotes(builder, texts, () => null);
  return builder.build();
}
