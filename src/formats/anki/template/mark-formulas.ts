import { toSha1 } from '../../sha1.ts';
import { escapeHtml } from '../../escape-html.ts';
import { toPlainText } from './plain-text.ts';

/** Whether a deck's media have a file of this name. */
export type HasMedia = (name: string) => boolean;

type Shape = 'inline' | 'block' | 'latex';

/** How the source reads that Anki's pictures of formulas are named by. */
const sources: Readonly<Record<Shape, (tex: string) => string>> = {
  inline: (tex) => `$${tex}$`,
  block: (tex) => `\\begin{displaymath}${tex}\\end{displaymath}`,
  latex: (tex) => tex,
};

const marks = [
  { open: '[latex]', close: '[/latex]', shape: 'latex', isPictured: true },
  { open: '[$$]', close: '[/$$]', shape: 'block', isPictured: true },
  { open: '[$]', close: '[/$]', shape: 'inline', isPictured: true },
  { open: '\\(', close: '\\)', shape: 'inline', isPictured: false },
  { open: '\\[', close: '\\]', shape: 'block', isPictured: false },
] as const;

const opening = /\[latex\]|\[\$\$?\]|\\[([]/gi;

/**
 * Puts `span.cairn-tex[data-tex][data-shape]` where a card has a formula, with its source as text; or
 * where the deck brings Anki's picture of one, `latex-` and the SHA-1 of its source, the picture.
 */
export function markFormulas(html: string, hasMedia: HasMedia): string {
  let out = '';
  let from = 0;
  /** Marks that never come again: without this a text full of openings takes the square of its length. */
  const missing = new Set<string>();
  for (const { 0: found, index } of html.matchAll(opening)) {
    const mark = marks.find(({ open }) => open === found.toLowerCase());
    if (mark === undefined || index < from || missing.has(mark.close)) continue;
    const start = index + found.length;
    const end = findClose(html, mark.close, start);
    if (end < 0) {
      missing.add(mark.close);
      continue;
    }
    out += html.slice(from, index) + draw(html.slice(start, end), mark, hasMedia);
    from = end + mark.close.length;
  }
  return out + html.slice(from);
}

/** Letters are written in both cases by people, as in "[LaTeX]". */
function findClose(html: string, close: string, start: number): number {
  const exact = html.indexOf(close, start);
  if (exact >= 0 || close !== '[/latex]') return exact;
  const found = /\[\/latex\]/i.exec(html.slice(start));
  return found === null ? -1 : start + found.index;
}

function draw(
  inside: string,
  { shape, isPictured }: (typeof marks)[number],
  hasMedia: HasMedia,
): string {
  const tex = toPlainText(inside);
  const trimmed = escapeHtml(tex.trim());
  const picture = isPictured ? findPicture(sources[shape](tex), hasMedia) : undefined;
  if (picture !== undefined) {
    return `<img class="latex" src="${picture}" alt="${trimmed}">`;
  }
  return `<span class="cairn-tex" data-shape="${shape}" data-tex="${trimmed}">${trimmed}</span>`;
}

function findPicture(source: string, hasMedia: HasMedia): string | undefined {
  const stem = `latex-${toSha1(new TextEncoder().encode(source))}`;
  return [`${stem}.png`, `${stem}.svg`].find(hasMedia);
}
