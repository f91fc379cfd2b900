import type { CompiledNote, Rendered } from '../content.ts';
import { toOrdinal, type CardId } from '../ids.ts';

/** A card's answer as words, for comparing it with others and for offering it as an option. */
export interface PlainAnswer {
  readonly text: string;
  /** Whether it is set as code and nothing else. */
  readonly isCode: boolean;
  /** All that counts as right, `text` among it. */
  readonly accepted: readonly string[];
}

/** A rendered tree's words in reading order, blocks parted by a space. */
export function toPlainText(content: readonly Rendered[]): string {
  return content.map(readText).join('').replace(/\s+/gu, ' ').trim();
}

const inlineTags = new Set(['em', 'strong', 'del', 'code', 'span', 'a', 'cloze']);

function readText(node: Rendered): string {
  if (typeof node === 'string') return node;
  const [tag, , ...children] = node;
  const text = children.map(readText).join('');
  return inlineTags.has(tag) ? text : ` ${text} `;
}

/** The words of the side that asks; a cloze's hidden parts are left out, and what a note type draws has none. */
export function findPlainQuestion(note: CompiledNote, card: CardId): string {
  if (note.kind === 'cloze') return toPlainText(note.text.map(hideClozes));
  if (note.kind === 'template') return '';
  const isReverse = note.kind === 'reversed' && toOrdinal(card) === 'reverse';
  return toPlainText(isReverse ? note.reverseQuestion : note.question);
}

function hideClozes(node: Rendered): Rendered {
  if (typeof node === 'string') return node;
  const [tag, attributes, ...children] = node;
  return tag === 'cloze' ? '…' : [tag, attributes, ...children.map(hideClozes)];
}

/** A card's answer as words; null for a task to tick, for what a note type draws, and for a card that its note does not have. */
export function findPlainAnswer(note: CompiledNote, card: CardId): PlainAnswer | null {
  switch (note.kind) {
    case 'typed':
      // What must be typed to the letter is code: a command, a header, a status.
      return {
        text: note.answers[0],
        isCode: note.match === 'exact',
        accepted: note.answers,
      };
    case 'basic':
      return ofContent(note.answer);
    case 'reversed':
      return ofContent(toOrdinal(card) === 'reverse' ? note.reverseAnswer : note.answer);
    case 'choice':
      return ofContent(note.options[0].content);
    case 'cloze': {
      const hidden = findCloze(note.text, toOrdinal(card).slice(1));
      return hidden === null ? null : ofContent(hidden);
    }
    case 'rubric':
    case 'template':
      return null;
  }
}

/** The answer as a tree to draw: an option's content. Null as for `findPlainAnswer`. */
export function findAnswerContent(note: CompiledNote, card: CardId): readonly Rendered[] | null {
  switch (note.kind) {
    case 'typed':
      return [
        ['p', null, note.match === 'exact' ? ['code', null, note.answers[0]] : note.answers[0]],
      ];
    case 'basic':
      return note.answer;
    case 'reversed':
      return toOrdinal(card) === 'reverse' ? note.reverseAnswer : note.answer;
    case 'choice':
      return note.options[0].content;
    case 'cloze': {
      const hidden = findCloze(note.text, toOrdinal(card).slice(1));
      return hidden === null ? null : [['p', null, ...hidden]];
    }
    case 'rubric':
    case 'template':
      return null;
  }
}

function ofContent(content: readonly Rendered[]): PlainAnswer {
  const text = toPlainText(content);
  return { text, isCode: isAllCode(content), accepted: [text] };
}

/** The first part hidden under this number; others of the same number repeat or go on with it. */
function findCloze(content: readonly Rendered[], number: string): readonly Rendered[] | null {
  for (const node of content) {
    if (typeof node === 'string') continue;
    const [tag, attributes, ...children] = node;
    if (tag === 'cloze' && attributes?.n === number) return children;
    const found = findCloze(children, number);
    if (found !== null) return found;
  }
  return null;
}

/** One piece of code, in paragraphs or alone, with no words around it. */
function isAllCode(content: readonly Rendered[]): boolean {
  const nodes = content.filter((node) => typeof node !== 'string' || node.trim() !== '');
  return (
    nodes.length === 1 &&
    nodes.every((node) => {
      if (typeof node === 'string') return false;
      const [tag, , ...children] = node;
      return tag === 'code' || tag === 'pre' || (tag === 'p' && isAllCode(children));
    })
  );
}
