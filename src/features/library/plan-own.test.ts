import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HomeId, Instant, NoteId } from '#src/domain/ids.ts';
import { readAnkiPackage } from '#src/formats/anki/read-anki-package.ts';
import { writeAnkiPackage } from '#src/formats/anki/write-anki-package.ts';
import { readCairnDeck, writeCairnDeck } from '#src/formats/cairn-deck/cairn-deck.ts';
import { readCardDeck } from '#src/formats/card-deck/read-card-deck.ts';
import { writeCardDeck } from '#src/formats/card-deck/write-card-deck.ts';
import type { ImportedDeck } from '#src/formats/import/imported-deck.ts';
import { startSqlite } from '#src/formats/sqlite.ts';
import { anyMarkdownDeck } from '#src/formats/testing/any-deck.ts';
import type { OwnHome, OwnNote } from '#src/storage/own-home.ts';
import { listOwnIds, planOwn } from './plan-own.ts';

const loadSqlite = async () =>
  startSqlite(await readFile('node_modules/sql.js/dist/sql-wasm.wasm'));
const mint = () => 'minted';
const home = 'mine-1' as HomeId;

type Rewrite = (deck: ImportedDeck) => Promise<ReturnType<typeof readCairnDeck>>;
const rewrites: readonly (readonly [format: string, rewrite: Rewrite])[] = [
  ['JSON', (deck) => Promise.resolve(readCairnDeck({ name: 'File', text: writeCairnDeck(deck) }))],
  [
    'a card file',
    (deck) => Promise.resolve(readCardDeck({ name: 'File', text: writeCardDeck(deck).text })),
  ],
  [
    'an Anki package',
    async (deck) => {
      const bytes = await writeAnkiPackage(deck, { loadSqlite, now: 1_760_000_000_000 as Instant });
      return readAnkiPackage(bytes, { loadSqlite });
    },
  ],
];

/** The deck as it is here, with the notes of this one. */
function hold(deck: ImportedDeck): { home: OwnHome; held: Map<NoteId, OwnNote> } {
  const ids = listOwnIds({ home }, deck);
  const held = new Map(
    deck.notes.map(({ source, cards }, index): [NoteId, OwnNote] => {
      const path = cards[0]?.deck === 1 ? 'Two' : '';
      return [ids[index]!, { source, path, edits: {}, isRemoved: false }];
    }),
  );
  const decks = ['', 'Two'].map((path) => ({ key: path, path, isResting: false }));
  return { home: { home, title: deck.title, decks, notes: new Set(ids) }, held };
}

describe('a deck of the learner’s own that comes back unchanged', () => {
  it.each(rewrites)(
    'changes nothing, whatever its notes are, as %s',
    async (_, rewrite) => {
      await fc.assert(
        fc.asyncProperty(anyMarkdownDeck, async (deck) => {
          const read = await rewrite(deck);
          if ('error' in read) throw new Error(read.error);
          const plan = planOwn({ deck: read, ...hold(deck), mint });
          expect(plan.changes).toEqual([]);
          expect(plan.conflicts).toEqual([]);
          expect(plan.created).toEqual([]);
          expect(plan.restored).toEqual([]);
        }),
        { numRuns: 20 },
      );
    },
    60_000,
  );
});

describe('a note that comes back', () => {
  const [deck] = fc.sample(anyMarkdownDeck, { numRuns: 1, seed: 3 });
  const [sample] = deck!.notes;
  const source = {
    ...{ kind: 'basic' as const, tags: [] },
    fields: { question: 'Q', answer: 'A' },
  };
  const note = { ...sample!, key: 'a', source, cards: [{ ordinal: '1', deck: 0 }] };
  const planFor = (more: Partial<ImportedDeck>) =>
    planOwn({
      deck: { ...deck!, notes: [note], ...more },
      ...hold({ ...deck!, notes: [note] }),
      mint,
    });

  it('as another kind, or as HTML, is left as it is here, and told', () => {
    const html = { kind: 'template' as const, fields: {}, tags: [], noteType: 'x' };
    const plan = planFor({ notes: [{ ...note, source: html }] });
    expect(plan.counts).toMatchObject({ skipped: 1, same: 0 });
    expect(plan.problems.at(-1)?.message).toContain('What is here was kept.');
    expect(plan.noteByPosition).toEqual([undefined]);
  });

  it('with its signs composed, as Anki keeps them, or a tag once instead of twice is the same', () => {
    const apart = 'cafe\u0301';
    const fields = { question: apart, answer: 'A' };
    const here = { ...note, source: { ...source, fields, tags: [apart, apart] } };
    const composed = { question: 'caf\u00e9', answer: 'A' };
    const theirs = { ...note, source: { ...source, fields: composed, tags: ['caf\u00e9'] } };
    const plan = planOwn({
      deck: { ...deck!, notes: [theirs] },
      ...hold({ ...deck!, notes: [here] }),
      mint,
    });
    expect(plan.changes).toEqual([]);
  });

  it('twice counts once', () => {
    const plan = planFor({ notes: [note, note] });
    expect(plan.counts).toMatchObject({ skipped: 1, same: 1 });
  });

  it('that cannot be shown is told', () => {
    const broken = { ...source, fields: { question: 'Q' } };
    const plan = planFor({ notes: [{ ...note, key: 'b', source: broken }] });
    expect(plan.counts).toMatchObject({ skipped: 1, fresh: 0 });
  });

  it('in another deck of the file is moved there', () => {
    const moved = { ...note, cards: [{ ordinal: '1', deck: 1 }] };
    expect(planFor({ notes: [moved] }).changes).toMatchObject([{ field: ':path', value: 'Two' }]);
  });
});
