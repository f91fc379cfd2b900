import { expect } from 'vitest';
import type { ImportedDeck } from '../import/imported-deck.ts';
import type { ReadDeck } from '../import/read-result.ts';

/** The deck that a reader gives, which must be one. */
export function expectDeck(read: ReadDeck): ImportedDeck {
  if ('error' in read) throw new Error(read.error);
  expect(read.notes.length).toBeGreaterThan(0);
  return read;
}

/** A deck in the words that a test compares: each note's key, kind, deck and cards, and its fields. */
export function summarise(read: ReadDeck) {
  const { decks, notes } = expectDeck(read);
  return notes.map(({ key, source, cards }) => ({
    key,
    kind: source.kind,
    fields: source.fields,
    tags: source.tags.join(' '),
    cards: cards.map(({ ordinal, deck }) => `${ordinal} in ${decks[deck] ?? 'no deck'}`).join(', '),
  }));
}

/** What was told of a deck, each with the line or note that it is about. */
export function listProblems({ problems = [] }: { readonly problems?: ReadDeck['problems'] }) {
  return problems.map(({ place, message }) => {
    const where =
      place === undefined ? '' : 'line' in place ? `${place.line}: ` : `#${place.note}: `;
    return `${where}${message}`;
  });
}
