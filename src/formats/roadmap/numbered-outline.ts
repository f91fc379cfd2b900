import { runsToText, type Block, type BlockOf, type ListItem, type Run } from './blocks.ts';
import { isShortLine } from './short-lines.ts';

const DOTTED = /^\s*(\d{1,3}(?:\.\d{1,3}){1,5})[.)]?\s+(?=\S)/u;
/** Fewer are sentences that happen to begin with a version or a section's number. */
const FEWEST = 2;

/**
 * A paragraph whose lines are numbered "1.1", "1.2.1" as the list of lists that they draw, below the lines without a number
 * that head it; undefined for one that is none. The numbers stay in the text, where they are read like others.
 */
export function readNumberedOutline(
  lines: readonly { runs: Run[]; offset: number }[],
  line: number,
): Block[] | undefined {
  const first = lines.findIndex((entry) => depthOf(runsToText(entry.runs)) !== undefined);
  const heads = lines.slice(0, Math.max(first, 0));
  if (first < 0 || !heads.every((entry) => isShortLine(runsToText(entry.runs)))) return undefined;
  const list = drawList(lines.slice(first), line);
  if (list === undefined) return undefined;
  const paragraphs = heads.map(({ runs, offset }): Block => ({
    kind: 'paragraph',
    line: line + offset,
    runs,
  }));
  return [...paragraphs, list];
}

function drawList(
  lines: readonly { runs: Run[]; offset: number }[],
  line: number,
): Block | undefined {
  const depths = lines.map((entry) => depthOf(runsToText(entry.runs)));
  const [first] = lines;
  if (!first || lines.length < FEWEST || depths.some((depth) => depth === undefined))
    return undefined;
  const firstLine = line + first.offset;
  const list: BlockOf<'list'> = { kind: 'list', line: firstLine, ordered: true, items: [] };
  const path: { readonly depth: number; readonly items: ListItem[] }[] = [
    { depth: Math.min(...(depths as number[])), items: list.items },
  ];
  for (const [index, entry] of lines.entries()) {
    const depth = depths[index] as number;
    const at = line + entry.offset;
    while (path.length > 1 && (path.at(-1)?.depth ?? 0) > depth) path.pop();
    const place = path.at(-1);
    const parent = place?.items.at(-1);
    const item: ListItem = {
      line: at,
      blocks: [{ kind: 'paragraph', line: at, runs: entry.runs }],
    };
    if (place && parent && place.depth < depth) {
      const items = [item];
      parent.blocks.push({ kind: 'list', line: at, ordered: true, items });
      path.push({ depth, items });
    } else place?.items.push(item);
  }
  return list;
}

/** How many parts its number has; undefined for a line without one. */
function depthOf(text: string): number | undefined {
  return DOTTED.exec(text)?.[1]?.split('.').length;
}
