import type { NoteKind } from '#src/domain/content.ts';

export const kindNames: Readonly<Record<NoteKind, string>> = {
  basic: 'Question and answer',
  reversed: 'Question and answer, both ways',
  cloze: 'Text with hidden parts',
  choice: 'Choice of three',
  typed: 'Answer to type',
  rubric: 'Task with points to tick',
};

/** What the fields of written notes are called; those of note types have names of their own. */
export const fieldNames: Readonly<Record<string, string>> = {
  question: 'Question',
  answer: 'Answer',
  'reverse-question': 'Question the other way',
  'reverse-answer': 'Answer the other way',
  text: 'Text',
  because: 'Why the answer is right',
  'wrong-1': 'A wrong option',
  'because-1': 'Why it is wrong',
  'wrong-2': 'Another wrong option',
  'because-2': 'Why that is wrong',
  match: 'How the answer is compared',
  also: 'Accepted too',
  points: 'Points',
  why: 'Why it is so',
  sources: 'Sources',
};

/** How a path of decks is written. */
export const deckHint = 'Write :: between a deck and one within it.';

export const fieldHints: Readonly<Record<string, string>> = {
  question: 'Markdown: **bold**, `code`, lists, tables, and formulas in dollars: $x^2$.',
  text: 'Hide a part with {{c1::the part}}, or with {{c1::the part::a hint}}.',
  also: 'One a line.',
  points: 'Three to six, one a line.',
  sources: 'One a line.',
};
