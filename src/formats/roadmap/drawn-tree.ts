import { captured } from './captured.ts';
import type { Block, ListItem } from './blocks.ts';

const BRANCH = /^([\s│┃|]*)(?:[├└┣┗╠╚+`|]\s?[─━═-]+)\s*(\S.*)$/u;
const DEEPEST_BRANCH = 60;

/** Blocks in which code that draws a tree ("├── Git") or holds a Markdown list is the list it shows. */
export function drawnTrees(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.kind !== 'code') return block;
    const items = readTree(block.lines, block.line);
    return items.length === 0 ? block : { kind: 'list', line: block.line, ordered: false, items };
  });
}

function readTree(lines: readonly string[], firstLine: number): ListItem[] {
  const roots: ListItem[] = [];
  const path: { indent: number; items: ListItem[] }[] = [{ indent: -1, items: roots }];
  const isDrawn = lines.some((line) => BRANCH.test(line));
  for (const [index, line] of lines.entries()) {
    const branch = isDrawn ? readBranch(line) : readBullet(line);
    if (branch === undefined) continue;
    while (path.length > 1 && (path.at(-1)?.indent ?? 0) >= branch.indent) path.pop();
    const below: ListItem[] = [];
    const number = firstLine + index;
    const item: ListItem = {
      line: number,
      blocks: [
        { kind: 'paragraph', line: number, runs: [{ text: branch.text }] },
        { kind: 'list', line: number, ordered: false, items: below },
      ],
    };
    path.at(-1)?.items.push(item);
    if (path.length < DEEPEST_BRANCH) path.push({ indent: branch.indent, items: below });
  }
  return roots.map(withoutEmptyLists);
}

function readBranch(line: string): { indent: number; text: string } | undefined {
  const drawn = BRANCH.exec(line);
  if (drawn) return { indent: captured(drawn, 1).length + 1, text: captured(drawn, 2) };
  return /^[\p{L}\p{N}]/u.test(line) ? { indent: 0, text: line.trim() } : undefined;
}

function readBullet(line: string): { indent: number; text: string } | undefined {
  const bullet = /^(\s*)(?:[-*+•]|\d{1,3}[.)])\s+(\S.*)$/.exec(line);
  return bullet ? { indent: captured(bullet, 1).length, text: captured(bullet, 2) } : undefined;
}

function withoutEmptyLists(item: ListItem): ListItem {
  const blocks = item.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'list') return [block];
    return block.items.length > 0 ? [{ ...block, items: block.items.map(withoutEmptyLists) }] : [];
  });
  return { ...item, blocks };
}
