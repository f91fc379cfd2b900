import { runsToText, type Block, type BlockOf } from './blocks.ts';
import { stripDecoration } from './names.ts';
import { splitNumber } from './ordinals.ts';
import { splitKey } from './split-key.ts';
import { countWords } from './split-parts.ts';

/** Three or more paragraphs in a row this short are a list without bullets. */
const FEWEST = 3;
/** Longer lines are no entries, whatever stands around them. */
const LONGEST_ENTRY = 12;
/** Longer sentences tell rather than list. */
const LONGEST_SENTENCE = 14;

/**
 * The paragraphs of a place that are entries of a list with neither bullets nor colons: each one short line, several in a row.
 * `takesSentences`: where nothing else lists anything, short sentences with a line each do too.
 */
export function findShortLines(
  blocks: readonly Block[],
  takesSentences: boolean,
): ReadonlySet<Block> {
  const found = new Set<Block>();
  let row: Block[] = [];
  let short = 0;
  const close = (next: Block | undefined): void => {
    // Right above a list or table stands what names it.
    if (next && next.kind !== 'paragraph') row.pop();
    const isList = row.length >= FEWEST && short >= FEWEST && short * 2 >= row.length;
    if (isList) for (const block of row) found.add(block);
    row = [];
    short = 0;
  };
  for (const block of blocks) {
    const isShort = isEntry(block) || (takesSentences && isSentenceLine(block));
    if (isShort || isLongEntry(block)) row.push(block);
    else close(block);
    if (isShort) short += 1;
  }
  close(undefined);
  // Steps told in a sentence each; with a list below them they head it.
  const steps = blocks.filter(
    (block, i) => isStep(block) && (blocks[i + 1] ?? block).kind === 'paragraph',
  );
  if (steps.length > 1) for (const block of steps) found.add(block);
  return found;
}

/** A line too short and too open-ended for a sentence. */
export function isShortLine(text: string): boolean {
  return countWords(text) <= 6 && text.length <= 60 && !/[.!?:,;。！？：]\s*$/u.test(text);
}

/** A short line, or a question as short: several of either in one paragraph are a list. */
export function isEntryLine(text: string): boolean {
  return isShortLine(text.replace(/[?？]\s*$/u, ''));
}

/** "Step 1: Learn how the web works." */
function isStep(block: Block): boolean {
  if (block.kind !== 'paragraph') return false;
  const text = stripDecoration(runsToText(block.runs));
  const { title, number } = splitNumber(text);
  return /^[^\n]*[.!。]$/u.test(text) && number !== undefined && title !== text;
}

/** "Learn the basics of 2D games." */
function isSentenceLine(block: Block): boolean {
  if (block.kind !== 'paragraph') return false;
  const text = runsToText(block.runs).trim();
  const sentences = text.split(/[.!?。！？](?=\s|$)/u).filter((part) => part.trim() !== '');
  return !text.includes('\n') && sentences.length === 1 && countWords(text) <= LONGEST_SENTENCE;
}

/** A short line, details in brackets not counted. */
function isEntry(block: Block): boolean {
  if (block.kind !== 'paragraph' || !isPlainLine(block)) return false;
  const text = runsToText(block.runs).trim();
  return isShortLine(withoutBrackets(text)) && splitKey(block.runs) === undefined;
}

/** A line that is longer or says more behind a colon: an entry among short ones. */
function isLongEntry(block: Block): boolean {
  if (block.kind !== 'paragraph' || !isPlainLine(block)) return false;
  const text = withoutBrackets(runsToText(block.runs).trim());
  return countWords(text) <= LONGEST_ENTRY && !/[.!?:,;。！？：]$/u.test(text);
}

function isPlainLine({ runs }: BlockOf<'paragraph'>): boolean {
  const text = runsToText(runs).trim();
  if (text.includes('\n') || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (runs.every((run) => run.bold ?? run.text.trim() === '')) return false;
  return !runs.some((run) => /^https?:/.test(run.link ?? ''));
}

function withoutBrackets(text: string): string {
  const short = text.replace(/\s*[(（][^()（）]*[)）]/gu, '').trim();
  return short === '' ? text : short;
}
