/** `$$…$$` over several lines, or `$…$` in one, close to its formula and apart from words and digits. */
const formula = /\$\$[^$]+\$\$|(?<![\w$])\$(?=[^\s$])[^$\n]*(?<=[^\s\\])\$(?![\w$])/g;

/**
 * Whether the dollars of a Markdown text are the marks of formulas: each of them, outside of code and
 * not escaped, belongs to a pair as TeX has it. Where one is left over ("$5 and $6", "$HOME/$USER"),
 * all of them are dollars.
 */
export function hasFormulas(text: string): boolean {
  if (!text.includes('$')) return false;
  const parts = text.split(/`+/);
  // Without its other half a backtick means itself, and where code begins and ends is anybody's guess.
  if (parts.length % 2 === 0) return false;
  const words = parts
    .filter((_, index) => index % 2 === 0)
    .join('`')
    .replaceAll('\\$', '');
  const left = words.replace(formula, '');
  return left !== words && !left.includes('$');
}
