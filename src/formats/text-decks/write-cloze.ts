/** A hidden part the way cards have it, so that nothing in it is taken for its hint or its end. */
export function writeCloze(n: number, hidden: string, hint = ''): string {
  // TeX and most code mean the same with a space between closing braces.
  const words = hidden.replace(/\}(?=\})/g, '} ').replace(/\}$/, '} ');
  // Without an empty hint the end of "std::string" would be taken for one.
  const behind = hint !== '' ? `::${hint}` : hidden.includes('::') ? '::' : '';
  return `{{c${n}::${words}${behind}}}`;
}
