import type { PhrasingContent, Root } from 'mdast';
import { parseCardMarkdown } from './markdown.ts';

/*
 * Nine in ten fields of a card are one line of words and `code`, and reading them all with the full parser takes
 * seconds for a whole bank. Whatever could mean something else in Markdown is left to the full parser.
 */
const special = /[*_[\]<>\\~|\n\r\t#$]|&[#\w]|https?:|www\.|@|mailto:|xmpp:| {2}/i;
const blockStart = /^(?:[-+=>]|\d+[.)]|\s)/;

/** As `parseCardMarkdown`, to the same tree, but fast for a line of plain words and code; such a tree has no positions. */
export function parseSimpleMarkdown(text: string): Root {
  // Markdown's own white space; a no-break space is a character to it.
  const line = text.replace(/^\n+|[ \t\n]+$/g, '');
  if (line === '') return { type: 'root', children: [] };
  if (blockStart.test(line) || line.includes('``')) return parseCardMarkdown(text);
  const parts = line.split('`');
  const isSimple = parts.every((part, index) =>
    index % 2 === 0 ? !special.test(part) : part.trim() === part && /^[^\n\r]+$/.test(part),
  );
  // An odd number of backticks leaves one that means itself, or opens what another closes.
  if (parts.length % 2 === 0 || !isSimple) return parseCardMarkdown(text);
  const children = parts.flatMap((value, index): PhrasingContent[] => {
    if (value === '') return [];
    return [index % 2 === 0 ? { type: 'text', value } : { type: 'inlineCode', value }];
  });
  return { type: 'root', children: [{ type: 'paragraph', children }] };
}
