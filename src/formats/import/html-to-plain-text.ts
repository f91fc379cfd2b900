const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/** The words of a piece of HTML: line breaks kept, all other markup taken off. For comparing and for plain fields, never for showing as HTML. */
export function htmlToPlainText(html: string): string {
  // A "<" ends the search for ">", or a text full of "<" would take the square of its length.
  const text = html
    .replace(/<br\s{0,9}\/?>|<\/(?:div|p|li|tr|h[1-6])>/gi, '\n')
    .replace(/<[^<>]*>/g, '');
  return decodeEntities(text).replace(/\n{3,}/g, '\n\n');
}

/** Puts back the signs that HTML writes by name or number; names beyond the basic ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
