import { DeckBuilder } from '../import/deck-builder.ts';
import type { DeckText, ReadDeck } from '../import/read-result.ts';
import { escapeMarkdown } from '../text-decks/escape-markdown.ts';
import { noteFromTexts, toSnippet } from '../text-decks/note-from-texts.ts';

/** What parts term and definition, and one card from the next. */
export interface QuizletSeparators {
  readonly sides: string;
  readonly cards: string;
}

const sideCandidates = ['\t', ' - ', ' – ', ' — ', ' = ', ' : ', ': ', '::', ';', ','];
const cardCandidates = ['\n', '\n\n', ';', ';;'];

/** Guesses the separators of a paste: those that make the most cards with exactly two sides; undefined where too few lines have them. */
export function guessQuizletSeparators(text: string): QuizletSeparators | undefined {
  const start = text.slice(0, 65_536);
  let best: { separators: QuizletSeparators; share: number } | undefined;
  for (const cards of cardCandidates) {
    const pieces = start.split(cards).filter((piece) => piece.trim() !== '');
    for (const sides of sideCandidates) {
      if (sides === cards) continue;
      const good = pieces.filter((piece) => isPair(piece, sides)).length;
      const share = good / pieces.length;
      if (good > 1 && share >= 0.8 && share > (best?.share ?? 0)) {
        best = { separators: { sides, cards }, share };
      }
    }
  }
  return best?.separators;
}

function isPair(piece: string, sides: string): boolean {
  const at = piece.indexOf(sides);
  if (at < 0) return false;
  const [term, definition] = [piece.slice(0, at), piece.slice(at + sides.length)];
  return term.trim() !== '' && definition.trim() !== '' && term.length <= 200;
}

/** Reads a paste from Quizlet or the like: two sides a card, no header. Separators that are not said are guessed. */
export function readQuizlet(
  { name, text }: DeckText,
  said: Partial<QuizletSeparators> = {},
): ReadDeck {
  const guessed = guessQuizletSeparators(text);
  const sides = said.sides ?? guessed?.sides ?? '\t';
  const cards = said.cards ?? guessed?.cards ?? '\n';
  const builder = new DeckBuilder({
    format: 'quizlet',
    description: 'Terms and definitions',
    title: name,
  });
  let line = 1;
  for (const piece of text.split(cards)) {
    const blank = /^\s*/.exec(piece)?.[0] ?? '';
    const place = { line: line + countLines(blank) };
    line += countLines(piece + cards);
    if (piece.trim() === '') continue;
    const at = piece.indexOf(sides);
    if (at < 0) {
      const message = `"${toSnippet(piece)}" has no "${sides.trim() || 'tab'}" that parts term and definition, so it was left out.`;
      builder.report(message, place);
      continue;
    }
    const question = escapeMarkdown(piece.slice(0, at).trim());
    const answer = escapeMarkdown(piece.slice(at + sides.length).trim());
    const found = noteFromTexts({ question, answer }, []);
    if ('problem' in found) builder.report(found.problem, place);
    else builder.addNote({ ...found, place });
  }
  return builder.build();
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
