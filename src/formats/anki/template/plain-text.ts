const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** HTML without its tags; entities stay, so that it is HTML still. */
export function stripTags(html: string): string {
  // A "<" ends the search for ">", or a text full of "<" would take the square of its length.
  return stripComments(html).replace(/<[^<>]*>/g, '');
}

/** HTML without its comments; one that is never closed stays. */
export function stripComments(html: string): string {
  let out = '';
  let from = 0;
  for (;;) {
    const open = html.indexOf('<!--', from);
    const close = open < 0 ? -1 : html.indexOf('-->', open + 4);
    if (close < 0) return out + html.slice(from);
    out += html.slice(from, open);
    from = close + 3;
  }
}

/** The words of a piece of HTML, with breaks and blocks as line ends. */
export function toPlainText(html: string): string {
  return decodeEntities(stripTags(html.replace(/<br\s{0,9}\/?>|<\/?div[^<>]*>/gi, '\n')));
}

/** Puts back the signs that HTML writes by name or number; names beyond the basic ones stay. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Whether a field counts as empty: nothing in it but spaces and empty lines. */
export function isEmptyField(html: string): boolean {
  return html.replace(/<\/?(?:br|div)\s?\/?>/gi, '').trim() === '';
}
