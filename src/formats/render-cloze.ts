import type { Root } from 'mdast';
import type { Rendered } from '#src/domain/content.ts';
import type { Cloze } from './card-file/card-file.ts';
import { clozeClose, clozeOpen, cutAtMarks, toClozeIndex } from './card-file/cloze-marks.ts';
import { renderMarkdown } from './render-markdown.ts';

/**
 * Draws a marked cloze text: each hidden part becomes ['cloze', {n, hint?}, …], inside code too. Null
 * when a part starts inside some formatting and ends outside of it, which no tree can show.
 */
export function renderCloze(tree: Root, clozes: readonly Cloze[]): Rendered[] | null {
  return fold(renderMarkdown(tree), clozes);
}

function fold(nodes: readonly Rendered[], clozes: readonly Cloze[]): Rendered[] | null {
  const done: Rendered[] = [];
  let open: { readonly cloze: Cloze; readonly children: Rendered[] } | null = null;
  for (const piece of nodes.flatMap(cutNode)) {
    if (typeof piece === 'string' && piece.startsWith(clozeOpen)) {
      const cloze = clozes[toClozeIndex(piece.slice(1))];
      if (open !== null || cloze === undefined) return null;
      open = { cloze, children: [] };
    } else if (piece === clozeClose) {
      if (open === null) return null;
      const { n, hint } = open.cloze;
      const attributes = { n: String(n), ...(hint !== undefined && { hint }) };
      done.push(['cloze', attributes, ...open.children]);
      open = null;
    } else {
      const folded = foldNode(piece, clozes);
      if (folded === null) return null;
      (open?.children ?? done).push(folded);
    }
  }
  return open === null ? done : null;
}

function foldNode(node: Rendered, clozes: readonly Cloze[]): Rendered | null {
  if (typeof node === 'string') return node;
  const [tag, attributes, ...children] = node;
  const folded = fold(children, clozes);
  return folded && [tag, attributes, ...folded];
}

function cutNode(node: Rendered): readonly Rendered[] {
  return typeof node === 'string' ? cutAtMarks(node) : [node];
}
