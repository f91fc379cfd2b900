import fc from 'fast-check';
import type { NoteKind } from '#src/domain/content.ts';
import type { MarkdownSource } from '../source-fields.ts';

/** Pieces that mean something to a card file, to Markdown, to tables or to HTML, and plain words. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'word',
      'é 漢',
      ' ',
      '\n',
      '\n\n',
      'Q: ',
      'A:',
      'Why: ',
      'Tags: ',
      '# ',
      '## ',
      '\\',
      '\\## x',
    ],
    ...[
      '## basic x',
      '- [ ] ',
      '```',
      '~~~',
      '```js\n',
      '"',
      '""',
      ',',
      ';',
      '\t',
      '<b>',
      '&lt;',
      '&',
    ],
    ...[
      '=1+1',
      '+',
      '-',
      '@',
      "'",
      '::',
      '{{',
      '}}',
      '<br>',
      '#',
      '\u2028',
      '·',
      '%20',
      '__proto__',
    ],
  ),
  fc.string({ maxLength: 6 }),
);

const sign = /[\uE000-\uE0FF\0\r]/g;

/** A text of a note: something is there, without white space around it, and no marks of our own in it. */
export const anyText = fc
  .array(piece, { maxLength: 12 })
  .map((pieces) => pieces.join('').replace(sign, '').trim() || 'text');

const anyLine = anyText.map((text) => text.replace(/\s+/g, ' '));
/** A line of a rubric's points is what stands behind the box. */
const anyLines = (minimum: number, maximum: number) =>
  fc.array(anyLine, { minLength: minimum, maxLength: maximum }).map((lines) => lines.join('\n'));

const anyTags = fc.uniqueArray(
  fc.stringMatching(/^[\p{L}\p{N}_:/#-]{1,8}$/u).filter((tag) => tag.trim() !== ''),
  { maxLength: 3 },
);

const optional = { why: fc.option(anyText), sources: fc.option(anyLines(1, 3)) };

const fieldsByKind: Readonly<Record<NoteKind, Record<string, fc.Arbitrary<string | null>>>> = {
  basic: { question: anyText, answer: anyText, ...optional },
  reversed: {
    question: anyText,
    answer: anyText,
    'reverse-question': fc.constant('other way'),
    'reverse-answer': anyText,
    ...optional,
  },
  cloze: {
    text: anyText.map((text) => `{{c1::hidden::hint}} ${text.replace(/[{}]+/g, '')}`.trim()),
    ...optional,
  },
  choice: {
    question: anyText,
    answer: anyText,
    because: anyText,
    'wrong-1': anyText,
    'because-1': fc.option(anyText),
    'wrong-2': anyText,
    'because-2': anyText,
    ...optional,
  },
  typed: {
    question: anyText,
    answer: anyLine,
    also: fc.option(anyLines(1, 3)),
    match: fc.constantFrom('exact', 'term'),
    ...optional,
  },
  rubric: { question: anyText, points: anyLines(3, 6), ...optional },
};

/** Notes of a kind that can be written and read back, with texts that try to look like structure. */
export function anyMarkdownSource(kind: NoteKind): fc.Arbitrary<MarkdownSource> {
  return fc
    .record({ fields: fc.record(fieldsByKind[kind]), tags: anyTags })
    .map(({ fields, tags }): MarkdownSource => ({
      kind,
      fields: Object.fromEntries(
        Object.entries(fields).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
      ),
      tags,
    }));
}
