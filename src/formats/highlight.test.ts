import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLanguages, highlightCode } from './highlight.ts';

describe('highlightCode', () => {
  it('colours keywords, strings, numbers and comments', () => {
    expect(highlightCode("SELECT 'a' -- b", 'sql')).toEqual([
      { text: 'SELECT', class: 'hl-keyword' },
      { text: ' ', class: null },
      { text: "'a'", class: 'hl-string' },
      { text: ' ', class: null },
      { text: '-- b', class: 'hl-comment' },
    ]);
  });

  it('gives a part without a colour of its own the colour around it', () => {
    const tokens = highlightCode('const a = `x${b}y`;', 'js');
    expect(
      tokens
        .filter((token) => token.class === 'hl-string')
        .map(({ text }) => text)
        .join(''),
    ).toBe('`x${b}y`');
  });

  it('leaves plain and unknown languages without colours', () => {
    for (const language of ['text', 'hcl', 'brainfuck']) {
      expect(highlightCode('if (a) "b"', language)).toEqual([{ text: 'if (a) "b"', class: null }]);
    }
  });

  it('leaves code plain that would never be coloured to its end', () => {
    for (const code of ['a'.repeat(200_000), 'const a = 1;\n'.repeat(1000)]) {
      for (const language of codeLanguages) {
        expect(highlightCode(code, language)).toEqual([{ text: code, class: null }]);
      }
    }
    expect(highlightCode('const a = 1;\n'.repeat(500), 'js').length).toBeGreaterThan(500);
  });

  it('keeps every character of the code in every language', () => {
    const code = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        '&lt;',
        '{',
        '}',
        '#',
        '//',
        'if',
        'x',
        '\n',
        ' ',
        '<span class="hljs-x">',
        '</span>',
        '`',
        '$',
      ),
    );
    fc.assert(
      fc.property(code, fc.constantFrom(...codeLanguages), (pieces, language) => {
        const text = pieces.join('');
        expect(
          highlightCode(text, language)
            .map((token) => token.text)
            .join(''),
        ).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
