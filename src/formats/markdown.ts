import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/**
 * Parses CommonMark with GitHub's additions (tables, task lists, strikethrough, autolinks, footnotes) into an mdast tree.
 * Never throws for any text; every node has a position whose lines count from 1 in the text given.
 */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}
