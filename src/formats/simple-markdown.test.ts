import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseCardMarkdown } from './markdown.ts';
import { parseSimpleMarkdown } from './simple-markdown.ts';

/** A tree without its positions. */
function bare(tree: Nodes): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value)),
  );
}

describe('parseSimpleMarkdown', () => {
  it('reads words and code without the full parser', () => {
    const tree = parseSimpleMarkdown('With `appendfsync everysec`, about one second.');
    expect(tree.position).toBeUndefined();
    expect(bare(tree)).toEqual(
      bare(parseCardMarkdown('With `appendfsync everysec`, about one second.')),
    );
  });

  it('reads a run of spaces however long it is', () => {
    const spaces = ' '.repeat(1_000_000);
    expect(bare(parseSimpleMarkdown(`a${spaces}`))).toEqual(bare(parseCardMarkdown('a')));
    expect(parseSimpleMarkdown(`a${spaces}b`).position).toBeDefined();
  });

  it('leaves everything else to the full parser', () => {
    for (const text of [
      '*a*',
      '$a$',
      'a\nb',
      '- a',
      '1. a',
      '``a` b``',
      'a ` b',
      'https://x.org',
      'a & b &amp; c',
      '` a `',
    ]) {
      expect(parseSimpleMarkdown(text).position).toBeDefined();
    }
  });

  it('gives the tree of the full parser for any text', () => {
    const piece = fc.constantFrom(
      ...[
        'word',
        ' ',
        '`',
        '``',
        '`code`',
        '*',
        '_',
        '[a](b)',
        '&',
        '&lt;',
        '<b>',
        '\\',
        '#',
        '# ',
        '- ',
        '1. ',
        '> ',
        '+ ',
      ],
      ...[
        '\n',
        '|',
        '~',
        '~~',
        '!',
        ':',
        'http://a.b',
        'www.a.b',
        'a@b.c',
        '  ',
        '\t',
        '=',
        '---',
        '. ',
        '{{',
        'é',
        '\u00a0',
        '🙂',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(bare(parseSimpleMarkdown(text))).toEqual(bare(parseCardMarkdown(text)));
      }),
      { numRuns: 1000 },
    );
  });
});
