import { runsToText, splitLines, type Block, type Run } from './blocks.ts';
import { stripDecoration } from './names.ts';
import { isNumberedPart, splitNumber } from './ordinals.ts';
import { splitPeriod } from './period.ts';
import { countWords } from './split-parts.ts';

/** In a text without any heading, lines that are numbered like headings ("1. Basics", "2.1 Git", "Week 3: SQL") are its headings. */
export function headingsFromNumbers(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some((block) => block.kind === 'heading' || block.kind === 'summary')) return blocks;
  const depths = blocks.map((block, index) => depthOf(block, blocks[index + 1]));
  if (depths.filter((depth) => depth !== undefined).length < 2) return blocks;
  return blocks.flatMap((block, index): Block[] => {
    const depth = depths[index];
    if (depth === undefined || block.kind !== 'paragraph') return [block];
    const [first, ...others] = splitLines(block.runs);
    const heading: Block = { kind: 'heading', line: block.line, depth, runs: first?.runs ?? [] };
    if (others.length === 0) return [heading];
    const runs = others.flatMap((line, i): Run[] =>
      i > 0 ? [{ text: '\n' }, ...line.runs] : line.runs,
    );
    return [heading, { kind: 'paragraph', line: block.line + (others[0]?.offset ?? 1), runs }];
  });
}

/** How deep a numbered first line of a paragraph lies; undefined for lines that are no headings. */
function depthOf(block: Block, next: Block | undefined): number | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const [first, ...others] = splitLines(block.runs);
  const text = stripDecoration(runsToText(first?.runs ?? []));
  if (countWords(text) > 12 || /[.!?:：;,]$/u.test(text) || first?.runs.every((run) => run.bold))
    return undefined;
  const { number, title } = splitNumber(text);
  const isNumbered = number !== undefined && title !== text;
  const isTimed = splitPeriod(text).period !== undefined && next?.kind === 'list';
  if (!isNumbered && !isTimed) return undefined;
  const depth = 2 + (number?.match(/\./g)?.length ?? 0);
  if (isNumberedPart(text)) return depth;
  const areBullets = others.every(({ runs }) => /^\s*[•·▪◦‣➤►▸→✓✔–—]/u.test(runsToText(runs)));
  return areBullets ? depth : undefined;
}
