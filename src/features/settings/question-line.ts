import type { Rendered } from '#src/domain/content.ts';
import { toOrdinal } from '#src/domain/ids.ts';
import type { Question } from '#src/storage/questions.ts';

const mostLetters = 120;

/** What a card asks, as one short line of text. */
export function toQuestionLine({ card, note }: Pick<Question, 'card' | 'note'>): string {
  const ordinal = toOrdinal(card);
  const asked = findAsked(note, ordinal);
  const text = asked.map((node) => toText(node, ordinal)).join('');
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > mostLetters ? `${line.slice(0, mostLetters - 1)}…` : line;
}

function findAsked(note: Question['note'], ordinal: string): readonly Rendered[] {
  if (note.kind === 'cloze') return note.text;
  if (note.kind === 'template') return [toPlainText(Object.values(note.fields)[0] ?? '')];
  return note.kind === 'reversed' && ordinal === 'reverse' ? note.reverseQuestion : note.question;
}

/** The words of somebody's HTML: good for one line, never for markup. */
function toPlainText(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replaceAll('&nbsp;', ' ');
}

function toText(node: Rendered, ordinal: string): string {
  if (typeof node === 'string') return node;
  const [tag, attributes, ...children] = node;
  if (tag === 'cloze' && `c${attributes?.n}` === ordinal) return '[…]';
  const separator = tag === 'p' || tag === 'ul' || tag === 'ol' || tag === 'tr' ? ' ' : '';
  return separator + children.map((child) => toText(child, ordinal)).join('') + separator;
}
