import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rendered } from '#src/domain/content.ts';
import { parseMarkdown } from '../markdown.ts';
import { renderMarkdown } from '../render-markdown.ts';
import { anyText } from '../notes/testing/any-source.ts';
import { escapeMarkdown } from './escape-markdown.ts';

const textOf = (nodes: readonly Rendered[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const [tag, , ...children] = node;
      return tag === 'br' ? '\n' : textOf(children);
    })
    .join('');

describe('escapeMarkdown', () => {
  it('keeps lines, and what would be a list, a heading or code', () => {
    expect(escapeMarkdown('1. a\n- b\n\n    c_d_ `e` <b>')).toBe(
      '1\\. a\\\n\\- b\n\n\u00A0\u00A0\u00A0\u00A0c\\_d\\_ \\`e\\` \\<b\\>',
    );
  });

  it('shows the same words, whatever they are', () => {
    const squeeze = (text: string) => text.replace(/\s+/g, '');
    fc.assert(
      fc.property(anyText, (text) => {
        const rendered = renderMarkdown(parseMarkdown(escapeMarkdown(text)));
        expect(squeeze(textOf(rendered))).toBe(squeeze(text));
        expect(JSON.stringify(rendered)).not.toMatch(
          /\["(?:code|strong|em|ul|ol|h3|h4|table|pre)"/,
        );
      }),
      { numRuns: 500 },
    );
  });
});
