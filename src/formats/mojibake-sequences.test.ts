import { describe, expect, it } from 'vitest';
import { codePages } from './code-pages.ts';
import { findSequences } from './mojibake-sequences.ts';

describe('findSequences', () => {
  it.each([
    'Привет, мир: изучение языка и её правила — «основы»',
    'Вивчення української: її історія, ґанок, їжак, Єва',
    'Zażółć gęślą jaźń — książka, ćwiczenia, źródło, Łódź',
    'Lộ trình học tiếng Việt, Đường dài',
    'Ελληνικά: μάθηση, ώρα, ήλιος — «καλημέρα»',
    '学习路线图：编程语言',
    'مرحبا بالعالم، تعلم اللغات',
    'const s = "café"; // → ü … ✓ 🚀',
    '│Имя│Вес│\n├──┼──┤\n└─школа',
  ])('finds nothing in any page to weigh in a long sound text: %s', (line) => {
    const text = `${line}\n`.repeat(1000);
    for (const page of codePages) expect(findSequences(text, page)).toEqual([]);
  });

  it('finds what is weak and what remains of a sequence beside what is strong', () => {
    const [western] = codePages;
    if (western === undefined) throw new Error('no page');
    const found = findSequences('Ð¼Ð¸Ñ Ã© Ð', western);
    expect(found.map(({ start, end, strength }) => [start, end, strength])).toEqual([
      [0, 2, 'strong'],
      [2, 4, 'strong'],
      [4, 5, 'remains'],
      [6, 8, 'strong'],
      [9, 10, 'remains'],
    ]);
  });
});
