import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#src/domain/ids.ts';
import { readAnkiPackage } from '../anki/read-anki-package.ts';
import { writeAnkiPackage } from '../anki/write-anki-package.ts';
import { readCairnDeck, writeCairnDeck } from '../cairn-deck/cairn-deck.ts';
import { startSqlite } from '../sqlite.ts';
import { anyDeck } from '../testing/any-deck.ts';
import { expectDeck } from '../testing/read-sample.ts';
import type { ImportedDeck } from './imported-deck.ts';
import { joinDecks } from './join-decks.ts';
import { splitDeck } from './split-deck.ts';

const loadSqlite = async () =>
  startSqlite(await readFile('node_modules/sql.js/dist/sql-wasm.wasm'));
const now = Date.UTC(2026, 2, 9) as Instant;

/** A deck whose names are those of the others, but for its file and, where it says so, its title. */
function toPart(deck: ImportedDeck, index: number, hasTitle: boolean) {
  const texts = deck.notes.map((note, position) => ({
    ...note,
    key: `k${position}`,
    source: {
      ...note.source,
      ...(note.source.kind === 'template'
        ? { noteType: '7', fields: { Front: `<img src="a.png"> ${index}` } }
        : {}),
    },
  }));
  return {
    ...{ home: `deck-${index}`, title: hasTitle ? 'One' : 'Mine', decks: ['One', 'One::Two'] },
    noteTypes: deck.noteTypes.map((type) => ({
      ...{ ...type, key: '7', name: `Type ${index}`, fields: ['Front'] },
      templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{Front}}' }],
    })),
    notes: texts,
    media: [{ name: 'a.png', bytes: Uint8Array.of(index) }],
    settings: { desiredRetention: 0.8 + index / 100 },
  };
}

/** What is to stay of a deck, whatever the file. */
function listKept({ title, decks, notes, media, settings, noteTypes }: ReturnType<typeof toPart>) {
  const used = new Set(notes.map(({ source }) => source.noteType));
  return {
    ...{ title, settings },
    media: media.map(({ name, bytes }) => [name, ...bytes]),
    types: noteTypes.filter(({ key }) => used.has(key)).map(({ key, name }) => [key, name]),
    notes: notes.map(({ key, source, cards }) => ({
      ...{ key, kind: source.kind, fields: source.fields },
      noteType: source.noteType,
      cards: cards.map(({ ordinal, deck }) => `${ordinal} in ${decks[deck] ?? ''}`),
    })),
  };
}

const anyParts = fc
  .array(fc.tuple(anyDeck, fc.boolean()), { minLength: 2, maxLength: 3 })
  .map((decks) => decks.map(([deck, hasTitle], index) => toPart(deck, index, hasTitle)));

describe('decks that left in one file', () => {
  it('come back apart from a package, each as it was, whatever names they share', async () => {
    await fc.assert(
      fc.asyncProperty(anyParts, async (parts) => {
        const bytes = await writeAnkiPackage(joinDecks(parts, 'All'), { loadSqlite, now });
        const read = await readAnkiPackage(bytes, { loadSqlite });
        if ('error' in read) throw new Error(read.error);
        expect(splitDeck(read).map(listKept as never)).toEqual(parts.map(listKept));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('come back apart from JSON, each as it was', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const deck = joinDecks(parts, 'All');
        const text = writeCairnDeck({
          ...deck,
          format: 'cairn-deck',
          description: '',
          problems: [],
        });
        const read = expectDeck(readCairnDeck({ name: 'All', text }));
        expect(splitDeck(read).map(listKept as never)).toEqual(parts.map(listKept));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a deck', () => {
  const [deck] = fc.sample(anyDeck, { numRuns: 1, seed: 1 });

  it('that says nothing of homes, or of one alone, stays as it is', () => {
    expect(splitDeck(deck!)).toEqual([deck]);
    const home = { home: 'mine-1', title: 'One', settings: {} };
    const lists = { decks: [], keys: [], noteTypes: [], media: [] };
    const marked = { ...deck!, homes: [{ ...home, ...lists }] };
    expect(splitDeck(marked)).toEqual([marked]);
  });

  it('that another program moved notes in keeps those in a deck of their own', () => {
    const lists = { keys: [], noteTypes: [], media: [], settings: {} };
    const homes = [
      { ...{ home: 'mine-1', title: 'A', decks: [['One', 'A']] as const }, ...lists },
      { ...{ home: 'mine-2', title: 'B', decks: [['Other', 'B']] as const }, ...lists },
    ];
    const [note] = deck!.notes;
    const at = (key: string, position: number) => ({
      ...{ ...note!, key, cards: [{ ordinal: '1', deck: position }] },
    });
    const joined = { ...deck!, notes: [at('a', 0), at('b', 1)], homes };
    const parts = splitDeck({ ...joined, problems: [{ message: 'Once.' }] });
    expect(parts.map(({ title, notes }) => [title, ...notes.map(({ key }) => key)])).toEqual([
      ['A', 'a'],
      ['One', 'b'],
    ]);
    expect(parts.map(({ problems }) => problems.length)).toEqual([1, 0]);
    expect(parts[1]).not.toHaveProperty('homes');
  });
});
