import { describe, expect, it } from 'vitest';
import { defaultParameters } from '#src/domain/settings.ts';
import type { ImportedDeck } from '../import/imported-deck.ts';
import { readAnkiPackage, type AnkiReading } from './read-anki-package.ts';
import { buildPackage, type PackageShape } from './testing/build-package.ts';
import { basicType, clozeType } from './testing/write-facts.ts';
import { loadSqlite } from './testing/load-sqlite.ts';

async function read(
  shape: PackageShape,
  options: Partial<AnkiReading> = {},
): Promise<ImportedDeck> {
  const deck = await readAnkiPackage(await buildPackage(shape), { loadSqlite, ...options });
  if ('error' in deck) throw new Error(deck.error);
  return deck;
}

const messagesOf = (deck: ImportedDeck) => deck.problems.map(({ message }) => message);
const onlyCard = (deck: ImportedDeck) => deck.notes[0]!.cards[0]!;

describe.each(['anki2', 'anki21', 'anki21b'] as const)(
  'a package with collection.%s',
  (generation) => {
    it('gives its notes, types, decks and media, and never the note that asks to update', async () => {
      const deck = await read({
        generation,
        types: [{ ...basicType, css: '.card {}', rtl: ['Back'] }, clozeType],
        decks: [
          [1, 'Default'],
          [7, 'Languages::Hebrew'],
        ],
        notes: [{ guid: 'abc', tags: ' one two::three one ', flds: 'שלום\u001f<b>peace</b>' }],
        cards: [{ did: 7, due: 5 }],
        media: { 'a b.mp3': 'sound', 'é.png': 'picture' },
      });
      expect(deck).toMatchObject({
        format: 'anki-package',
        title: 'Languages',
        decks: ['Languages::Hebrew'],
        problems: [],
        zone: { offsetMinutes: 120, rolloverMinutes: 240 },
      });
      expect(deck.noteTypes).toEqual([
        {
          key: '100',
          name: 'Basic',
          kind: 'standard',
          fields: ['Front', 'Back'],
          templates: [
            { name: 'Card 1', front: '{{Front}}', back: '{{FrontSide}}<hr id=answer>{{Back}}' },
          ],
          css: '.card {}',
          rtlFields: ['Back'],
          latexPreamble: '\\begin{document}',
        },
      ]);
      expect(deck.notes).toEqual([
        {
          key: 'abc',
          source: {
            kind: 'template',
            fields: { Front: 'שלום', Back: '<b>peace</b>' },
            tags: ['one', 'two::three'],
            noteType: '100',
          },
          cards: [{ ordinal: '1', deck: 0, position: 5, changedAt: 1_700_000_000_000 }],
          place: { note: 1 },
        },
      ]);
      expect(deck.media.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
        ['a b.mp3', 'sound'],
        ['é.png', 'picture'],
      ]);
    });

    it('gives the deck options of most cards as settings and parameters', async () => {
      const deck = await read({
        generation,
        options: {
          learn: [1, 15, 1440],
          relearn: [],
          retention: 0.85,
          maximum: 400,
          leeches: 5,
          weights: defaultParameters,
        },
      });
      expect(deck.settings).toEqual({
        learningStepsMinutes: [1, 15, 1440],
        relearningStepsMinutes: [],
        desiredRetention: 0.85,
        maximumIntervalDays: 400,
        leechLapses: 5,
      });
      expect(deck.parameters).toEqual(defaultParameters);
    });

    it('gives schedules, marks and history', async () => {
      const deck = await read({
        generation,
        notes: [{ mid: 200, flds: '{{c1::a}} {{c2::b}} {{c4::c}}\u001f' }],
        cards: [
          {
            id: 11,
            type: 2,
            queue: -1,
            due: 40,
            ivl: 30,
            factor: 2350,
            reps: 3,
            lapses: 1,
            flags: 3,
            data: '{"s":31.5,"d":6.25,"dr":0.9}',
          },
          { id: 12, ord: 1, type: 2, queue: -3, due: 20, ivl: 9, factor: 2350 },
          { id: 13, ord: 3, type: 1, queue: 1, due: 1_700_000_600 },
        ],
        log: [
          { id: 1_700_000_000_000, ease: 3, ivl: -600, factor: 0, time: 7100, type: 0 },
          { id: 1_700_000_700_000, ease: 1, ivl: 1, factor: 0, time: 2000, type: 0 },
          { id: 1_700_090_000_000, ease: 4, ivl: 30, factor: 2500, time: 900, type: 0 },
          { id: 1_700_090_100_000, ease: 2, ivl: 30, factor: 0, time: 900, type: 3 },
          { id: 1_700_090_200_000, ease: 0, ivl: 30, factor: 2500, time: 0, type: 5 },
          { id: 1_700_090_300_000, ease: 0, ivl: 0, factor: 0, time: 0, type: 4 },
        ],
      });
      expect(deck.problems).toEqual([]);
      const [first, second, third] = deck.notes[0]!.cards;
      expect(first).toEqual({
        ordinal: 'c1',
        deck: 0,
        suspended: true,
        flag: 3,
        changedAt: 1_700_000_000_000,
        schedule: {
          phase: 'review',
          intervalDays: 30,
          due: { day: 19_662 + 40 },
          reps: 3,
          lapses: 1,
          memory: { stability: 31.5, difficulty: 6.25 },
        },
        reviews: [
          {
            id: 1_700_000_000_000,
            at: 1_700_000_000_000,
            act: { kind: 'graded', grade: 'good', durationMs: 7100 },
            next: { seconds: 600 },
          },
          {
            id: 1_700_000_700_000,
            at: 1_700_000_700_000,
            act: { kind: 'graded', grade: 'again', durationMs: 2000 },
            // The card stayed in steps, so the day is one of them.
            next: { seconds: 86_400 },
          },
          {
            id: 1_700_090_000_000,
            at: 1_700_090_000_000,
            act: { kind: 'graded', grade: 'easy', durationMs: 900 },
            next: { days: 30 },
          },
          {
            id: 1_700_090_200_000,
            at: 1_700_090_200_000,
            act: { kind: 'set-due' },
            next: { days: 30 },
          },
          {
            id: 1_700_090_300_000,
            at: 1_700_090_300_000,
            act: { kind: 'reset' },
            next: { days: 0 },
          },
        ],
      });
      expect(second).toMatchObject({ ordinal: 'c2', buried: true, schedule: { ease: 2.35 } });
      expect(third).toMatchObject({
        ordinal: 'c4',
        schedule: { phase: 'learning', due: { at: 1_700_000_600_000 } },
      });
      expect(third!.schedule).not.toHaveProperty('intervalDays');
    });

    it('takes cards out of filtered decks, to where they belong', async () => {
      const deck = await read({
        generation,
        decks: [
          [1, 'Home'],
          [9, 'Cram', true],
        ],
        cards: [{ type: 2, queue: 2, did: 9, odid: 1, due: -100_000, odue: 33, ivl: 8 }],
      });
      expect(deck.decks).toEqual(['Home']);
      expect(onlyCard(deck).schedule).toMatchObject({ due: { day: 19_662 + 33 } });
    });
  },
);

describe('a package', () => {
  it('keeps the step of a card that was answered in a filtered deck', async () => {
    const card = { type: 3, queue: 1, did: 9, odid: 1, due: 1_700_000_600, odue: 33 };
    const deck = await read({ cards: [card, { id: 12, type: 1, queue: 3, due: 15, ord: 1 }] });
    expect(onlyCard(deck).schedule).toMatchObject({
      phase: 'relearning',
      due: { at: 1_700_000_600_000 },
    });
  });

  it('takes a lapsed card of the first scheduler for one that is relearned', async () => {
    const deck = await read({ cards: [{ type: 2, queue: 3, due: 15 }] });
    expect(onlyCard(deck).schedule).toMatchObject({ phase: 'relearning', due: { day: 19_677 } });
  });

  it('tells the zone of an old collection by the hour it was made', async () => {
    const deck = await read({ conf: {}, cards: [{ type: 2, queue: 2, due: 3, ivl: 2 }] });
    expect(deck.zone).toEqual({ offsetMinutes: 120, rolloverMinutes: 240 });
    const west = await read({ conf: {}, crt: Date.UTC(2023, 10, 1, 14) / 1000 });
    expect(west.zone).toEqual({ offsetMinutes: -600, rolloverMinutes: 240 });
    const none = await read({ conf: {}, crt: 1_500_000_123 });
    expect(none.zone).toBeUndefined();
  });

  it('is called by its root deck, else by its file', async () => {
    const decks = [
      [1, 'One'],
      [2, 'Two'],
    ] as const;
    const cards = [{}, { id: 12, nid: 2, did: 2 }];
    const notes = [{}, { id: 2, guid: 'b' }];
    const shape = { decks, cards, notes };
    expect((await read(shape)).title).toBe('Anki decks');
    const whole = await read(shape, { fileName: 'mine.colpkg' });
    expect(whole).toMatchObject({ title: 'mine', format: 'anki-collection' });
    expect((await read({})).title).toBe('Default');
    expect((await read({}, { fileName: 'words.apkg' })).title).toBe('words');
  });

  it('carries older weights over to the newest version, and leaves damaged ones out', async () => {
    const old = await read({ options: { weights: defaultParameters.slice(0, 17) } });
    expect(old.parameters).toHaveLength(21);
    const broken = await read({ options: { weights: [1, 2] } });
    expect(broken.parameters).toBeUndefined();
    expect(messagesOf(broken)).toEqual([expect.stringContaining('FSRS parameters')]);
  });

  it('leaves out settings that cannot be used here', async () => {
    const deck = await read({ options: { retention: 4, maximum: 0 } });
    expect(deck.settings).not.toHaveProperty('desiredRetention');
    expect(messagesOf(deck)).toHaveLength(2);
  });

  it('says what it is doing, and stops when asked', async () => {
    const parts: string[] = [];
    const signal = { aborted: false };
    const onProgress = (part: string) => {
      parts.push(part);
      signal.aborted = part === 'notes';
    };
    const deck = await readAnkiPackage(await buildPackage(), { loadSqlite, onProgress, signal });
    expect(deck).toEqual({ error: 'The import was stopped. Nothing was imported.' });
    expect(parts).toEqual(['unpacking', 'cards', 'history', 'notes']);
  });
});
