import type { CompiledNote, Rendered } from './content.ts';
import { toOrdinal, type CardId } from './ids.ts';

/** What a card shows: its question, or the text whose hidden part it asks for. */
export interface CardFace {
  readonly question: readonly Rendered[];
  /** The number of the hidden part that a cloze card asks for; absent for other kinds. */
  readonly cloze?: number;
  /** The answer of a note that has one in words; kinds with an exercise draw their own. */
  readonly answer?: readonly Rendered[];
}

/** The face of a note's card. */
export function toCardFace(note: CompiledNote, card: CardId): CardFace {
  const ordinal = toOrdinal(card);
  switch (note.kind) {
    case 'basic':
      return { question: note.question, answer: note.answer };
    case 'reversed':
      return ordinal === 'reverse'
        ? { question: note.reverseQuestion, answer: note.reverseAnswer }
        : { question: note.question, answer: note.answer };
    case 'cloze':
      return { question: note.text, cloze: Number(ordinal.slice(1)) };
    case 'template':
      // Its note type draws it.
      return { question: [] };
    default:
      return { question: note.question };
  }
}
