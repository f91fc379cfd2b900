import type { CodePage } from './code-pages.ts';
import {
  beginPoint,
  continuePoint,
  expectedLength,
  isContinuation,
  isValidPoint,
} from './mojibake-bytes.ts';
import { isStrongAlone, isStrongRun } from './mojibake-strength.ts';
import {
  isDrawn,
  isLatin,
  isLetter,
  isLowercase,
  isPlausible,
  readsAsWord,
} from './plausible-text.ts';
import { rememberPattern } from './remember-pattern.ts';

/** What looks like one character of UTF-8 that was read in a code page. */
export interface Sequence {
  readonly start: number;
  readonly end: number;
  /** The code point that the bytes meant; undefined when some of them are missing. */
  readonly meaning: number | undefined;
  /**
   * Strong: nobody writes this on purpose. Weak: also what a quotation mark after an accented letter looks like.
   * Remains: part of a sequence, to be told from an honest letter only by what stands around it.
   */
  readonly strength: 'strong' | 'weak' | 'remains';
}

interface Found extends Sequence {
  strength: Sequence['strength'];
  readonly lead: number;
}

/** Letters that begin no word written with small letters. */
const NEVER_FIRST = 'ÃĹ';
/** What a sequence that lost its last byte can have meant, as far as it is common. */
const isUsual = rememberPattern(/[А-Яа-яЁёј‘’“”]/);
/** Leads of symbols and of Cyrillic, whose signs and letters also stand alone. */
const LONE_LEADS = [0xe2, 0xf0, 0xd0, 0xd1];
/** The second bytes of the arrows, marks and stars that start with E2. */
const SYMBOL_BYTES = new Set([
  0x80, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8c, 0x8e, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f, 0xa4,
  0xac, 0xad,
]);

/**
 * All that looks like UTF-8 read in this code page, in order and without overlap; nothing where none of it is strong, as in a sound
 * text. Takes time in proportion to the text.
 */
export function findSequences(text: string, page: CodePage): Sequence[] {
  const found = findPairsAndLonger(text, page);
  trustRuns(text, found);
  return found.some(({ strength }) => strength === 'strong') ? addRemains(text, found, page) : [];
}

/** A lead that nothing continues, which nearly every letter of a sound text is in some page, is passed over. */
function findPairsAndLonger(text: string, page: CodePage): Found[] {
  const { byteOfUnit } = page;
  const found: Found[] = [];
  let next = byteAt(text, 0, page);
  for (let index = 1; index < text.length; index += 1) {
    const lead = next;
    next = byteOfUnit[text.charCodeAt(index)] ?? 0;
    if (!isContinuation(next) || expectedLength(lead) === 0) continue;
    const start = index - 1;
    const end = findEnd(text, start, page);
    const sequence =
      end - start < expectedLength(lead)
        ? readTruncated(text, start, end, page)
        : readWhole(text, start, end, page);
    if (sequence !== undefined) found.push(sequence);
  }
  return found;
}

/** Where the bytes of the sequence that starts here are at an end, be they all there or not. */
function findEnd(text: string, start: number, page: CodePage): number {
  const most = Math.min(start + expectedLength(byteAt(text, start, page)), text.length);
  let end = start + 1;
  while (end < most && isContinuation(byteAt(text, end, page))) end += 1;
  return end;
}

/** Puts what is left of sequences that lost bytes among those found. */
function addRemains(text: string, found: readonly Found[], page: CodePage): Sequence[] {
  const all: Sequence[] = [];
  let after = 0;
  for (let index = 0; index < text.length;) {
    const next = found[after];
    if (next?.start === index) {
      all.push(next);
      after += 1;
      index = next.end;
      continue;
    }
    const start = index;
    index += 1;
    const lead = byteAt(text, start, page);
    if (expectedLength(lead) === 0) continue;
    const end = findEnd(text, start, page);
    const isTruncated = end - start < expectedLength(lead);
    if (!isTruncated || !isTornOff(text, start, end, lead, found[after - 1], next)) continue;
    const meaning = completeUniquely(text, start, end, page);
    all.push({ start, end, meaning, strength: 'remains' });
  }
  return all;
}

function byteAt(text: string, index: number, page: CodePage): number {
  return page.byteOfUnit[text.charCodeAt(index)] ?? 0;
}

/** A sequence that has all its bytes; undefined where they mean nothing a text may well hold, as most do in a sound text. */
function readWhole(text: string, start: number, end: number, page: CodePage): Found | undefined {
  const meaning = pointBetween(text, start, end, end - start, page);
  if (!isValidPoint(meaning, end - start) || !isPlausible(meaning)) return undefined;
  const lead = byteAt(text, start, page);
  return {
    start,
    end,
    lead,
    // The replacement character stands for what had been lost before.
    meaning: meaning === 0xfffd ? undefined : meaning,
    strength: isStrongAlone(text, start, end, lead, byteAt(text, start + 1, page))
      ? 'strong'
      : 'weak',
  };
}

/** The code point of a sequence of this length as far as its bytes are there. */
function pointBetween(
  text: string,
  start: number,
  end: number,
  length: number,
  page: CodePage,
): number {
  let point = beginPoint(byteAt(text, start, page), length);
  for (let index = start + 1; index < end; index += 1)
    point = continuePoint(point, byteAt(text, index, page));
  return point;
}

/** A sequence that lost a byte which the code page leaves undefined, where nobody writes what is left of it on purpose. */
function readTruncated(
  text: string,
  start: number,
  end: number,
  page: CodePage,
): Found | undefined {
  if (!isStrongTruncated(text, start, end, page)) return undefined;
  const meaning = completeUniquely(text, start, end, page);
  return { start, end, lead: byteAt(text, start, page), meaning, strength: 'strong' };
}

function isStrongTruncated(text: string, start: number, end: number, page: CodePage): boolean {
  const lead = byteAt(text, start, page);
  const second = byteAt(text, start + 1, page);
  const first = text.charCodeAt(start);
  const isQuote = lead === 0xe2 && second === 0x80 && page.undefinedBytes.length > 0;
  const isSymbol =
    (lead === 0xf0 && second === 0x9f) ||
    (lead === 0xef && second === 0xb8) ||
    (lead === 0xe2 && SYMBOL_BYTES.has(second));
  // Latvian words end in ā, which starts symbols where it was read in a Baltic page.
  const endsNoWord =
    lead !== 0xe2 || text.charAt(start) === 'â' || !isLetter(text.charCodeAt(start - 1));
  return (
    (isLatin(first) ? isSymbol && endsNoWord : isQuote && isLetter(first)) &&
    !readsAsWord(text, start, end)
  );
}

/** What a truncated sequence meant, where only one common character ends with a byte that the page leaves undefined. */
function completeUniquely(
  text: string,
  start: number,
  end: number,
  page: CodePage,
): number | undefined {
  const lead = byteAt(text, start, page);
  const second = end - start > 1 ? byteAt(text, start + 1, page) : 0;
  const length = expectedLength(lead);
  if (length - (end - start) !== 1) return undefined;
  // EF B8 8F asks for an emoji's coloured form; no other sequence starting EF B8 is in common use.
  if (lead === 0xef && second === 0xb8) return 0xfe0f;
  const joins =
    lead === 0xe2 &&
    second === 0x80 &&
    page.undefinedBytes.includes(0x8d) &&
    [0xe2, 0xf0].includes(byteAt(text, end, page));
  if (joins) return 0x200d;
  // Before a space it may be a no-break space that became that space.
  if (end - start === 1 && !/\S/.test(text.charAt(end))) return undefined;
  const begun = pointBetween(text, start, end, length, page);
  const candidates = page.undefinedBytes
    .map((byte) => continuePoint(begun, byte))
    .filter((point) => isValidPoint(point, length) && isUsual(point));
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Makes strong what is strong together. */
function trustRuns(text: string, sequences: readonly Found[]): void {
  for (let first = 0; first < sequences.length;) {
    let after = first + 1;
    while (continuesRun(sequences[after - 1], sequences[after])) after += 1;
    if (after - first > 1) {
      const run = sequences.slice(first, after);
      const isInDoubt = run.some(({ strength }) => strength !== 'strong');
      if (isInDoubt && isStrongRun(text, run))
        for (const sequence of run) sequence.strength = 'strong';
    }
    first = after;
  }
}

function continuesRun(last: Found | undefined, next: Found | undefined): boolean {
  return (
    next !== undefined &&
    last?.end === next.start &&
    scriptOfLead(last.lead) === scriptOfLead(next.lead)
  );
}

/** Whether what could be an honest letter is part of a damaged word: beside a sequence of its script, alone, or a capital after a small letter. */
function isTornOff(
  text: string,
  start: number,
  end: number,
  lead: number,
  last: Found | undefined,
  next: Found | undefined,
): boolean {
  if (last?.end === start && isOfSameScript(last.lead, lead)) return true;
  if (next?.start === end && isOfSameScript(lead, next.lead)) return true;
  const first = text.charCodeAt(start);
  if (!isLetter(first) && !isDrawn(first)) return false;
  if (LONE_LEADS.includes(lead)) return standsAlone(text, start, end);
  return isLatinMisplaced(text, start, lead);
}

/** Whether what starts a Latin letter of UTF-8 stands where no word has it: after a small letter, or, of two letters, first. */
function isLatinMisplaced(text: string, start: number, lead: number): boolean {
  if (lead < 0xc3 || lead > 0xc5 || isLowercase(text.charCodeAt(start))) return false;
  return (
    isLowercase(text.charCodeAt(start - 1)) ||
    (NEVER_FIRST.includes(text.charAt(start)) && isLowercase(text.charCodeAt(start + 1)))
  );
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !isLetter(text.charCodeAt(end)) && !isLetter(text.charCodeAt(start - 1));
}

function isOfSameScript(lead: number, other: number): boolean {
  const script = scriptOfLead(lead);
  return script !== undefined && script === scriptOfLead(other);
}

/** Which letters start with this byte in UTF-8. */
function scriptOfLead(lead: number): string | undefined {
  if (lead >= 0xc3 && lead <= 0xc8) return 'Latin';
  if (lead === 0xce || lead === 0xcf) return 'Greek';
  if (lead === 0xd0 || lead === 0xd1) return 'Cyrillic';
  if (lead >= 0xd4 && lead <= 0xd6) return 'Armenian';
  if (lead >= 0xd7 && lead <= 0xdb) return 'Semitic';
  return lead >= 0xe0 && lead <= 0xef ? 'far' : undefined;
}
