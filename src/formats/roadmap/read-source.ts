import { captured } from './captured.ts';
import type { Block } from './blocks.ts';
import { spellComponents } from './component-titles.ts';
import { spellHeadings } from './loose-headings.ts';
import { readMarkdownBlocks } from './markdown-blocks.ts';
import type { OutlineWarning } from './outline.ts';

interface Piece {
  readonly firstLine: number;
  readonly lines: string[];
}

/** Longer lines, deeper markers and indents are no roadmap; they would only cost time. */
const LONGEST_LINE = 8000;
const MOST_MARKERS = 40;
const DEEPEST_INDENT = 160;

/** Lines after which a piece ends before the next bullet that is not indented. */
const LONGEST_PIECE = 100;
/** Lines after which it also ends before any other text that is not indented, below an empty line. */
const LONGEST_PROSE = 400;

const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})(.*)$/;
const HEADING = /^#{1,6}[ \t]+\S/;
const DEFINITION = /^ {0,3}\[[^\]\n]+\]:\s*\S/;
const HTML_VERBATIM = /<(?:pre|script|style|!--)/i;

/**
 * Reads Markdown into blocks, piece by piece from heading to heading (the parser's time grows faster than its text). Code that is
 * never closed ends before the next heading, where a person sees it end.
 */
export function readSource(text: string, firstLine: number, warnings: OutlineWarning[]): Block[] {
  const written = text.split(/\r\n|\n|\r/);
  const lines = spellHeadings(spellComponents(written)).map((line, index) =>
    tameLine(line, firstLine + index, warnings),
  );
  const pieces = splitPieces(lines, firstLine, warnings);
  return joinLists(
    pieces.map((piece) => readMarkdownBlocks(piece.lines.join('\n'), piece.firstLine)),
  );
}

/** A long list was cut between its items: what meets at the cut is one list. */
function joinLists(pieces: readonly Block[][]): Block[] {
  const joined: Block[] = [];
  for (const blocks of pieces) {
    const [first, ...rest] = blocks;
    const last = joined.at(-1);
    if (first?.kind === 'list' && last?.kind === 'list' && first.ordered === last.ordered) {
      for (const item of first.items) last.items.push(item);
      for (const block of rest) joined.push(block);
    } else for (const block of blocks) joined.push(block);
  }
  return joined;
}

function splitPieces(
  lines: readonly string[],
  firstLine: number,
  warnings: OutlineWarning[],
): Piece[] {
  const unclosed = closeFences(lines, firstLine, warnings);
  // Link definitions and comments may reach over headings.
  const isWhole =
    lines.some((line) => DEFINITION.test(line)) || HTML_VERBATIM.test(lines.join('\n'));
  const pieces: Piece[] = [];
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const isHeading = fence === undefined && HEADING.test(line) && !isWhole;
    const length = pieces.at(-1)?.lines.length ?? 0;
    const isCuttable =
      (length >= LONGEST_PIECE && /^[-*+] /.test(line)) ||
      (length >= LONGEST_PROSE && /^\s*$/.test(lines[index - 1] ?? '') && /^[^\s\d>|<]/.test(line));
    const isCut = isCuttable && fence === undefined && !isWhole;
    const isStart = fence === undefined && !isWhole && startsBlock(lines, index);
    if (index === 0 || isHeading || isCut || isStart || unclosed.has(index)) {
      pieces.push({ firstLine: firstLine + index, lines: [] });
      if (unclosed.has(index)) fence = undefined;
    }
    fence = fenceAfter(line, fence);
    pieces.at(-1)?.lines.push(line);
  }
  return pieces;
}

/** A table right below a list, or a list numbered from another number than 1 right below its title, starts there to everyone but Markdown. */
function startsBlock(lines: readonly string[], index: number): boolean {
  const [title = '', before = '', line = '', after = ''] = [-2, -1, 0, 1].map(
    (offset) => lines[index + offset],
  );
  if (/^ {0,3}\|/.test(line) && DELIMITER_ROW.test(after)) return !/^\s*(?:[|>]|$)/.test(before);
  return (
    /^\d{1,3}[.)]\s/.test(line) &&
    /^[\p{L}\p{Extended_Pictographic}*_]/u.test(before) &&
    /^\s*$/.test(title)
  );
}

const DELIMITER_ROW = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Finds the lines before which code that is never closed ends. */
function closeFences(
  lines: readonly string[],
  firstLine: number,
  warnings: OutlineWarning[],
): Set<number> {
  const ends = new Set<number>();
  const closers = countClosers(lines);
  let fence: string | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const before = fence;
    fence = fenceAfter(lines[index] ?? '', fence);
    if (before !== undefined || fence === undefined) continue;
    const sign = fence.charAt(0);
    if ((closers[index + 1]?.get(sign) ?? 0) >= fence.length) continue;
    warnings.push({ line: firstLine + index, message: 'This code block is never closed.' });
    const isDiagram = /mermaid/i.test(lines[index] ?? '');
    // "# text" is a comment in most code; two signs or more are a heading.
    const heading = isDiagram ? HEADING : /^#{2,6}[ \t]+\S/;
    index += 1;
    while (index < lines.length && !heading.test(lines[index] ?? '')) index += 1;
    if (index < lines.length) ends.add(index);
    fence = undefined;
    // The heading is read next.
    index -= 1;
  }
  return ends;
}

/** Of each line, how long a fence the lines from there on can close, by its sign: to look for each fence's end would take the square of the lines. */
function countClosers(lines: readonly string[]): ReadonlyMap<string, number>[] {
  const longest: ReadonlyMap<string, number>[] = [];
  let below: ReadonlyMap<string, number> = new Map();
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const [, marks = '', info = ''] = FENCE.exec(lines[index] ?? '') ?? [];
    const sign = marks.charAt(0);
    if (marks !== '' && info.trim() === '' && marks.length > (below.get(sign) ?? 0))
      below = new Map([...below, [sign, marks.length]]);
    longest[index] = below;
  }
  return longest;
}

function fenceAfter(line: string, fence: string | undefined): string | undefined {
  const match = FENCE.exec(line);
  if (!match) return fence;
  const [, marks = '', info = ''] = match;
  if (fence === undefined) return marks.startsWith('`') && info.includes('`') ? undefined : marks;
  const closes =
    fence.startsWith(marks.charAt(0)) && marks.length >= fence.length && info.trim() === '';
  return closes ? undefined : fence;
}

function tameLine(line: string, number: number, warnings: OutlineWarning[]): string {
  let tamed = line;
  if (line.length > LONGEST_LINE) {
    warnings.push({
      line: number,
      message: `This line is longer than ${LONGEST_LINE} signs; the rest was left out.`,
    });
    tamed = line.slice(0, LONGEST_LINE);
  }
  // Spaces between words mean one, and the patterns that split a line look at each run of them again and again.
  tamed = tamed.replace(/(?<=\S)[^\S\n]{100,}/g, ' ');
  const markers = captured(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(tamed), 0);
  if (markers.replace(/[^>*+.)-]/g, '').length > MOST_MARKERS) {
    warnings.push({ line: number, message: 'This line nests too deep; only its text was read.' });
    return tamed.slice(markers.length).trimStart();
  }
  const indent = captured(/^[ \t]*/.exec(tamed), 0);
  return indent.length > DEEPEST_INDENT
    ? indent.slice(0, DEEPEST_INDENT) + tamed.trimStart()
    : tamed;
}
