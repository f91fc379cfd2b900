/** What may name something to load, wherever it stands in a style. */
const loading = /(?:url|src|image|image-set|-webkit-image-set|cross-fade|element)\s*\([^)]*\)?/gi;

/**
 * Somebody's styles without anything that loads: imports, fonts, `url()` and its like. Escapes are
 * written out first, so that none can hide a word; what is broken by that, a style sheet passes over.
 * Something stands in the place of all that goes, or what is left around it could join to such a word.
 */
export function cleanCss(css: string): string {
  return css
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, digits: string) =>
      toCharacter(Number.parseInt(digits, 16)),
    )
    .replace(/\\/g, '')
    .replace(/\/\*[^]*?(?:\*\/|$)/g, '')
    .replace(/@(?:import|charset|namespace)[^;{}]*;?/gi, ' ')
    .replace(/@font-face\s*\{[^}]*\}?/gi, ' ')
    .replace(loading, 'none')
    .replace(/expression\s*\(|-moz-binding|behavior\s*:/gi, ' ');
}

function toCharacter(code: number): string {
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
    ? ''
    : String.fromCodePoint(code);
}
