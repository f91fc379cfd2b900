import type { Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { hasFormulas } from './formula-marks.ts';

/** Marks in one paragraph, its lines and words, and lists and quotes in each other: more than anybody writes, and few enough to be read at once. */
const mostMarks = 2000;
const mostLines = 3000;
const mostWords = 10_000;
const mostNested = 100;
const plain: Options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
const withFormulas: Options = {
  extensions: [gfm(), math()],
  mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
};
const nested = new RegExp(`^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${mostNested}}`, 'm');

/**
 * Parses CommonMark with GitHub's additions (tables, task lists, strikethrough, autolinks, footnotes) into an mdast tree.
 * Never throws for any text; every node has a position whose lines count from 1 in the text given. A text with so many
 * marks, lines or words that the parser, which looks at each pair of them, would hardly end is taken as paragraphs without marks.
 */
export function parseMarkdown(text: string): Root {
  return parse(text, plain);
}

/** As `parseMarkdown`, with formulas in dollars (`inlineMath`, `math`) where `hasFormulas` finds them. */
export function parseCardMarkdown(text: string): Root {
  return parse(text, hasFormulas(text) ? withFormulas : plain);
}

function parse(text: string, options: Options): Root {
  if (nested.test(text) || hasEndlessMarks(text)) return toPlainTree(text);
  return fromMarkdown(text, options);
}

/** By paragraph and item: a long list of links is none of these. */
function hasEndlessMarks(text: string): boolean {
  if (text.length <= mostMarks) return false;
  let opening = 0;
  let closing = 0;
  let lines = 0;
  let words = 0;
  for (const line of text.split('\n')) {
    if (/^\s*$|^\s*(?:[-*+]|\d{1,9}[.)])\s|^\s*\|/.test(line))
      opening = closing = lines = words = 0;
    lines += 1;
    words += line.match(/\w+/g)?.length ?? 0;
    opening += line.match(/[[<*_]/g)?.length ?? 0;
    // Counted apart, or a link would count twice.
    closing += line.match(/]/g)?.length ?? 0;
    if (opening > mostMarks || closing > mostMarks) return true;
    if (lines > mostLines || words > mostWords) return true;
  }
  return false;
}

/** Each line that is not empty as a paragraph. */
function toPlainTree(text: string): Root {
  let offset = 0;
  const children = text.split('\n').flatMap((value, index): Root['children'] => {
    const start = { line: index + 1, column: 1, offset };
    const end = { line: index + 1, column: value.length + 1, offset: offset + value.length };
    offset = end.offset + 1;
    const position = { start, end };
    const line = { type: 'text' as const, value, position };
    return value.trim() === '' ? [] : [{ type: 'paragraph', children: [line], position }];
  });
  return { type: 'root', children };
}
