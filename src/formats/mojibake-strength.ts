import {
  isCapital,
  isCyrillic,
  isDrawn,
  isGreek,
  isLetter,
  isLowercase,
  readsAsWord,
} from './plausible-text.ts';
import { countUnits, isEveryUnit, rememberPattern } from './remember-pattern.ts';

/** Signs that follow a letter in ordinary text: closing quotes, dashes, footnote digits, a no-break space before »… */
const isTypographic = rememberPattern(/[‘’“”‚„–—…•‹›«»\u00A0¹²³ªº™®]/);
const isNoControl = rememberPattern(/[^\u0080-\u009F]/);
const isPlainLowercase = rememberPattern(/[a-z]/);
/** What opens quotation marks, or stands where a letter follows as well. */
const isOpening = rememberPattern(/[‚„·‰]/);

/** How marks, arrows and dingbats start, and Russian words such as "юла"; in no language do these letters follow each other. */
const FOREIGN_START = /^(?:â[œšžśťŚŤŠŽŒ]|[ÐÑ][ŠŒŽŸšœžªº])/;
/** Dashes or lines between letters, all of one kind. */
const SAME_LINE = /^(?:[─═]+|–+|—+)$/;
/** Formulas: a sign of mathematics before another one. */
const CALCULATED = /^(?:[¬√ƒ≈][≠∞±≤≥∂∑∏π∫Ωµ])+$/;
/** Romanian that writes its ş with a cedilla has words that begin so, and titles in capitals that hold it. */
const ROMANIAN = /^[ÂĂ][Şş]$/;

/** Whether nobody writes this on purpose, of a part of a text that could be one sequence of UTF-8 that starts with these two bytes. */
export function isStrongAlone(
  text: string,
  start: number,
  end: number,
  lead: number,
  second: number,
): boolean {
  const length = end - start;
  if (!isEveryUnit(text, start, end, isNoControl)) return true;
  if (length === 2) return isStrongPair(text, start, lead);
  // Letters in the cells of a table, and what stands in ‚single quotes‘.
  if (isEveryUnit(text, start + 1, start + 3, isDrawn) || isLetterBesideLine(text, start, end))
    return false;
  if (lead === 0xe2 && second === 0x80) return true;
  if (isOpening(text.charCodeAt(start)) && isEveryUnit(text, start + 1, end, isLetter))
    return false;
  if (readsAsWordWithSign(text, start, end)) return false;
  if (length === 4) return true;
  const typographic = countUnits(text, start + 1, end, isTypographic);
  return typographic < (lead === 0xe2 || lead === 0xef ? 2 : 1);
}

function isLetterBesideLine(text: string, start: number, end: number): boolean {
  let after = start;
  while (after < end && isLetter(text.charCodeAt(after))) after += 1;
  return after > start && after < end && isDrawn(text.charCodeAt(after));
}

/** Only pairs that mean a letter or sign of Latin text stand alone in it; pairs of other scripts come in runs. */
function isStrongPair(text: string, start: number, lead: number): boolean {
  if (lead < 0xc2 || lead > 0xc5) return false;
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(start + 2);
  // Capitals of other alphabets stand before other signs in honest text as often as not.
  if (isCyrillic(first) || isGreek(first))
    return isPlainLowercase(before) || (!isTypographic(second) && isPlainLowercase(after));
  if (isDrawn(first)) {
    // Lines of a drawing begin with ├ and ─, not with ┼.
    const startsWord = text.charAt(start) === '┼' && !isDrawn(before) && isLowercase(after);
    return startsWord || (isLetter(before) && (!isDrawn(second) || isLetter(after)));
  }
  // Slovak in capitals: "DĹŽKA".
  if (isCapital(first) && isCapital(second) && readsAsWord(text, start, start + 2)) return false;
  // A capital in the middle of a word: "informaciÃ³n".
  if (isLowercase(before)) return true;
  const found = text.slice(start, start + 2);
  return !isTypographic(second) && !ROMANIAN.test(found) && !CALCULATED.test(found);
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
  if (parts.every((part) => countUnits(part, 1, part.length, isTypographic) > 0)) {
    // "А–Б–В–": one sign between the letters of a list.
    const signs = new Set(parts.map((part) => part.slice(1)));
    if (run.length < 3 || signs.size === 1) return false;
  }
  if (SAME_LINE.test(parts.map((part) => part.charAt(0)).join(''))) return false;
  if (readsAsWordWithSign(text, first.start, last.end)) return false;
  // Words in the cells of a table.
  if (parts.some((part) => part.length > 2) && readsAsCells(found)) return false;
  return !isEveryUnit(text, first.start, last.end, isDrawn) && !CALCULATED.test(found);
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
  if (FOREIGN_START.test(text.slice(start, start + 2))) return false;
  return (
    readsAsWord(text, start, end) ||
    (!isLetter(text.charCodeAt(end - 1)) && readsAsWord(text, start, end - 1))
  );
}
