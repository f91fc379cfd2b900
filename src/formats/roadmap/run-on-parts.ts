import {
  runsToText,
  splitLines,
  type Block,
  type BlockOf,
  type ListItem,
  type Run,
} from './blocks.ts';
import { stripDecoration } from './names.ts';
import { isNumberedPart } from './ordinals.ts';
import { readPeriod, splitPeriod, withoutRemark } from './period.ts';
import { isShortLine } from './short-lines.ts';
import { countWords } from './split-parts.ts';

/** Fewer parts may be a sentence's. */
const FEWEST_PARTS = 3;
/** Fewer lines in a row that begin with a time may tell rather than list. */
const FEWEST_TIMED = 2;
const LONGEST_PART = 12;

type Line = ReturnType<typeof splitLines>[number];
type LineKind = 'part' | 'time' | 'timed' | 'text';

/**
 * The blocks of a plan that was pasted line below line ("Stage 2: Nets", "Week 1:", "Day 1: TCP"), which to Markdown are one
 * paragraph: parts and times stand alone, and what is planned for times in a row is a list.
 */
export function splitRunOnParts(blocks: readonly Block[]): readonly Block[] {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? splitLines(block.runs) : [],
  );
  if (lines.filter((line) => kindOf(line) === 'part').length < FEWEST_PARTS) return blocks;
  const split = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? splitParagraph(block) : [block],
  );
  return split.map((block, index) => (isPlanFor(split[index - 1], block) ? toList(block) : block));
}

/** "Repeat all of it (if need be)" below "Week 3:". */
function isPlanFor(before: Block | undefined, block: Block): block is BlockOf<'paragraph'> {
  if (before?.kind !== 'paragraph' || block.kind !== 'paragraph') return false;
  const [line, ...others] = splitLines(block.runs);
  const [time] = splitLines(before.runs);
  if (line === undefined || time === undefined || others.length > 0) return false;
  const text = withoutRemark(runsToText(line.runs));
  return kindOf(time) === 'time' && kindOf(line) === 'text' && isShortLine(text);
}

function splitParagraph(block: BlockOf<'paragraph'>): Block[] {
  const rows: { kind: LineKind; lines: Line[] }[] = [];
  for (const line of splitLines(block.runs)) {
    const kind = kindOf(line);
    const last = rows.at(-1);
    if (last?.kind === kind && (kind === 'timed' || kind === 'text')) last.lines.push(line);
    else rows.push({ kind, lines: [line] });
  }
  const areSplit = rows.some(({ kind, lines }) => kind !== 'timed' || lines.length >= FEWEST_TIMED);
  if (rows.length === 1 || !areSplit) return [block];
  return rows.map(({ kind, lines }) => {
    const line = block.line + (lines[0]?.offset ?? 0);
    if (kind !== 'timed' || lines.length < FEWEST_TIMED)
      return { kind: 'paragraph', line, runs: joinLines(lines) };
    return toList(block, lines);
  });
}

/** A paragraph as a list of its lines. */
function toList({ line, runs }: BlockOf<'paragraph'>, lines = splitLines(runs)): Block {
  const items = lines.map((each): ListItem => {
    const at = line + each.offset;
    return { line: at, blocks: [{ kind: 'paragraph', line: at, runs: each.runs }] };
  });
  return { kind: 'list', line: items[0]?.line ?? line, ordered: false, items };
}

function joinLines(lines: readonly Line[]): Run[] {
  return lines.flatMap(({ runs }, index) => (index > 0 ? [{ text: '\n' }, ...runs] : runs));
}

function kindOf({ runs }: Line): LineKind {
  const text = stripDecoration(runsToText(runs)).trim();
  const isName = countWords(text) <= LONGEST_PART && !/[.!?。！？:：;,]$/u.test(text);
  if (isName && isNumberedPart(text)) return 'part';
  const before = /^([^:：]{1,40})[:：]$/u.exec(text)?.[1];
  if (before !== undefined && readPeriod(before) !== undefined) return 'time';
  const { period, title } = splitPeriod(text);
  const isTimed = period !== undefined && title !== '' && text.startsWith(period);
  return isTimed && /^\s*[:：]/u.test(text.slice(period.length)) ? 'timed' : 'text';
}
