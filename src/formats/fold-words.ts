/**
 * What two names must share to be the same name: case, punctuation, accents and plural endings are
 * folded away, in the same order of words. `N+1` keeps its plus; `C#` and `C++` stay apart.
 */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .map(foldWord)
    .filter((word) => word !== '')
    .join(' ');
}

/** Ends in an s that is no plural. */
const noPlurals = /(?:ss|us|...is|https)$/;

function foldWord(written: string): string {
  if (/^[+#]+$/.test(written)) return '';
  const word = written.length < 4 || noPlurals.test(written) ? written : written.replace(/s$/, '');
  if (word !== written && word.endsWith('ie')) return `${word.slice(0, -2)}y`;
  // "indexes" has lost its s but not its e, and "cache" has one of its own: without it both match.
  return word.length > 4 ? word.replace(/e$/, '') : word;
}
