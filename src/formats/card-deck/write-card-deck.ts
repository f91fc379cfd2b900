import type { ImportedDeck } from '../import/imported-deck.ts';
import { isMarkdownSource } from '../notes/source-fields.ts';
import { writeNote } from '../notes/write-note.ts';

export interface WrittenCardDeck {
  readonly text: string;
  /** How many notes are not in it: those drawn by a note type's HTML have no form in Markdown. */
  readonly leftOut: number;
}

/**
 * Writes the notes of a deck as one card file, with their ids, tags and decks. `readCardDeck` reads the same notes back;
 * schedules and media stay behind.
 */
export function writeCardDeck({ title, decks, notes }: ImportedDeck): WrittenCardDeck {
  const head = `---\ntitle: ${JSON.stringify(title)}\n---\n`;
  const blocks = notes.flatMap(({ key, source, cards }) => {
    if (!isMarkdownSource(source)) return [];
    const path = decks[cards[0]?.deck ?? 0];
    const isElsewhere = path !== undefined && path !== title;
    return [writeNote(source, { id: key, ...(isElsewhere && { deck: path }) })];
  });
  const leftOut = notes.length - blocks.length;
  return { text: [head, ...blocks].join('\n'), leftOut };
}
