import { codePages, type CodePage } from './code-pages.ts';
import { findSequences, type Sequence } from './mojibake-sequences.ts';
import { rememberPattern } from './remember-pattern.ts';

export interface MojibakeRepair {
  /** The text with every damaged sequence replaced; the very same text when nothing is damaged. */
  readonly text: string;
  /** How many damaged sequences were replaced, the lost ones not counted. */
  readonly sequencesRepaired: number;
  /** Sequences of which bytes are missing: U+FFFD stands for each in `text`. Lines count from 1. */
  readonly lost: readonly { readonly line: number; readonly found: string }[];
}

/** How a text looks when it is taken for UTF-8 that was read in one code page. */
interface Explanation {
  readonly sequences: readonly Sequence[];
  /** How many sequences are strong, and how many characters those explain. */
  readonly strong: number;
  readonly explained: number;
  /** How many characters all sequences explain. */
  readonly explainedAtMost: number;
}

interface LineEvidence {
  readonly sequences: readonly Sequence[];
  readonly strong: number;
  /** Letters above ASCII that belong to no sequence: the more of them, the more the line is fine as it is. */
  readonly unexplained: number;
}

const REPLACEMENT = 0xfffd;
const ABOVE_ASCII = /[^\0-\x7F]/;
const LETTER_ABOVE_ASCII = /(?![a-zA-Z])[\p{L}\u2500-\u259F]/u;
const isLetterAboveAscii = rememberPattern(LETTER_ABOVE_ASCII);

/**
 * Finds UTF-8 that was once read in a code page of one byte a character and puts back what it meant, also in a text that is damaged
 * only in parts or several times over, or that lost the bytes the code page leaves undefined. The page is the one that explains most
 * of the text. A text that is fine comes back unchanged: what ordinary words and typography could produce counts only among
 * stronger sequences. To repair a repaired text changes nothing.
 */
export function repairMojibake(text: string): MojibakeRepair {
  let repair: MojibakeRepair = { text, sequencesRepaired: 0, lost: [] };
  // Damage can be layered: text decoded wrongly, saved, and decoded wrongly again. Every layer taken off shortens the text.
  for (;;) {
    const next = repairOnce(repair.text);
    if (next === undefined) return repair;
    repair = {
      text: next.text,
      sequencesRepaired: repair.sequencesRepaired + next.sequencesRepaired,
      lost: [...repair.lost, ...next.lost],
    };
  }
}

function repairOnce(text: string): MojibakeRepair | undefined {
  if (!ABOVE_ASCII.test(text)) return undefined;
  const explanations = codePages
    .map((page) => explain(text, page))
    .filter(({ strong }) => strong > 0)
    .sort((a, b) => b.explained - a.explained || b.explainedAtMost - a.explainedAtMost);
  for (const explanation of explanations) {
    const lines = gatherEvidence(text, explanation.sequences);
    const unexplained = lines.reduce((sum, line) => sum + line.unexplained, 0);
    if (!isDamaged(explanation, unexplained)) continue;
    const isThorough = explanation.strong >= 4 * unexplained;
    return replaceSequences(text, chooseSequences(lines, isThorough));
  }
  return undefined;
}

function explain(text: string, page: CodePage): Explanation {
  const sequences = findSequences(text, page);
  let strong = 0;
  let explained = 0;
  let explainedAtMost = 0;
  for (const { start, end, strength } of sequences) {
    explainedAtMost += end - start;
    if (strength !== 'strong') continue;
    strong += 1;
    explained += end - start;
  }
  return { sequences, strong, explained, explainedAtMost };
}

/** One two-character sequence in a text full of honest accents is a text that talks about mojibake. */
function isDamaged({ explained }: Explanation, unexplained: number): boolean {
  return unexplained === 0 || explained > 2;
}

/** What speaks for and against damage, line by line. */
function gatherEvidence(text: string, sequences: readonly Sequence[]): LineEvidence[] {
  let next = 0;
  let position = 0;
  return text.split('\n').map((line) => {
    const first = next;
    let unexplained = countLetters(text, position, position + line.length);
    let strong = 0;
    position += line.length + 1;
    for (let found = sequences[next]; found !== undefined && found.start < position;) {
      unexplained -= countLetters(text, found.start, found.end);
      if (found.strength === 'strong') strong += 1;
      next += 1;
      found = sequences[next];
    }
    return { sequences: sequences.slice(first, next), strong, unexplained };
  });
}

function countLetters(text: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    const isRareLetter =
      unit >= 0xd800 && unit <= 0xdbff && LETTER_ABOVE_ASCII.test(text.slice(index, index + 2));
    if (isRareLetter || isLetterAboveAscii(unit)) count += 1;
  }
  return count;
}

/** All that is strong, and the rest where a line is damaged beyond doubt. */
function chooseSequences(lines: readonly LineEvidence[], isThorough: boolean): Sequence[] {
  return lines.flatMap(({ sequences, strong, unexplained }) => {
    const isBeyondDoubt = strong > 0 ? strong >= 4 * unexplained : isThorough && unexplained === 0;
    return isBeyondDoubt ? sequences : sequences.filter(({ strength }) => strength === 'strong');
  });
}

function replaceSequences(text: string, sequences: readonly Sequence[]): MojibakeRepair {
  const parts: string[] = [];
  const lost: { line: number; found: string }[] = [];
  let position = 0;
  let line = 1;
  let lineEnd = text.indexOf('\n');
  for (const { start, end, meaning } of sequences) {
    parts.push(text.slice(position, start), String.fromCodePoint(meaning ?? REPLACEMENT));
    for (; lineEnd !== -1 && lineEnd < start; lineEnd = text.indexOf('\n', lineEnd + 1)) line += 1;
    if (meaning === undefined) lost.push({ line, found: text.slice(start, end) });
    position = end;
  }
  parts.push(text.slice(position));
  return { text: parts.join(''), sequencesRepaired: sequences.length - lost.length, lost };
}
