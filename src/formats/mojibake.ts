import { codePages, type CodePage } from './code-pages.ts';
import { findSequences, type Sequence } from './mojibake-sequences.ts';

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

const REPLACEMENT = '\uFFFD';
const ABOVE_ASCII = /[^\0-\x7F]/;
const LETTERS_ABOVE_ASCII = /(?![a-zA-Z])[\p{L}\u2500-\u259F]/gu;

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
  const strong = sequences.filter(({ strength }) => strength === 'strong');
  return {
    sequences,
    strong: strong.length,
    explained: countCharacters(strong),
    explainedAtMost: countCharacters(sequences),
  };
}

function countCharacters(sequences: readonly Sequence[]): number {
  return sequences.reduce((sum, { start, end }) => sum + end - start, 0);
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
    let unexplained = countLetters(line);
    let strong = 0;
    position += line.length + 1;
    for (let found = sequences[next]; found !== undefined && found.start < position;) {
      unexplained -= countLetters(text.slice(found.start, found.end));
      if (found.strength === 'strong') strong += 1;
      next += 1;
      found = sequences[next];
    }
    return { sequences: sequences.slice(first, next), strong, unexplained };
  });
}

function countLetters(text: string): number {
  return text.match(LETTERS_ABOVE_ASCII)?.length ?? 0;
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
