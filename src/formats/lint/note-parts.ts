import type { Nodes } from 'mdast';
import type { Content, SourceNote } from '../card-file/card-file.ts';

/** What a note asks: its question, or a cloze's text. */
export function askedBy(note: SourceNote): Content {
  return note.kind === 'cloze' ? note.text : note.question;
}

/** Question and answer of each card that has both in words. */
export function listPairs(note: SourceNote): readonly { question: Content; answer: Content }[] {
  switch (note.kind) {
    case 'basic':
      return [note];
    case 'reversed':
      return note.reverse === undefined ? [note] : [note, note.reverse];
    case 'choice':
      return [{ question: note.question, answer: note.options[0].content }];
    case 'typed':
    case 'rubric':
    case 'cloze':
      return [];
  }
}

/** Every text of a note that is read as Markdown. */
export function listContents(note: SourceNote): readonly Content[] {
  const own = note.kind === 'cloze' ? [note.text] : [note.question];
  const pairs = listPairs(note).flatMap(({ question, answer }) => [question, answer]);
  const options =
    note.kind === 'choice'
      ? note.options.flatMap(({ content, because }) => [content, ...(because ? [because] : [])])
      : [];
  const points = note.kind === 'rubric' ? note.points : [];
  const all = [...own, ...pairs, ...options, ...points, ...(note.why ? [note.why] : [])];
  return [...new Set(all)];
}

/** The words a reader sees, without Markdown's marks; blocks of code only where asked for. */
export function toPlainText(content: Content, code: 'with code' | 'without code'): string {
  const pieces: string[] = [];
  for (const node of walk(content.tree)) {
    if (node.type === 'text' || node.type === 'inlineCode') pieces.push(node.value);
    else if (node.type === 'code' && code === 'with code') pieces.push('\n', node.value);
    else if (isBlock(node)) pieces.push('\n');
    else if (node.type === 'break') pieces.push(' ');
  }
  return pieces.join('').trim();
}

/** Whether a text shows code: a block or a span. */
export function hasCode(content: Content, kind: 'code' | 'inlineCode'): boolean {
  return walk(content.tree).some((node) => node.type === kind);
}

/** A tree's nodes, parents before children, in the order of the text. */
export function walk(node: Nodes): Nodes[] {
  const nodes: Nodes[] = [];
  addNodes(node, nodes);
  return nodes;
}

function addNodes(node: Nodes, nodes: Nodes[]): void {
  nodes.push(node);
  if ('children' in node) for (const child of node.children) addNodes(child, nodes);
}

/** Line of the file on which a node stands; the content's where the tree keeps no positions. */
export function lineOf(node: Nodes, content: Content): number {
  return content.line + (node.position?.start.line ?? 1) - 1;
}

function isBlock(node: Nodes): boolean {
  return ['paragraph', 'listItem', 'heading', 'tableCell', 'blockquote'].includes(node.type);
}
