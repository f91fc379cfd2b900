import { append } from './append.ts';
import { runsToText, splitLines, type Block, type Run } from './blocks.ts';
import { isLevelName } from './field-names.ts';
import { readHeadingRole } from './heading-names.ts';
import { readLabelLine } from './labels.ts';
import { signsIn } from './name-tags.ts';
import { leadingDecoration, stripDecoration } from './names.ts';
import { readPriority } from './priority-words.ts';
import type { SignMeaning } from './reading.ts';
import { readStatus, readStatusIcon } from './status-words.ts';

export interface Legend {
  readonly meanings: ReadonlyMap<string, SignMeaning>;
  /** Blocks that do nothing but explain signs. */
  readonly blocks: ReadonlySet<Block>;
}

const COLOUR =
  /^(red|green|blue|teal|cyan|violet|magenta|black|yellow|orange|purple|grey|gray|white|brown|pink|rojo|verde|azul|negro|amarillo|vermelho|amarelo|rot|grün|blau|gelb|schwarz|красный|зел[её]ный|синий|ж[её]лтый|ч[её]рный|kırmızı|yeşil|mavi|sarı|siyah)\b/iu;

/** Finds the lines that say what icons and colours stand for: "🔴 Red (Mandatory)", "✅ = done". */
export function findLegend(blocks: readonly Block[]): Legend {
  const meanings = new Map<string, SignMeaning>();
  const used = new Set<Block>();
  for (const [index, block] of blocks.entries()) {
    const lines = listLines(block);
    const entries = lines.map(readEntry);
    const known = entries.filter((entry) => entry !== undefined);
    // Several lines that all explain a sign are a legend; a heading is one by itself.
    if (opensLegend(block)) for (const line of linesBelow(blocks, index)) used.add(line).add(block);
    const isLegend =
      known.length > 0 &&
      known.length === lines.length &&
      (lines.length > 1 || block.kind === 'heading');
    if (!isLegend) continue;
    // "### 🔴 Must know" over a list is a group of topics and explains its colour in passing.
    if (block.kind !== 'heading' || !headsTopics(blocks, index)) used.add(block);
    for (const { keys, meaning } of known)
      for (const key of keys) if (!meanings.has(key)) meanings.set(key, meaning);
  }
  return { meanings, blocks: used };
}

/** "Legend:" in a line of its own. */
function opensLegend(block: Block): boolean {
  const label = block.kind === 'paragraph' ? readLabelLine(block.runs) : undefined;
  return label?.hasColon === true && readHeadingRole(label.name) === 'legend';
}

/** The lines below that explain a sign each, of one of them what the reader knows; where a sign comes again, it is in use. */
function linesBelow(blocks: readonly Block[], label: number): Block[] {
  const meanings = new Map<string, SignMeaning | undefined>();
  const rest = blocks.slice(label + 1);
  const end = rest.findIndex((block) => {
    const text = block.kind === 'paragraph' ? runsToText(block.runs).trim() : '';
    const sign = /^\[.\]/u.exec(text)?.[0] ?? leadingDecoration(text);
    if (sign === '' || meanings.has(sign) || text.includes('\n')) return true;
    meanings.set(sign, readMeaning(stripDecoration(text.slice(sign.length))));
    return false;
  });
  const isLegend = [...meanings.values()].some((meaning) => meaning !== undefined);
  return isLegend ? rest.slice(0, end < 0 ? rest.length : end) : [];
}

/** Whether marks such as ✅ before topics differ from topic to topic, which makes them statuses. */
export function hasStatusIcons(blocks: readonly Block[]): boolean {
  const statuses = new Set<string>();
  const pending = [...blocks];
  for (let block = pending.pop(); block; block = pending.pop()) {
    if (block.kind === 'list') for (const item of block.items) append(pending, item.blocks);
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    for (const { runs } of splitLines(block.runs)) {
      const text = runsToText(runs);
      for (const icons of [leadingDecoration(text)]) {
        const status = readStatusIcon(signsIn(icons)[0] ?? '');
        if (status) statuses.add(status);
      }
    }
  }
  return statuses.size > 1;
}

function headsTopics(blocks: readonly Block[], heading: number): boolean {
  const own = blocks[heading];
  const depth = own?.kind === 'heading' ? own.depth : 0;
  const end = blocks.findIndex(
    (block, index) => index > heading && block.kind === 'heading' && block.depth <= depth,
  );
  const below = blocks.slice(heading + 1, end < 0 ? blocks.length : end);
  return below.some((block) => block.kind !== 'paragraph');
}

function listLines(block: Block): readonly (readonly Run[])[] {
  if (block.kind === 'heading') return [block.runs];
  if (block.kind === 'paragraph') {
    const lines = splitLines(block.runs).map((line) => line.runs);
    const text = runsToText(block.runs);
    // "🔴 Must | 🟡 Good | 🟢 Optional" on one line.
    const chunks = text.split(/\s+[|·•]\s+|\s*,\s+|\s{3,}/).map((chunk) => [{ text: chunk }]);
    return lines.length === 1 && chunks.length > 1 ? chunks : lines;
  }
  if (block.kind === 'list') {
    return block.items.map((item) =>
      item.blocks[0]?.kind === 'paragraph' && item.blocks.length === 1 ? item.blocks[0].runs : [],
    );
  }
  if (block.kind === 'table') {
    return block.rows.slice(1).map((row) => row.cells.flatMap((cell) => [...cell, { text: ' ' }]));
  }
  return [];
}

function readEntry(runs: readonly Run[]): { keys: string[]; meaning: SignMeaning } | undefined {
  const text = runsToText(runs)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:legend|key|легенда|leyenda)\s*:\s*/i, '');
  const [sign] = signsIn(leadingDecoration(text));
  const rest = stripDecoration(text).replace(/^[\s:=–—-]+/, '');
  const colour = COLOUR.exec(rest)?.[0].toLowerCase();
  const keys = [sign, colour].filter((key) => key !== undefined);
  if (keys.length === 0 || text.length > 160) return undefined;
  const meaning = readMeaning(colour === undefined ? rest : rest.slice(colour.length));
  return meaning && { keys, meaning };
}

function readMeaning(words: string): SignMeaning | undefined {
  const brackets = /[(（]([^()（）]+)[)）]/.exec(words)?.[1];
  const head = words.replace(/^[\s:=–—→-]+/, '').split(/\s*[:=(（]\s*|\s+[-–—→]\s+/)[0] ?? '';
  // "you must know this"
  const bare = head.replace(/^you |(?<=\S) (?:this|these)$/gi, '');
  for (const candidate of [brackets, head, bare, words]) {
    if (candidate === undefined) continue;
    const priority = readPriority(candidate);
    if (priority) return { priority };
    const status = readStatus(candidate);
    if (status) return { status };
    if (isLevelName(candidate)) return {};
  }
  return undefined;
}
