import { captured } from './captured.ts';
import { runsToText, splitLines, type Block, type Run } from './blocks.ts';
import { stripDecoration } from './names.ts';
import { isNumberedPart } from './ordinals.ts';
import { readPeriod, splitPeriod } from './period.ts';

const COUNTED = /^(\p{L}{2,20})\s*[#№]?\s*((?:\d+\.)*)(\d{1,3})\s*(?:[:：)–—]|-\s)\s*\S/u;
/** Numbers in a row, the first one 0 or 1. */
const FEWEST = 3;

/** The words by which a text counts its parts, in any language: they stand before 1, 2, 3 … at the starts of its lines ("Aula 1.1:", "Lektion 2 –"). In lower case. */
export function findPartWords(blocks: readonly Block[]): ReadonlySet<string> {
  const numbers = new Map<string, Set<number>>();
  const pending: Block[] = [...blocks];
  for (let block = pending.pop(); block; block = pending.pop()) {
    if (block.kind === 'list') for (const item of block.items) pending.push(...item.blocks);
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    for (const { runs } of splitLines(block.runs)) {
      const match = COUNTED.exec(stripDecoration(runsToText(runs)));
      if (!match) continue;
      const place = `${captured(match, 1).toLowerCase()} ${captured(match, 2)}`;
      const found = numbers.get(place) ?? new Set();
      numbers.set(place, found.add(Number(captured(match, 3))));
    }
  }
  const words = new Set<string>();
  for (const [place, found] of numbers) {
    const first = found.has(0) ? 0 : 1;
    const isCount = Array.from({ length: FEWEST }, (_, i) => first + i).every((n) => found.has(n));
    const word = captured(/^\S+/.exec(place), 0);
    if (isCount && readPeriod(`${word} 1`) === undefined) words.add(word);
  }
  return words;
}

/** Whether a heading names a stage, a week or a day of the roadmap. */
export function isPartHeading(runs: readonly Run[]): boolean {
  const text = stripDecoration(runsToText(runs));
  return isNumberedPart(text) || splitPeriod(text).period !== undefined;
}
