import { readsAsWord } from './plausible-text.ts';

/** Signs that follow a letter in ordinary text: closing quotes, dashes, footnote digits, a no-break space before »… */
const TYPOGRAPHIC = /[‘’“”‚„–—…•‹›«»\u00A0¹²³ªº™®]/;
const CONTROL = /[\u0080-\u009F]/;
const LETTER = /\p{L}/u;
const LOWERCASE = /\p{Ll}/u;
const LOWERCASE_LATIN = /[a-z]/;
/** Alphabets whose capitals stand before other signs in honest text as often as not. */
const OTHER_ALPHABET = /\p{Script=Cyrillic}|\p{Script=Greek}/u;
const CAPITALS = /^\p{Lu}+$/u;
const DRAWN = /^[\u2500-\u259F]+$/;

/** How the marks, arrows and dingbats start; in no language do these letters follow each other. */
const SYMBOL_START = /^â[œšžśťŚŤŠŽŒ]/;
/** Dashes or lines between letters, all of one kind. */
const SAME_LINE = /^(?:[─═]+|–+|—+)$/;
/** Formulas: a sign of mathematics before another one. */
const CALCULATED = /^(?:[¬√ƒ≈][≠∞±≤≥∂∑∏π∫Ωµ])+$/;
/** Romanian that writes its ş with a cedilla has words that begin so, and titles in capitals that hold it. */
const ROMANIAN = /^[ÂĂ][Şş]$/;

/** Whether nobody writes this on purpose, of a part of a text that could be one sequence of UTF-8 with these bytes. */
export function isStrongAlone(text: string, start: number, bytes: readonly number[]): boolean {
  const found = text.slice(start, start + bytes.length);
  const [lead = 0, second = 0] = bytes;
  if (CONTROL.test(found)) return true;
  if (bytes.length === 2) return isStrongPair(text, start, lead);
  // Letters in the cells of a table, and what stands in ‚single quotes‘.
  if (DRAWN.test(found.charAt(1) + found.charAt(2)) || /^\p{L}+[\u2500-\u259F]/u.test(found))
    return false;
  if (lead === 0xe2 && second === 0x80) return true;
  if (/^[‚„·‰]\p{L}+$/u.test(found) || readsAsWordWithSign(text, start, start + bytes.length))
    return false;
  if (bytes.length === 4) return true;
  const typographic = [...found.slice(1)].filter((sign) => TYPOGRAPHIC.test(sign)).length;
  return typographic < (lead === 0xe2 || lead === 0xef ? 2 : 1);
}

/** Only pairs that mean a letter or sign of Latin text stand alone in it; pairs of other scripts come in runs. */
function isStrongPair(text: string, start: number, lead: number): boolean {
  if (lead < 0xc2 || lead > 0xc5) return false;
  const found = text.slice(start, start + 2);
  const [first, before, after] = [found.charAt(0), text.charAt(start - 1), text.charAt(start + 2)];
  const isTypographic = TYPOGRAPHIC.test(found.charAt(1));
  if (OTHER_ALPHABET.test(first))
    return LOWERCASE_LATIN.test(before) || (!isTypographic && LOWERCASE_LATIN.test(after));
  if (DRAWN.test(first)) {
    // Lines of a drawing begin with ├ and ─, not with ┼.
    const startsWord = first === '┼' && !DRAWN.test(before) && LOWERCASE.test(after);
    return startsWord || (LETTER.test(before) && (!DRAWN.test(found) || LETTER.test(after)));
  }
  // Slovak in capitals: "DĹŽKA".
  if (CAPITALS.test(found) && readsAsWord(text, start, start + 2)) return false;
  // A capital in the middle of a word: "informaciÃ³n".
  if (LOWERCASE.test(before)) return true;
  return !isTypographic && !ROMANIAN.test(found) && !CALCULATED.test(found);
}

/** Whether nobody writes sequence upon sequence like this: it is how a damaged word of another script looks. */
export function isStrongRun(
  text: string,
  run: readonly { readonly start: number; readonly end: number }[],
): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (run.length < 2 || first === undefined || last === undefined) return false;
  const parts = run.map(({ start, end }) => text.slice(start, end));
  const found = text.slice(first.start, last.end);
  // "2×½×¼" is arithmetic; Hebrew, whose bytes look alike, comes in longer runs.
  if (run.length < 4 && parts.some((part) => part.startsWith('×'))) return false;
  if (parts.every((part) => TYPOGRAPHIC.test(part.slice(1)))) {
    // "А–Б–В–": one sign between the letters of a list.
    const signs = new Set(parts.map((part) => part.slice(1)));
    if (run.length < 3 || signs.size === 1) return false;
  }
  if (SAME_LINE.test(parts.map((part) => part.charAt(0)).join(''))) return false;
  if (readsAsWordWithSign(text, first.start, last.end)) return false;
  // Words in the cells of a table.
  if (parts.some((part) => part.length > 2) && readsAsCells(found)) return false;
  return !DRAWN.test(found) && !CALCULATED.test(found);
}

function readsAsCells(text: string): boolean {
  const cells = text.split(/[\u2500-\u259F]+/).filter((cell) => cell !== '');
  return (
    cells.some((cell) => cell.length > 2) &&
    cells.every((cell) => readsAsWord(cell, 0, cell.length))
  );
}

/** Whether letters of one script, or those with one sign after them, are what is between two places. */
function readsAsWordWithSign(text: string, start: number, end: number): boolean {
  if (SYMBOL_START.test(text.slice(start, end))) return false;
  return (
    readsAsWord(text, start, end) ||
    (!LETTER.test(text.charAt(end - 1)) && readsAsWord(text, start, end - 1))
  );
}
