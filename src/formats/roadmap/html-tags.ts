import { captured } from './captured.ts';
export interface HtmlTag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'tag'; readonly tag: HtmlTag; readonly line: number };

const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—',
  rarr: '→', hellip: '…', copy: '©', bull: '•', middot: '·', check: '✓', starf: '★',
}; // prettier-ignore

/** Replaces numeric character references and the named ones that occur in prose; leaves others as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Reads `<name attributes>` or `</name>`; undefined for comments, declarations and everything else. */
export function readTag(source: string): HtmlTag | undefined {
  const match = /^<(\/?)([a-z][a-z\d]*)([^>]*)>$/i.exec(source);
  if (match === null) return undefined;
  const attributes = new Map<string, string>();
  const list = captured(match, 3).matchAll(
    /([a-z][\w-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/gi,
  );
  for (const [, name = '', value = ''] of list) {
    attributes.set(name.toLowerCase(), value.replace(/^(["'])(.*)\1$/s, '$2'));
  }
  return { name: captured(match, 2).toLowerCase(), isClosing: match[1] === '/', attributes };
}

/** Splits HTML into text and tags with their lines; comments, scripts and styles are left out. */
export function tokenizeHtml(source: string, firstLine: number): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let line = firstLine;
  let hidden: string | undefined;
  // The last alternative takes a "<" that opens nothing, so that every character belongs to one match.
  const pieces = source.matchAll(/<!--[\s\S]*?(?:-->|$)|<\/?[a-z][^<>]*>|[^<]+|</gi);
  for (const [piece] of pieces) {
    const tag = piece.startsWith('<!--') ? undefined : readTag(piece);
    if (tag !== undefined) {
      if (hidden === undefined) tokens.push({ kind: 'tag', tag, line });
      if (tag.name === 'script' || tag.name === 'style')
        hidden = tag.isClosing ? undefined : tag.name;
    } else if (hidden === undefined && !piece.startsWith('<!--')) {
      tokens.push({ kind: 'text', text: piece, line });
    }
    line += piece.split('\n').length - 1;
  }
  return tokens;
}
