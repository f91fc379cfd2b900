import { isEveryUnit, rememberPattern } from './remember-pattern.ts';

export const isLetter = rememberPattern(/\p{L}/u);
export const isLowercase = rememberPattern(/\p{Ll}/u);
export const isCapital = rememberPattern(/\p{Lu}/u);
export const isLatin = rememberPattern(/\p{Script=Latin}/u);
export const isCyrillic = rememberPattern(/\p{Script=Cyrillic}/u);
export const isGreek = rememberPattern(/\p{Script=Greek}/u);
/** Whether a unit draws lines and boxes. */
export const isDrawn = rememberPattern(/[\u2500-\u259F]/);

/**
 * The blocks of living scripts, of punctuation, symbols and emoji, with the control characters and the two odd characters that a
 * second layer of damage brings. What else two or three characters happen to spell as bytes is chance.
 */
const PLAUSIBLE =
  /^[\u0080-\u017F\u018F\u0192\u01A0-\u01B0\u01CD-\u01DC\u0218-\u021B\u0259\u02BB-\u02DD\u0300-\u036F\u0384-\u03CE\u0400-\u04FF\u0531-\u0589\u05B0-\u05F4\u060C-\u06FF\u0900-\u137F\u1780-\u17FF\u1E00-\u1FFF\u2000-\u2BFF\u3000-\u33FF\u4E00-\u9FFF\uAC00-\uD7A3\uF8FF\uFB01\uFB02\uFE00-\uFE0F\uFEFF-\uFFEF\uFFFD\u{1D400}-\u{1D7FF}\u{1F000}-\u{1FAFF}\u{20000}-\u{2A6DF}\u{E0020}-\u{E007F}]$/u;

const isPlausibleUnit = rememberPattern(PLAUSIBLE);

/** Whether a text may well hold the character of this code point. */
export function isPlausible(point: number): boolean {
  return point < 0x10000 ? isPlausibleUnit(point) : PLAUSIBLE.test(String.fromCodePoint(point));
}

/** Whether a part of a text, with the letters beside it, is what a word looks like: letters of one script, no capital after a small letter. */
export function readsAsWord(text: string, start: number, end: number): boolean {
  const first = isLetter(text.charCodeAt(start - 1)) ? start - 1 : start;
  const after = isLetter(text.charCodeAt(end)) ? end + 1 : end;
  const isOfScript = findScript(text.charCodeAt(first));
  if (isOfScript === undefined || !isEveryUnit(text, first, after, isOfScript)) return false;
  for (let index = first + 1; index < after; index += 1) {
    if (isCapital(text.charCodeAt(index)) && isLowercase(text.charCodeAt(index - 1))) return false;
  }
  return true;
}

function findScript(unit: number): ((unit: number) => boolean) | undefined {
  if (isLatin(unit)) return isLatin;
  if (isCyrillic(unit)) return isCyrillic;
  return isGreek(unit) ? isGreek : undefined;
}
