import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledNote } from '#src/domain/content.ts';
import { grades, type CardEvent } from '#src/domain/event.ts';
import type { ActId, DeviceId, Instant, NoteId, StudyDay } from '#src/domain/ids.ts';
import { toCardId } from '#src/domain/ids.ts';
import type { ImportedCard } from '#src/domain/imported-card.ts';
import { toImportedEvents } from '#src/domain/imported-history.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import type { ExportedDeck } from '#src/formats/anki/exported-deck.ts';
import { readAnkiPackage } from '#src/formats/anki/read-anki-package.ts';
import { writeAnkiPackage } from '#src/formats/anki/write-anki-package.ts';
import type { ImportedDeck } from '#src/formats/import/imported-deck.ts';
import { startSqlite } from '#src/formats/sqlite.ts';
import { moveDeck } from './deck-acts.ts';
import { loadDeckToExport } from './export-deck.ts';
import type { DeckToExport } from './gather-deck.ts';
import { importDeck } from './import-deck.ts';
import { keepMedia } from './media.ts';
import { createDeck, removeNotes } from './own-content.ts';
import type { Store } from './store.ts';
import { grade } from './test-acts.ts';
import { bringBasic, bringDeck, bringTemplate, spanish } from './test-decks.ts';
import { addNote, edit } from './test-notes.ts';
import { openTestStore, testStart } from './test-store.ts';
import { undoAct } from './undo.ts';

const loadSqlite = async () =>
  startSqlite(await readFile('node_modules/sql.js/dist/sql-wasm.wasm'));
const zone = { offsetMinutes: 0, rolloverMinutes: 240 };
const dayMs = 86_400_000;
const picture = new Uint8Array([137, 80, 78, 71]);
const hash = createHash('sha256').update(picture).digest('hex');
const noteType: NoteType = {
  ...{
    key: '1700000000123',
    name: 'Reversed',
    kind: 'standard',
    fields: ['Front', 'Back'],
    css: '',
  },
  templates: [
    { name: 'Card 1', front: '{{Front}}', back: '{{Back}}' },
    { name: 'Card 2', front: '{{Back}}', back: '{{Front}}' },
  ],
};

async function toPackage(deck: ExportedDeck): Promise<ImportedDeck> {
  const bytes = await writeAnkiPackage(deck, { loadSqlite, now: testStart });
  const read = await readAnkiPackage(bytes, { loadSqlite });
  if ('error' in read) throw new Error(read.error);
  expect(read.problems).toEqual([]);
  return read;
}

/** Brings a package in as the importer does, history included. */
async function bringIn(store: Store, deck: ImportedDeck): Promise<void> {
  const history: CardEvent[] = [];
  const notes = deck.notes.map(({ key, source, cards }) => {
    const id = `${spanish}:${encodeURIComponent(key)}` as NoteId;
    for (const imported of cards) {
      const card = toCardId(id, imported.ordinal);
      const events = toImportedEvents({ card, imported, zone, parameters: null, now: testStart });
      const device = '' as DeviceId;
      history.push(
        ...events.map((event) => ({ ...event, act: event.id as string as ActId, device })),
      );
    }
    const { fields, tags, noteType: type = '' } = source;
    const ordinals = cards.map(({ ordinal }) => ordinal);
    const note: CompiledNote = { id, kind: 'template', fields, tags, noteType: type, ordinals };
    return { note, source: null, decks: cards.map((card) => card.deck) };
  });
  const { title, decks, noteTypes, settings } = deck;
  const media = deck.media.map(({ name, bytes }) => ({ name, bytes, hash }));
  const origin = { format: deck.format, title, minted: new Map(), missing: [] };
  const more = { title, decks, noteTypes, settings, media, history, origin };
  const imported = await importDeck(store, bringDeck(notes, more));
  expect(imported.status).toBe('done');
}

async function load(store: Store, options = {}): Promise<DeckToExport> {
  const loaded = await loadDeckToExport(store, spanish, {
    path: '',
    withHistory: true,
    ...options,
  });
  if (loaded === undefined) throw new Error('no deck');
  return loaded;
}

/** A card's past, oldest first, that ends as its last review says. */
const anyCard: fc.Arbitrary<Omit<ImportedCard, 'ordinal'>> = fc
  .record({
    deck: fc.nat({ max: 1 }),
    isSuspended: fc.boolean(),
    flag: fc.nat({ max: 7 }),
    isNew: fc.boolean(),
    reviews: fc.array(
      fc.record({
        ageMs: fc.integer({ min: dayMs, max: 300 * dayMs }),
        grade: fc.constantFrom(...grades),
        durationMs: fc.integer({ min: 0, max: 60_000 }),
        days: fc.integer({ min: 1, max: 400 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    stability: fc.integer({ min: 10, max: 4000 }).map((tenths) => tenths / 10),
    difficulty: fc.integer({ min: 10, max: 100 }).map((tenths) => tenths / 10),
  })
  .map(({ deck, isSuspended, flag, isNew, reviews, stability, difficulty }) => {
    const marks = {
      ...(isSuspended && { suspended: true as const }),
      ...(flag !== 0 && { flag }),
    };
    if (isNew) return { deck, ...marks };
    const byTime = new Map(reviews.map((review) => [testStart - review.ageMs, review]));
    const log = [...byTime].sort(([one], [other]) => one - other);
    const [lastAt, last] = log.at(-1)!;
    const day = Math.floor((lastAt - 4 * 3_600_000) / dayMs) + last.days;
    return {
      ...{ deck, ...marks },
      schedule: {
        ...{ phase: 'review' as const, intervalDays: last.days, due: { day: day as StudyDay } },
        ...{ reps: log.length, lapses: 0, memory: { stability, difficulty } },
      },
      reviews: log.map(([at, { grade: given, durationMs, days }]) => ({
        ...{ id: at, at: at as Instant },
        act: { kind: 'graded' as const, grade: given, durationMs },
        next: { days },
      })),
    };
  });

const anyPackage: fc.Arbitrary<ExportedDeck> = fc
  .array(fc.tuple(anyCard, anyCard, fc.subarray(['verb', 'noun'])), { minLength: 1, maxLength: 4 })
  .map((notes) => ({
    ...{ title: 'Spanish', decks: ['Spanish', 'Spanish::Verbs'], noteTypes: [noteType] },
    notes: notes.map(([one, other, tags], index) => ({
      key: `g&uid/${index}%`,
      source: {
        kind: 'template' as const,
        fields: {
          [noteType.fields[0]!]: `<img src="a b.png">${index}`,
          [noteType.fields[1]!]: 'B',
        },
        ...{ tags, noteType: noteType.key },
      },
      cards: [
        { ...one, ordinal: '1' },
        { ...other, ordinal: '2' },
      ],
      place: { note: index + 1 },
    })),
    ...{ media: [{ name: 'a b.png', bytes: picture }], settings: {}, zone },
  }));

/** What a package promises to keep. */
function listKept({ notes, decks, media }: ImportedDeck) {
  const sorted = [...notes].sort((one, other) => (one.key < other.key ? -1 : 1));
  return {
    media,
    notes: sorted.map(({ key, source, cards }) => ({
      key,
      source,
      cards: cards.map(({ ordinal, deck, suspended, flag, schedule, reviews }) => ({
        ...{ ordinal, path: decks[deck], suspended, flag },
        due: schedule?.due,
        intervalDays: schedule?.intervalDays,
        memory: schedule?.memory,
        reviews: reviews?.map(({ at, act }) => ({ at, act })),
      })),
    })),
  };
}

describe('a deck that is brought in and leaves again', () => {
  it('keeps notes, cards, tags, decks, marks, days, memory, reviews and files', async () => {
    await fc.assert(
      fc.asyncProperty(anyPackage, async (made) => {
        const came = await toPackage(made);
        const { store } = await openTestStore();
        await bringIn(store, came);
        expect(listKept(await toPackage(await load(store)))).toEqual(listKept(came));
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe('a deck that leaves', () => {
  it('has what the learner did: edits, moved decks and reviews, but nothing undone or removed', async () => {
    const { store } = await openTestStore();
    await importDeck(store, bringDeck([bringBasic('a', 'A', 1), bringBasic('b'), bringBasic('c')]));
    await edit(store, bringBasic('a').note.id, { answer: 'Changed' });
    await removeNotes(store, [bringBasic('c').note.id]);
    await moveDeck(store, spanish, 'Spanish::Verbs', 'Spanish::Doing');
    await grade(store, toCardId(bringBasic('a').note.id, '1'), 'easy');
    await undoAct(store, await grade(store, toCardId(bringBasic('b').note.id, '1'), 'easy'));
    const { notes, decks } = await load(store);
    expect(decks[1]).toBe('Spanish::Doing');
    expect(notes.map(({ key, source: { fields } }) => [key, fields.answer])).toEqual([
      ['a', 'Changed'],
      ['b', 'Answer of b'],
    ]);
    expect(notes[0]?.cards).toMatchObject([
      {
        deck: 1,
        schedule: { phase: 'review', reps: 1 },
        reviews: [{ at: testStart, act: { kind: 'graded', grade: 'easy', durationMs: 4000 } }],
      },
    ]);
    expect(notes[1]?.cards).toEqual([{ ordinal: '1', deck: 0 }]);
  });

  it('leaves history, schedules and marks behind when asked to', async () => {
    const { store } = await openTestStore();
    await importDeck(store, bringDeck([bringBasic('a')]));
    await grade(store, toCardId(bringBasic('a').note.id, '1'), 'good');
    const { notes } = await load(store, { withHistory: false });
    expect(notes[0]?.cards).toEqual([{ ordinal: '1', deck: 0 }]);
  });

  it('may be one deck of a home, with the files its notes name', async () => {
    const { store } = await openTestStore();
    const media = [{ name: 'dog.png', hash, bytes: picture }];
    await importDeck(store, bringDeck([bringTemplate('a', 1), bringBasic('b')], { media }));
    const { title, notes, media: named } = await load(store, { path: 'Spanish::Verbs' });
    expect(title).toBe('Spanish::Verbs');
    expect(notes.map(({ key }) => key)).toEqual(['a']);
    expect(named).toEqual([]);
    expect((await load(store)).media).toEqual([{ name: 'dog.png', bytes: picture }]);
  });

  it('may be the learner’s own, with what they pasted', async () => {
    const { store } = await openTestStore();
    const { home } = await createDeck(store, 'Mine');
    const name = await keepMedia(store, { hash, ending: 'png', bytes: picture });
    await addNote(store, home, `![](${name})`, 'Inner');
    const deck = await loadDeckToExport(store, home, { path: '', withHistory: true });
    expect(deck).toMatchObject({ title: 'Mine', media: [{ name, bytes: picture }] });
    expect(deck?.decks[deck.notes[0]!.cards[0]!.deck]).toBe('Mine::Inner');
  });

  it('is none where there is no such home', async () => {
    const { store } = await openTestStore();
    const options = { path: '', withHistory: true };
    expect(await loadDeckToExport(store, spanish, options)).toBeUndefined();
  });
});
