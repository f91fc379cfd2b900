import type { CodePage } from './code-pages.ts';
import { decodeSequence, expectedLength, isContinuation } from './mojibake-bytes.ts';
import { isStrongAlone, isStrongRun } from './mojibake-strength.ts';
import { isPlausible, readsAsWord } from './plausible-text.ts';

/** What looks like one character of UTF-8 that was read in a code page. */
export interface Sequence {
  readonly start: number;
  readonly end: number;
  /** What the bytes meant; undefined when some of them are missing. */
  readonly meaning: string | undefined;
  /**
   * Strong: nobody writes this on purpose. Weak: also what a quotation mark after an accented letter looks like.
   * Remains: part of a sequence, to be told from an honest letter only by what stands around it.
   */
  readonly strength: 'strong' | 'weak' | 'remains';
}

type Found = Sequence & { readonly lead: number };

const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;
const LOWERCASE = /\p{Ll}/u;
const LETTER_OR_DRAWN = /[\p{L}\u2500-\u259F]/u;
/** Letters that begin no word written with small letters. */
const NEVER_FIRST = /[ÃĹ]/;
/** What a sequence that lost its last byte can have meant, as far as it is common. */
const USUAL = /[А-Яа-яЁёј‘’“”]/;
/** Leads of symbols and of Cyrillic, whose signs and letters also stand alone. */
const LONE_LEADS = [0xe2, 0xf0, 0xd0, 0xd1];
/** The second bytes of the arrows, marks and stars that start with E2. */
const SYMBOL_BYTES = new Set([
  0x80, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8c, 0x8e, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f, 0xa4,
  0xac, 0xad,
]);

/** All that looks like UTF-8 read in this code page, in order and without overlap. Takes time in proportion to the text. */
export function findSequences(text: string, page: CodePage): Sequence[] {
  const found: Found[] = [];
  for (let index = 0; index < text.length;) {
    const lead = byteAt(text, index, page);
    const length = expectedLength(lead);
    let end = index + 1;
    while (end < index + length && isContinuation(byteAt(text, end, page))) end += 1;
    const sequence = length === 0 ? undefined : readSequence(text, index, end, page, found.at(-1));
    if (sequence !== undefined) found.push(sequence);
    index = sequence?.end ?? index + 1;
  }
  return trustRuns(text, found).filter(
    (sequence, index, all) =>
      sequence.strength !== 'remains' || isTornOff(text, sequence, all[index - 1], all[index + 1]),
  );
}

function readSequence(
  text: string,
  start: number,
  end: number,
  page: CodePage,
  last: Found | undefined,
): Found | undefined {
  const lead = byteAt(text, start, page);
  if (end - start < expectedLength(lead)) {
    return canBeTruncated(text, start, end, page, last)
      ? readTruncated(text, start, bytesBetween(text, start, end, page), page)
      : undefined;
  }
  // Of two accidental characters of a sound text most fail here.
  const bytes = bytesBetween(text, start, end, page);
  const meaning = decodeSequence(bytes);
  if (meaning === undefined || !isPlausible(meaning)) return undefined;
  return {
    start,
    end,
    lead,
    // The replacement character stands for what had been lost before.
    meaning: meaning === '\uFFFD' ? undefined : meaning,
    strength: isStrongAlone(text, start, bytes) ? 'strong' : 'weak',
  };
}

function byteAt(text: string, index: number, page: CodePage): number {
  return page.byteOfUnit[text.charCodeAt(index)] ?? 0;
}

function bytesBetween(text: string, start: number, end: number, page: CodePage): number[] {
  return Array.from({ length: end - start }, (_, offset) => byteAt(text, start + offset, page));
}

/** A quick look at what is beside it: nearly every letter of a sound text is an unfinished sequence in some page. */
function canBeTruncated(
  text: string,
  start: number,
  end: number,
  page: CodePage,
  last: Found | undefined,
): boolean {
  const lead = byteAt(text, start, page);
  if (LONE_LEADS.includes(lead) && standsAlone(text, start, end)) return true;
  if (end - start > 1 && lead >= 0xe2 && !readsAsWord(text, start, end)) return true;
  if (last?.end === start || isContinuation(byteAt(text, end + 1, page))) return true;
  return isLatinMisplaced(text, start, lead);
}

/** A sequence that lost a byte which the code page leaves undefined. */
function readTruncated(
  text: string,
  start: number,
  bytes: readonly number[],
  page: CodePage,
): Found {
  const [lead = 0, second] = bytes;
  const end = start + bytes.length;
  const sequence = { start, end, lead, meaning: completeUniquely(text, end, bytes, page) };
  const first = text.charAt(start);
  const isQuote = lead === 0xe2 && second === 0x80 && page.undefinedBytes.length > 0;
  const isSymbol =
    (lead === 0xf0 && second === 0x9f) ||
    (lead === 0xef && second === 0xb8 && bytes.length === 2) ||
    (lead === 0xe2 && bytes.length === 2 && SYMBOL_BYTES.has(second ?? 0));
  // Latvian words end in ā, which starts symbols where it was read in a Baltic page.
  const endsNoWord = lead !== 0xe2 || first === 'â' || !LETTER.test(text.charAt(start - 1));
  const isStrong =
    (LATIN.test(first) ? isSymbol && endsNoWord : isQuote && LETTER.test(first)) &&
    !readsAsWord(text, start, end);
  return { ...sequence, strength: isStrong ? 'strong' : 'remains' };
}

/** What a truncated sequence meant, where only one common character ends with a byte that the page leaves undefined. */
function completeUniquely(
  text: string,
  end: number,
  bytes: readonly number[],
  page: CodePage,
): string | undefined {
  const [lead = 0, second = 0] = bytes;
  if (expectedLength(lead) - bytes.length !== 1) return undefined;
  // EF B8 8F asks for an emoji's coloured form; no other sequence starting EF B8 is in common use.
  if (lead === 0xef && second === 0xb8) return '\uFE0F';
  const joins =
    lead === 0xe2 &&
    second === 0x80 &&
    page.undefinedBytes.includes(0x8d) &&
    [0xe2, 0xf0].includes(byteAt(text, end, page));
  if (joins) return '\u200D';
  // Before a space it may be a no-break space that became that space.
  if (bytes.length === 1 && !/\S/.test(text.charAt(end))) return undefined;
  const candidates = page.undefinedBytes
    .map((byte) => decodeSequence([...bytes, byte]))
    .filter((character) => character !== undefined && USUAL.test(character));
  return candidates.length === 1 ? candidates[0] : undefined;
}

function trustRuns(text: string, sequences: readonly Found[]): Found[] {
  const trusted: Found[] = [];
  for (let first = 0; first < sequences.length;) {
    let after = first + 1;
    while (continuesRun(sequences[after - 1], sequences[after])) after += 1;
    const run = sequences.slice(first, after);
    const isTrusted = isStrongRun(text, run);
    for (const sequence of run)
      trusted.push(isTrusted ? { ...sequence, strength: 'strong' } : sequence);
    first = after;
  }
  return trusted;
}

function continuesRun(last: Found | undefined, next: Found | undefined): boolean {
  return (
    next !== undefined &&
    last?.end === next.start &&
    last.strength !== 'remains' &&
    next.strength !== 'remains' &&
    scriptOfLead(last.lead) === scriptOfLead(next.lead)
  );
}

/** Whether what could be an honest letter is part of a damaged word: beside a sequence of its script, alone, or a capital after a small letter. */
function isTornOff(
  text: string,
  { start, end, lead }: Found,
  last: Found | undefined,
  next: Found | undefined,
): boolean {
  const script = scriptOfLead(lead);
  const isBesideKin = [last, next].some(
    (other) =>
      other !== undefined &&
      other.strength !== 'remains' &&
      (other.end === start || other.start === end) &&
      scriptOfLead(other.lead) === script,
  );
  if (script !== undefined && isBesideKin) return true;
  if (!LETTER_OR_DRAWN.test(text.charAt(start))) return false;
  if (LONE_LEADS.includes(lead)) return standsAlone(text, start, end);
  return isLatinMisplaced(text, start, lead);
}

/** Whether what starts a Latin letter of UTF-8 stands where no word has it: after a small letter, or, of two letters, first. */
function isLatinMisplaced(text: string, start: number, lead: number): boolean {
  const first = text.charAt(start);
  if (lead < 0xc3 || lead > 0xc5 || LOWERCASE.test(first)) return false;
  return (
    LOWERCASE.test(text.charAt(start - 1)) ||
    (NEVER_FIRST.test(first) && LOWERCASE.test(text.charAt(start + 1)))
  );
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !LETTER.test(text.charAt(end)) && !LETTER.test(text.charAt(start - 1));
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
