const ONE_SCRIPT = /^(?:\p{Script=Latin}+|\p{Script=Cyrillic}+|\p{Script=Greek}+)$/u;
const LETTER = /\p{L}/u;
const CAPITAL_WITHIN = /\p{Ll}\p{Lu}/u;

/**
 * The blocks of living scripts, of punctuation, symbols and emoji, with the control characters and the two odd characters that a
 * second layer of damage brings. What else two or three characters happen to spell as bytes is chance.
 */
const PLAUSIBLE =
  /^[\u0080-\u017F\u018F\u0192\u01A0-\u01B0\u01CD-\u01DC\u0218-\u021B\u0259\u02BB-\u02DD\u0300-\u036F\u0384-\u03CE\u0400-\u04FF\u0531-\u0589\u05B0-\u05F4\u060C-\u06FF\u0900-\u137F\u1780-\u17FF\u1E00-\u1FFF\u2000-\u2BFF\u3000-\u33FF\u4E00-\u9FFF\uAC00-\uD7A3\uF8FF\uFB01\uFB02\uFE00-\uFE0F\uFEFF-\uFFEF\uFFFD\u{1D400}-\u{1D7FF}\u{1F000}-\u{1FAFF}\u{20000}-\u{2A6DF}\u{E0020}-\u{E007F}]$/u;

/** Whether a text may well hold this character. */
export function isPlausible(character: string): boolean {
  return PLAUSIBLE.test(character);
}

/** Whether a part of a text, with the letters beside it, is what a word looks like: letters of one script, no capital after a small letter. */
export function readsAsWord(text: string, start: number, end: number): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  const word =
    (LETTER.test(before) ? before : '') +
    text.slice(start, end) +
    (LETTER.test(after) ? after : '');
  return ONE_SCRIPT.test(word) && !CAPITAL_WITHIN.test(word);
}
