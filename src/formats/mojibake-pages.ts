import { byteOfCharacter, expectedLength, isContinuation } from './mojibake-bytes.ts';

/** A stretch of damaged text; `meaning` is undefined where bytes are missing. */
export interface PageSequence {
  readonly start: number;
  readonly end: number;
  readonly meaning: string | undefined;
}

/** Code pages in which UTF-8 of Cyrillic and of Central Europe is read by mistake, beside the western ones. */
const PAGES = ['windows-1251', 'windows-1250'] as const;
/** Fewer sequences may be chance. */
const FEWEST_SEQUENCES = 6;
/** Of all signs that are not ASCII, how many must be explained: honest text in these pages explains hardly any. */
const SHARE = 0.9;

const tables = new Map<string, ReadonlyMap<string, number>>();

/**
 * The damaged sequences of a text whose UTF-8 was read as Windows-1251 or -1250 from end to end; undefined for any other text.
 * Bytes the pages leave undefined are expected as the control characters of the same number, or missing.
 */
export function findPageSequences(text: string): PageSequence[] | undefined {
  if (!/[\u0100-\u2122]/.test(text)) return undefined;
  for (const page of PAGES) {
    const sequences = readAs(tableOf(page), text);
    if (sequences !== undefined) return sequences;
  }
  return undefined;
}

function readAs(table: ReadonlyMap<string, number>, text: string): PageSequence[] | undefined {
  const sequences: PageSequence[] = [];
  let foreign = 0;
  let explained = 0;
  let total = 0;
  for (let start = 0; start < text.length;) {
    const byte = byteIn(table, text.charAt(start));
    if (byte < 0x80) {
      if (text.charCodeAt(start) >= 0x80) total += 1;
      start += 1;
      continue;
    }
    const length = expectedLength(byte);
    let end = start + 1;
    while (end < start + length && isContinuation(byteIn(table, text.charAt(end)))) end += 1;
    total += end - start;
    const isWhole = length > 0 && end - start === length;
    const meaning = isWhole ? decode(table, text.slice(start, end)) : undefined;
    if (meaning !== undefined || (length > 0 && !isWhole)) sequences.push({ start, end, meaning });
    if (meaning !== undefined) {
      explained += length;
      if ([...text.slice(start, end)].some((sign) => byteOfCharacter(sign) < 0)) foreign += 1;
    }
    start = end;
  }
  // Where every sign is in the western pages too, those are the likelier ones.
  const isDamaged = foreign > 0 && sequences.length >= FEWEST_SEQUENCES;
  return isDamaged && explained >= total * SHARE ? sequences : undefined;
}

/** The byte of a sign in a page; -1 for ASCII and for what the page lacks. */
function byteIn(table: ReadonlyMap<string, number>, sign: string): number {
  return table.get(sign) ?? -1;
}

function decode(table: ReadonlyMap<string, number>, signs: string): string | undefined {
  try {
    const bytes = Uint8Array.from(signs, (sign) => byteIn(table, sign));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Overlong forms and surrogates are no UTF-8 at all.
    return undefined;
  }
}

function tableOf(page: (typeof PAGES)[number]): ReadonlyMap<string, number> {
  const known = tables.get(page);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(page);
  const table = new Map<string, number>();
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    table.set(decoder.decode(Uint8Array.of(byte)), byte);
  }
  tables.set(page, table);
  return table;
}
