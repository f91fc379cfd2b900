import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#src/domain/ids.ts';
import { defaultParameters } from '#src/domain/settings.ts';
import type { ImportedDeck } from '../import/imported-deck.ts';
import { listZip, readZipEntry } from '../zip.ts';
import type { ExportedDeck } from './exported-deck.ts';
import { readAnkiPackage } from './read-anki-package.ts';
import { anyDeck } from './testing/any-deck.ts';
import { loadSqlite } from './testing/load-sqlite.ts';
import { writeAnkiPackage } from './write-anki-package.ts';

const now = Date.UTC(2026, 10, 27, 8) as Instant;

async function writeAndRead(deck: ExportedDeck): Promise<ImportedDeck> {
  const bytes = await writeAnkiPackage(deck, { loadSqlite, now });
  const read = await readAnkiPackage(bytes, { loadSqlite });
  if ('error' in read) throw new Error(read.error);
  return read;
}

const empty: ExportedDeck = {
  title: 'T',
  decks: ['T'],
  noteTypes: [],
  notes: [],
  media: [],
  settings: {},
};

/** Anki knows one review a millisecond in the whole collection: the later of two moves on. */
function settleTimes(deck: ExportedDeck): ExportedDeck['notes'] {
  const taken = new Set<number>();
  return deck.notes.map((note) => ({
    ...note,
    cards: note.cards.map((card) => ({
      ...card,
      ...(card.reviews && {
        reviews: card.reviews.map((review) => {
          let at = review.at as number;
          while (taken.has(at)) at += 1;
          taken.add(at);
          return { ...review, id: at, at: at as Instant };
        }),
      }),
    })),
  }));
}

describe('a deck written as an Anki package', () => {
  it('is read back the same: notes, cards, marks, schedules, memory and each review', async () => {
    await fc.assert(
      fc.asyncProperty(anyDeck, async (deck) => {
        const read = await writeAndRead(deck);
        expect(read.problems).toEqual([]);
        expect(read.notes).toEqual(
          settleTimes(deck).map((note) => ({ ...note, cards: expect.anything() as unknown })),
        );
        const cardsOf = (notes: ExportedDeck['notes'], decks: readonly string[]) =>
          notes.flatMap(({ cards }) => cards.map((card) => ({ ...card, deck: decks[card.deck] })));
        expect(cardsOf(read.notes, read.decks)).toEqual(cardsOf(settleTimes(deck), deck.decks));
        expect(read.media).toEqual(deck.media);
        expect(read.zone).toEqual(deck.zone);
        expect(read.settings).toMatchObject(deck.settings);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('keeps note types, parameters and the deck tree', async () => {
    const [deck] = fc.sample(anyDeck, { numRuns: 1, seed: 7 });
    const type = deck!.noteTypes[0]!;
    const source = {
      kind: 'template',
      fields: { Front: 'a', Back: 'b' },
      tags: [],
      noteType: type.key,
    } as const;
    const read = await writeAndRead({
      ...empty,
      decks: ['A::B::C'],
      noteTypes: [type],
      parameters: defaultParameters,
      notes: [{ key: 'k', source, cards: [{ ordinal: '1', deck: 0 }], place: { note: 1 } }],
    });
    expect(read.noteTypes).toEqual([type]);
    expect(read).toMatchObject({ title: 'A', decks: ['A::B::C'], parameters: defaultParameters });
    expect(read.notes[0]!.cards[0]).toMatchObject({ position: 1 });
  });

  it('gives note types with the same or no number one of their own', async () => {
    const [deck] = fc.sample(anyDeck, { numRuns: 1, seed: 7 });
    const [one, other] = deck!.noteTypes;
    const noteTypes = [
      { ...one!, key: 'words' },
      { ...other!, key: 'more words', name: 'Other' },
    ];
    const notes = noteTypes.map(({ key, fields }, index) => ({
      key: `k${index}`,
      source: {
        kind: 'template',
        fields: { [fields[0]!]: '{{c1::x}}' },
        tags: ['two words'],
        noteType: key,
      } as const,
      cards: [{ ordinal: '1', deck: 0 }],
      place: { note: index + 1 },
    }));
    const read = await writeAndRead({ ...empty, noteTypes, notes });
    expect(read.noteTypes.map(({ name }) => name)).toEqual(['Basic', 'Other']);
    expect(read.notes[0]!.source.tags).toEqual(['two_words']);
  });

  it('tells old versions which fields a card needs, however its template is written', async () => {
    const fronts = ['{{#Back}}{{Front}}{{/Back}} {{Tags}}', '{{#Front}}'];
    const noteType = {
      key: '5',
      name: 'Odd',
      kind: 'standard',
      fields: ['Front', 'Back'],
      templates: fronts.map((front) => ({ name: 'Card', front, back: '' })),
      css: '',
    } as const;
    const source = { kind: 'template', fields: { Front: 'a' }, tags: [], noteType: '5' } as const;
    const cards = [{ ordinal: '1', deck: 4 }];
    const notes = [{ key: 'k', source, cards, place: { note: 1 } }];
    const bytes = await writeAnkiPackage(
      { ...empty, noteTypes: [noteType], notes },
      { loadSqlite, now },
    );
    const collection = readZipEntry(bytes, listZip(bytes).get('collection.anki2')!);
    const db = (await loadSqlite()).open(collection);
    const [[models]] = [...db.rows('SELECT models FROM col')] as unknown as [[string]];
    const model = (JSON.parse(models) as Record<string, { req: unknown; latexPre: string }>)['5'];
    expect(model!.req).toEqual([
      [0, 'any', [0]],
      [1, 'any', []],
    ]);
    expect(model!.latexPre).toContain('begin{document}');
    // A deck that is not in the list is Anki's first one.
    expect([...db.rows('SELECT did, queue, due FROM cards')]).toEqual([[1, 0, 1]]);
    expect([...db.rows('PRAGMA integrity_check')]).toEqual([['ok']]);
    db.close();
  });

  it('is refused where a note’s type is missing', async () => {
    const source = { kind: 'template', fields: {}, tags: [], noteType: 'gone' } as const;
    const notes = [{ key: 'k', source, cards: [], place: { note: 1 } }];
    await expect(writeAndRead({ ...empty, notes })).rejects.toThrow('gone');
  });

  it('may be empty', async () => {
    expect(await writeAndRead(empty)).toMatchObject({ notes: [], decks: [] });
  });
});
