import { describe, expect, it } from 'vitest';
import {
  clozeClose,
  clozeOpen,
  cutAtMarks,
  isMark,
  markClozes,
  splitMarked,
  toClozeIndex,
} from './cloze-marks.ts';

describe('markClozes', () => {
  it('marks hidden parts in order and reads numbers and hints', () => {
    const { text, clozes, problems } = markClozes('A {{c2::b::hint}} and {{c1::`c}`}}.');
    expect(problems).toEqual([]);
    expect(clozes).toEqual([{ n: 2, hint: 'hint' }, { n: 1 }]);
    expect(splitMarked(text)).toEqual({ visible: 'A   and  .', hidden: ['b', '`c}`'] });
  });

  it('lets a hidden part end in a brace and leaves other double braces alone', () => {
    const { text, clozes } = markClozes('{{c1::{a}}} {{ x }}');
    expect(clozes).toEqual([{ n: 1 }]);
    expect(splitMarked(text)).toEqual({ visible: '  {{ x }}', hidden: ['{a}'] });
  });

  it.each([
    ['{{c1:x}}', 1, '"{{c1:x}}" hides nothing. Write {{c1::hidden}} or {{c1::hidden::hint}}.'],
    ['a\n{{c0::x}}', 2, '"{{c0::x}}" hides nothing. Write {{c1::hidden}} or {{c1::hidden::hint}}.'],
    ['{{c1000::x}}', 1, '"{{c1000::x}}" has too large a number: cards are numbered from 1 to 999.'],
    ['{{c::x}}', 1, '"{{c::x}}" hides nothing. Write {{c1::hidden}} or {{c1::hidden::hint}}.'],
    ['{{c1:: ::h}}', 1, '"{{c1:: ::h}}" has nothing between its braces. Write {{c1::hidden}}.'],
    [
      '{{c1::a}}\n{{c2::b',
      2,
      'The hidden part that starts with "{{c2::" is never closed. End it with "}}".',
    ],
  ])('reports %j', (text, line, message) => {
    expect(markClozes(text).problems).toEqual([{ line, message }]);
  });

  it('says the line of each problem, however many there are', () => {
    const { problems } = markClozes('{{c0::x}}\n'.repeat(50_000));
    expect(problems).toHaveLength(50_000);
    expect(problems.at(-1)?.line).toBe(50_000);
  });

  it('hides as many parts as there are marks, and says once that there are more', () => {
    const { clozes, problems } = markClozes('{{c1::x}}\n'.repeat(70_000));
    expect(clozes).toHaveLength(6000);
    const message = 'More than 6000 parts are hidden. Make several notes of it.';
    expect(problems).toEqual([{ line: 6001, message }]);
  });

  it('cuts a marked text so that each mark is one piece', () => {
    const pieces = cutAtMarks(markClozes('a{{c1::b}}').text);
    expect(pieces.map((piece) => (isMark(piece) ? piece[0] : piece))).toEqual([
      'a',
      clozeOpen,
      'b',
      clozeClose,
    ]);
    expect(toClozeIndex(pieces[1]!.slice(1))).toBe(0);
  });
});
