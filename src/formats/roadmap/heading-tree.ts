import { runsToText, type Block, type Run } from './blocks.ts';
import { normalizeName, wholeName } from './names.ts';

/** A heading (or the summary of a `<details>`) with what stands under it. The root is no heading: its depth is 0. */
export interface HeadingNode {
  readonly depth: number;
  readonly line: number;
  readonly runs: readonly Run[];
  readonly blocks: Block[];
  readonly children: HeadingNode[];
}

/** Deeper headings are taken for siblings; only `<details>` can nest that deep. */
const DEEPEST_HEADING = 30;
const GENERIC_SUMMARY = wholeName('(?:click|tap)(?: here)?(?: to .*)?', '(?:show|see|view|read|expand|open|more|details)(?: .*)?', 'expand', 'answers?', 'solution', 'toggle.*', 'ver más', 'ver mais', 'mehr', 'подробнее', '详情', '点击.*', '詳細'); // prettier-ignore

/** Puts each block under the heading it belongs to. */
export function buildHeadingTree(blocks: readonly Block[]): HeadingNode {
  const root: HeadingNode = { depth: 0, line: 1, runs: [], blocks: [], children: [] };
  const path: HeadingNode[] = [root];
  // A heading inside `<details>` cannot end what lies outside of it.
  const fences: { readonly outside: number; inside: number }[] = [];
  const top = (): HeadingNode => path.at(-1) ?? root;
  for (const block of blocks) {
    const fence = fences.at(-1);
    if (block.kind === 'heading') {
      // A heading that is only a picture or a sign names nothing.
      if (!/[\p{L}\p{N}]/u.test(runsToText(block.runs))) continue;
      while (path.length > (fence?.inside ?? 1) && top().depth >= block.depth) path.pop();
      addNode(path, block.depth, block.line, block.runs);
    } else if (block.kind === 'open') {
      fences.push({ outside: path.length, inside: path.length });
    } else if (block.kind === 'close') {
      const closed = fences.pop();
      if (closed) path.length = Math.min(path.length, closed.outside);
    } else if (block.kind === 'summary') {
      if (!fence || GENERIC_SUMMARY.test(normalizeName(runsToText(block.runs)))) continue;
      path.length = Math.min(path.length, fence.outside);
      addNode(path, top().depth + 1, block.line, block.runs);
      fence.inside = path.length;
    } else {
      top().blocks.push(block);
    }
  }
  return root;
}

function addNode(path: HeadingNode[], depth: number, line: number, runs: readonly Run[]): void {
  const node: HeadingNode = { depth, line, runs, blocks: [], children: [] };
  if (path.length > DEEPEST_HEADING) path.length = DEEPEST_HEADING;
  path.at(-1)?.children.push(node);
  path.push(node);
}

/** Every block under a node, those of its children included. */
export function listBlocks(node: HeadingNode): Block[] {
  return [...node.blocks, ...node.children.flatMap(listBlocks)];
}
