import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { NoteId } from '#src/domain/ids.ts';
import type { ImportedDeck, ImportedNote } from '#src/formats/import/imported-deck.ts';
import { startSqlite } from '#src/formats/sqlite.ts';
import { loadHeldNotes, listImportedHomes } from '#src/storage/held-deck.ts';
import { importDeck } from '#src/storage/import-deck.ts';
import { findEditableNote } from '#src/storage/note-content.ts';
import { editNote } from '#src/storage/own-content.ts';
import { loadQueue } from '#src/storage/load-queue.ts';
import type { Store } from '#src/storage/store.ts';
import { makeTestClock, openTestStore } from '#src/storage/test-store.ts';
import { compileSource } from './compile-source.ts';
import { makeImporter, toSettled, type DeckPreview, type FilePreview } from './importer.ts';
import { noteFormats } from './note-formats.ts';
import { planImport, toBroughtDeck } from './plan-import.ts';

const digest = (bytes: Uint8Array) => {
  const hash = createHash('sha256').update(bytes).digest();
  return Promise.resolve(Uint8Array.from(hash).buffer);
};

const loadSqlite = async () =>
  startSqlite(await readFile('node_modules/sql.js/dist/sql-wasm.wasm'));

async function open() {
  const { store } = await openTestStore(
    {},
    makeTestClock(),
    `import-${Math.random()}`,
    noteFormats,
  );
  return { store, importer: makeImporter({ store, digest, loadSqlite }) };
}

function cardFile(title: string, notes: readonly (readonly [id: string, answer: string])[]) {
  const blocks = notes.map(
    ([id, answer]) => `## basic ${id} · use\nQ: What of ${id}?\nA: ${answer}\n`,
  );
  const text = `---\ntitle: ${title}\nsources: [RFC 1]\n---\n\n${blocks.join('\n')}`;
  return { name: `${title}.md`, bytes: new TextEncoder().encode(text) };
}

function toDeck(preview: FilePreview | undefined): DeckPreview {
  if (preview === undefined || preview.error !== undefined) throw new Error(preview?.error);
  if (preview.roadmap !== undefined) throw new Error('a roadmap');
  return preview;
}

async function bring(store: Store, file: ReturnType<typeof cardFile>, takeTheirs = false) {
  const importer = makeImporter({ store, digest, loadSqlite });
  const preview = toDeck((await importer.read([file]))[0]);
  const settled = takeTheirs ? toSettled(preview.conflicts) : [];
  const [result] = await importer.import(
    [{ settled }],
    () => undefined,
    new AbortController().signal,
  );
  return { preview, result };
}

describe('a file that is chosen', () => {
  it('is described before anything is written', async () => {
    const { store, importer } = await open();
    const [preview, broken] = await importer.read([
      cardFile('Redis', [
        ['a', 'One.'],
        ['b', 'Two.'],
      ]),
      { name: 'cat.png', bytes: Uint8Array.of(1, 2, 3) },
    ]);
    expect(toDeck(preview)).toMatchObject({
      description: 'Card file',
      title: 'Redis',
      counts: { fresh: 2, changed: 0, same: 0, skipped: 0, missing: 0, cards: 2, reviews: 0 },
      updates: null,
      candidates: [],
    });
    expect(toDeck(preview).samples).toHaveLength(2);
    expect(broken?.error).toContain('“cat.png” is neither text nor');
    expect(await store.db.editions.count()).toBe(0);
  });

  it('becomes a deck, and brought in again changes nothing', async () => {
    const { store } = await open();
    const file = cardFile('Redis', [
      ['a', 'One.'],
      ['b', 'Two.'],
    ]);
    const { result } = await bring(store, file);
    expect(result?.status).toBe('done');
    expect((await loadQueue(store)).fresh).toHaveLength(2);
    const events = await store.db.events.count();
    const again = await bring(store, file);
    expect(again.preview).toMatchObject({ counts: { same: 2 }, isNothingNew: true });
    expect(again.preview.updates).not.toBeNull();
    expect(again.result).toEqual({ status: 'same' });
    expect(await store.db.events.count()).toBe(events);
  });

  it('updates the deck it is a newer file of, and keeps what it no longer has', async () => {
    const { store } = await open();
    await bring(
      store,
      cardFile('Redis', [
        ['a', 'One.'],
        ['b', 'Two.'],
      ]),
    );
    const newer = cardFile('Redis', [
      ['a', 'Eins.'],
      ['c', 'Three.'],
    ]);
    const { preview } = await bring(store, newer);
    expect(preview.counts).toMatchObject({ fresh: 1, changed: 1, same: 0, missing: 1 });
    const [home] = await listImportedHomes(store);
    const held = await loadHeldNotes(store, home!.home);
    expect([...held.values()].map(({ source }) => source.fields.answer)).toEqual([
      'Eins.',
      'Three.',
      'Two.',
    ]);
    expect(home!.origin.missing).toEqual([`${home!.home}:b`]);
    expect(await store.db.homes.count()).toBe(1);
  });

  it('asks about a deck of the same name with other notes, and may become one of its own', async () => {
    const { store, importer } = await open();
    await bring(store, cardFile('Redis', [['a', 'One.']]));
    const [preview] = await importer.read([cardFile('Redis', [['x', 'Other.']])]);
    const { updates, candidates } = toDeck(preview);
    expect(updates).toBeNull();
    expect(candidates).toHaveLength(1);
    const chosen = await importer.choose(0, { home: candidates[0]!.home });
    expect(toDeck(chosen)).toMatchObject({ updates: candidates[0]!.home, counts: { missing: 1 } });
    await importer.choose(0, { home: null });
    await importer.import([], () => undefined, new AbortController().signal);
    expect(await store.db.homes.count()).toBe(2);
  });
});

describe('a note that the learner edited', () => {
  async function openEdited() {
    const { store } = await open();
    await bring(
      store,
      cardFile('Redis', [
        ['a', 'One.'],
        ['b', 'Two.'],
      ]),
    );
    const [home] = await listImportedHomes(store);
    const note = `${home!.home}:a` as NoteId;
    const before = (await findEditableNote(store, note))!;
    const fields = { ...before.source.fields, answer: 'Mine.' };
    await editNote(store, before, { source: { ...before.source, fields }, path: before.path });
    const answer = async () => (await findEditableNote(store, note))?.source.fields.answer;
    return { store, answer };
  }

  it('keeps the edit where the file says nothing new of it', async () => {
    const { store, answer } = await openEdited();
    await bring(
      store,
      cardFile('Redis', [
        ['a', 'One.'],
        ['b', 'Zwei.'],
      ]),
    );
    expect(await answer()).toBe('Mine.');
  });

  it('is asked about where both changed, once, and goes the way the learner chooses', async () => {
    const { store, answer } = await openEdited();
    const newer = cardFile('Redis', [
      ['a', 'Eins.'],
      ['b', 'Two.'],
    ]);
    const { preview } = await bring(store, newer);
    expect(preview.conflicts).toMatchObject([{ base: 'One.', theirs: 'Eins.', mine: 'Mine.' }]);
    expect(await answer()).toBe('Mine.');
    expect((await bring(store, newer)).preview.isNothingNew).toBe(true);
    await bring(
      store,
      cardFile('Redis', [
        ['a', 'Uno.'],
        ['b', 'Two.'],
      ]),
      true,
    );
    expect(await answer()).toBe('Uno.');
  });
});

describe('a deck of somebody’s note types', () => {
  const note = (key: string, front: string, deck = 0): ImportedNote => ({
    key,
    source: { kind: 'template', fields: { Front: front, Back: '' }, tags: ['t'], noteType: '7' },
    cards: [{ ordinal: '1', deck }],
    place: { note: 1 },
  });
  const deck: ImportedDeck = {
    format: 'anki-package',
    description: 'Anki package',
    title: 'Spanish',
    decks: ['A', 'A::B'],
    noteTypes: [
      {
        key: '7',
        name: 'Basic',
        kind: 'standard',
        fields: ['Front', 'Back'],
        templates: [
          { name: '1', front: '{{Front}}', back: '{{Back}}' },
          { name: '2', front: '{{Back}}', back: '{{Front}}' },
        ],
        css: '',
      },
    ],
    notes: [note('g#1\n', 'one', 1), note('first-field:two', 'two'), note('g#1\n', 'again')],
    media: [],
    settings: {},
    problems: [],
  };

  it('has safe ids, the same ones for the same notes in a newer file, and a card for each front', async () => {
    const { store } = await open();
    let minted = 0;
    const mint = () => `minted${(minted += 1)}`;
    const input = { deck, home: 'deck-1' as never, mint };
    const plan = planImport(input);
    expect(plan.counts).toMatchObject({ fresh: 2, skipped: 1, cards: 2 });
    expect(plan.problems[0]?.message).toContain('same id as one before it');
    expect(plan.notes.map(({ note: { id } }) => id)).toEqual([
      'deck-1:m-minted1',
      'deck-1:g%231%0A',
    ]);
    await importDeck(store, toBroughtDeck(input, plan, { media: [], history: [], settled: [] }));
    const [home] = await listImportedHomes(store);
    const held = { home: home!, notes: await loadHeldNotes(store, home!.home) };
    const again = planImport({ ...input, held });
    expect(again.counts).toMatchObject({ fresh: 0, same: 2, changed: 0, missing: 0 });
    expect(minted).toBe(1);
  });

  it('needs the note type that draws it', () => {
    const plan = planImport({
      deck: { ...deck, noteTypes: [] },
      home: 'd' as never,
      mint: () => 'x',
    });
    expect(plan.counts).toMatchObject({ fresh: 0, skipped: 3 });
  });

  it('has the cards of a cloze by its numbers', () => {
    const templates = [{ name: 'Cloze', front: '{{cloze:Front}}', back: '{{cloze:Front}}' }];
    const cloze = { ...deck.noteTypes[0]!, kind: 'cloze' as const, templates };
    const source = { ...note('a', '{{c2::b}} {{c1::a}} {{c2::c}}').source };
    expect(compileSource({ id: 'd:a' as NoteId, source, noteType: cloze })).toMatchObject({
      ordinals: ['c1', 'c2'],
    });
  });
});

describe('a written note', () => {
  it.each([
    { kind: 'basic', fields: { question: 'Q', answer: '**A**', why: 'So.', sources: 'a\nb' } },
    {
      kind: 'reversed',
      fields: { question: 'Q', answer: 'A', 'reverse-question': 'R', 'reverse-answer': 'S' },
    },
    { kind: 'cloze', fields: { text: 'It is {{c1::this::what}}.' } },
    {
      kind: 'choice',
      fields: {
        ...{ question: 'Q', answer: 'A', because: 'B', 'wrong-1': 'X', 'because-1': 'Y' },
        ...{ 'wrong-2': 'Z', 'because-2': 'W' },
      },
    },
    {
      kind: 'typed',
      fields: { question: 'Q', answer: '42', match: 'exact', also: '42.0\nforty-two' },
    },
    { kind: 'rubric', fields: { question: 'Q', points: 'one\ntwo\nthree' } },
  ] as const)('of kind $kind is compiled', (source) => {
    const compiled = compileSource({ id: 'mine-1:a' as NoteId, source: { ...source, tags: [] } });
    expect(compiled).toMatchObject({ id: 'mine-1:a', kind: source.kind });
    expect(compiled).not.toHaveProperty('range');
  });

  it('with something missing says what', () => {
    const source = { kind: 'basic' as const, fields: { question: 'Q' }, tags: [] };
    expect(compileSource({ id: 'mine-1:a' as NoteId, source })).toMatch(/answer/i);
  });
});
