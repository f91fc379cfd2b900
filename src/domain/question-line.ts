import type { CompiledNote, Rendered } from './content.ts';
import { toOrdinal, type CardId } from './ids.ts';

const mostLetters = 120;
const blocks = new Set(['p', 'ul', 'ol', 'li', 'tr', 'td', 'th', 'pre', 'blockquote', 'br']);

/** What a card asks, as one line of text without markup, cut with an ellipsis after 120 characters. */
export function toQuestionLine({
  card,
  note,
}: {
  readonly card: CardId;
  readonly note: CompiledNote;
}): string {
  const ordinal = toOrdinal(card);
  const asked = findAsked(note, ordinal);
  const text = asked.map((node) => toText(node, ordinal)).join('');
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > mostLetters ? `${line.slice(0, mostLetters - 1)}…` : line;
}

function findAsked(note: CompiledNote, ordinal: string): readonly Rendered[] {
  if (note.kind === 'cloze') return note.text;
  if (note.kind === 'template') {
    const text = toPlainText(Object.values(note.fields)[0] ?? '');
    return [ordinal.startsWith('c') ? showClozes(text, ordinal) : text];
  }
  return note.kind === 'reversed' && ordinal === 'reverse' ? note.reverseQuestion : note.question;
}

/** The words of somebody's HTML: good for one line, never for markup. */
function toPlainText(html: string): string {
  // Behind the last ">" no tag ends, and each "<" would be looked at for one.
  const end = html.lastIndexOf('>') + 1;
  const plain = html.slice(0, end).replace(/<[^>]*>/g, ' ') + html.slice(end);
  return plain.replaceAll('&nbsp;', ' ');
}

/** A text with cloze marks as its card asks it. Where one lies in another, the outer marks stay. */
function showClozes(text: string, ordinal: string): string {
  return text.replace(
    /\{\{(c\d+)::((?:(?!\{\{|\}\}|::).)*)(?:::(?:(?!\{\{|\}\}).)*)?\}\}/gs,
    (_, mark, words) => (mark === ordinal ? '[…]' : String(words)),
  );
}

function toText(node: Rendered, ordinal: string): string {
  if (typeof node === 'string') return node;
  const [tag, attributes, ...children] = node;
  if (tag === 'cloze' && `c${attributes?.n}` === ordinal) return '[…]';
  const separator = blocks.has(tag) ? ' ' : '';
  return separator + children.map((child) => toText(child, ordinal)).join('') + separator;
}
