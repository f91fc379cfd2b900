import { byteOfCharacter, expectedLength, isContinuation } from './mojibake-bytes.ts';
import { findPageSequences, type PageSequence } from './mojibake-pages.ts';

export interface MojibakeRepair {
  /** The text with every damaged sequence replaced; the very same text when nothing is damaged. */
  readonly text: string;
  /** How many damaged sequences were replaced, the lost ones not counted. */
  readonly sequencesRepaired: number;
  /** Sequences of which bytes are missing: U+FFFD stands for each in `text`. Lines count from 1. */
  readonly lost: readonly { readonly line: number; readonly found: string }[];
}

interface Sequence extends PageSequence {
  /** Strong: nobody writes this on purpose. Weak: also what a quotation mark after an accented letter looks like. */
  readonly isStrong: boolean;
}

const REPLACEMENT = '\uFFFD';
/** Signs that follow an accented letter in ordinary text: closing quotes, dashes, footnote digits, a no-break space before »… */
const TYPOGRAPHIC = /[‘’“”‚„–—…•‹›«»\u00A0¹²³ªº™®]/;
const LOWERCASE = /\p{Ll}/u;
const LETTER = /\p{L}/u;

/**
 * Finds UTF-8 that was once read as Windows-1252 or Windows-1254, or from end to end as Windows-1250 or -1251, and puts back what it meant, also in a text that is damaged
 * only in parts or twice over, or that lost the bytes those code pages leave undefined.
 * A text that is fine comes back unchanged: a sequence that ordinary typography could produce counts only among stronger ones.
 */
export function repairMojibake(text: string): MojibakeRepair {
  let repair = repairOnce(text);
  // Damage can be layered: text decoded wrongly, saved, and decoded wrongly again. Three layers are the most ever met.
  for (let layer = 1; layer < 3 && repair.sequencesRepaired > 0; layer += 1) {
    const next = repairOnce(repair.text);
    if (next.sequencesRepaired === 0) break;
    repair = {
      text: next.text,
      sequencesRepaired: repair.sequencesRepaired + next.sequencesRepaired,
      lost: [...repair.lost, ...next.lost],
    };
  }
  return repair;
}

function repairOnce(text: string): MojibakeRepair {
  const page = findPageSequences(text);
  if (page !== undefined) return replaceSequences(text, page);
  const sequences = trustRuns(text, findSequences(text));
  const strong = sequences.filter((sequence) => sequence.isStrong);
  const unexplained = countUnexplained(text, sequences);
  if (!isDamaged(strong, unexplained)) return { text, sequencesRepaired: 0, lost: [] };

  const isThorough = strong.length >= 4 * unexplained;
  const chosen = isThorough ? withLoneLeads(text, sequences) : strong;
  return replaceSequences(text, chosen);
}

/** One two-character sequence in a text full of honest accents is a text that talks about mojibake. */
function isDamaged(strong: readonly Sequence[], unexplained: number): boolean {
  if (strong.length === 0) return false;
  return strong.length > 1 || unexplained === 0 || strong.some((s) => s.end - s.start > 2);
}

function findSequences(text: string): Sequence[] {
  const sequences: Sequence[] = [];
  let index = 0;
  while (index < text.length) {
    const sequence = readSequence(text, index);
    if (sequence !== undefined) sequences.push(sequence);
    index = sequence?.end ?? index + 1;
  }
  return sequences;
}

function readSequence(text: string, start: number): Sequence | undefined {
  const length = expectedLength(byteAt(text, start));
  if (length === 0) return undefined;
  let end = start + 1;
  while (end < start + length && isContinuation(byteAt(text, end))) end += 1;
  if (end - start < length) return readTruncated(text, start, end);
  const meaning = decode(text, start, end);
  if (meaning === undefined) return undefined;
  return { start, end, meaning, isStrong: isStrongSequence(text, start, end) };
}

/** Sequences that lost a byte the code page leaves undefined (81, 8D, 8E, 8F, 90, 9D, 9E). */
function readTruncated(text: string, start: number, end: number): Sequence | undefined {
  const found = text.slice(start, end);
  if (/^[ðğ]Ÿ/.test(found)) return { start, end, meaning: undefined, isStrong: true };
  // EF B8 8F asks for an emoji's coloured form; no other sequence starting EF B8 is in common use.
  if (found === 'ï¸') return { start, end, meaning: '\uFE0F', isStrong: true };
  if (found === 'â€') {
    const joinsEmoji = /^[âðğ]/.test(text.slice(end, end + 1));
    return { start, end, meaning: joinsEmoji ? '\u200D' : '”', isStrong: true };
  }
  if (/^â[œšžŸŽŠŒ€›¬­ˆ†‡‰™¤˜]$/.test(found)) {
    return { start, end, meaning: undefined, isStrong: true };
  }
  return undefined;
}

function isStrongSequence(text: string, start: number, end: number): boolean {
  const lead = text.charAt(start);
  const rest = text.slice(start + 1, end);
  if (rest.length === 3) return true;
  if (lead === 'â' && rest.startsWith('€')) return true;
  const typographic = [...rest].filter((sign) => TYPOGRAPHIC.test(sign)).length;
  if (lead === 'â' || lead === 'ï') return typographic < 2;
  if (rest.length === 2) return typographic === 0;
  if (!/[ÂÃÄÅ]/.test(lead)) return false;
  // A capital in the middle of a word: "informaciÃ³n".
  return typographic === 0 || LOWERCASE.test(text.charAt(start - 1));
}

/** Sequence upon sequence is how a damaged word of another script looks; no typography does that. */
function trustRuns(text: string, sequences: readonly Sequence[]): Sequence[] {
  const trusted: Sequence[] = [];
  for (let first = 0; first < sequences.length;) {
    let last = first;
    while (sequences[last + 1]?.start === sequences[last]?.end && last + 1 < sequences.length)
      last += 1;
    const run = sequences.slice(first, last + 1);
    // "2×½×¼" is arithmetic; Hebrew, whose bytes look alike, comes in longer runs.
    const isArithmetic = run.length < 4 && run.some(({ start }) => text.charAt(start) === '×');
    const isTypography =
      run.length < 3 && run.every(({ start, end }) => TYPOGRAPHIC.test(text.slice(start + 1, end)));
    const isRun = run.length > 1 && !isArithmetic && !isTypography;
    for (const sequence of run) trusted.push(isRun ? { ...sequence, isStrong: true } : sequence);
    first = last + 1;
  }
  return trusted;
}

/** Accented letters that belong to no sequence: the more of them, the more the text is fine as it is. */
function countUnexplained(text: string, sequences: readonly Sequence[]): number {
  const countLetters = (part: string): number => (part.match(/[À-ÖØ-öø-ÿĞğİıŞş]/g) ?? []).length;
  const inSequences = sequences.reduce(
    (sum, { start, end }) => sum + countLetters(text.slice(start, end)),
    0,
  );
  return countLetters(text) - inSequences;
}

/** In a thoroughly damaged text an "â" apart from any word is all that is left of a sign. */
function withLoneLeads(text: string, sequences: readonly Sequence[]): Sequence[] {
  const lone = [...text.matchAll(/[âðğ]/g)]
    .map(({ index }) => index)
    .filter((index) => !LETTER.test(text.charAt(index - 1)) && !LETTER.test(text.charAt(index + 1)))
    .map((index) => ({ start: index, end: index + 1, meaning: undefined, isStrong: true }));
  const taken = new Set(sequences.map(({ start }) => start));
  return [...sequences, ...lone.filter(({ start }) => !taken.has(start))].sort(
    (a, b) => a.start - b.start,
  );
}

function replaceSequences(text: string, sequences: readonly PageSequence[]): MojibakeRepair {
  const parts: string[] = [];
  const lost: { line: number; found: string }[] = [];
  let position = 0;
  let line = 1;
  for (const { start, end, meaning } of sequences) {
    const before = text.slice(position, start);
    line += before.split('\n').length - 1;
    parts.push(before, meaning ?? REPLACEMENT);
    if (meaning === undefined) lost.push({ line, found: text.slice(start, end) });
    position = end;
  }
  parts.push(text.slice(position));
  return { text: parts.join(''), sequencesRepaired: sequences.length - lost.length, lost };
}

function byteAt(text: string, index: number): number {
  return byteOfCharacter(text.charAt(index));
}

function decode(text: string, start: number, end: number): string | undefined {
  const bytes = Uint8Array.from({ length: end - start }, (_, offset) =>
    byteAt(text, start + offset),
  );
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Overlong forms and surrogates are no UTF-8 at all.
    return undefined;
  }
}
