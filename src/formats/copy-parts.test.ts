import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CopiedDeck, CopiedNote } from '#src/domain/copied-deck.ts';
import { morning, settingSet, stamp } from '#src/domain/fixtures/make-event.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import type { HomeId, NoteId } from '#src/domain/ids.ts';
import type { Copy } from './copy.ts';
import { readCopy } from './read-copy.ts';
import { CopyWriter } from './write-copy.ts';
import { listZip, readZipEntry, writeZip } from './zip.ts';

const facts = { savedAt: morning(12), app: '0.1.0' };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const reading = {
  digest: (bytes: Uint8Array) => Promise.resolve(new Uint8Array(sha256(bytes))),
  pause: () => Promise.resolve(),
};
const home = 'deck-spanish' as HomeId;
const picture = new Uint8Array([137, 80, 78, 71]);
const hash = sha256(picture).toString('hex');

const created = {
  ...stamp(1),
  ...{ kind: 'created', subject: home, title: 'Spanish', edition: `${home}.1f` },
} as AnyEvent;

const deck: CopiedDeck = {
  ...{ edition: `${home}.1f`, home, title: 'Spanish', decks: ['Spanish', 'Spanish::Verbs'] },
  noteTypes: [
    {
      ...{ key: '7', name: 'Basic', kind: 'standard', fields: ['Front', 'Back'], css: '' },
      templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{Back}}' }],
    },
  ],
  origin: {
    ...{ format: 'anki-package', title: 'Spanish' },
    minted: new Map([['__proto__', `${home}:m-1` as NoteId]]),
    missing: [`${home}:old` as NoteId],
  },
  media: new Map([['a.png', hash]]),
  notes: [
    {
      id: `${home}:a` as NoteId,
      source: {
        ...{ kind: 'template', fields: { Front: '<img src="a.png">', Back: 'b' } },
        ...{ tags: ['verb'], noteType: '7' },
      },
      decks: { '1': 1 },
    },
    {
      id: `${home}:m-1` as NoteId,
      source: { kind: 'basic', fields: { question: 'Q', answer: 'A' }, tags: [] },
      decks: {},
    },
  ],
};

function write(events: readonly AnyEvent[], decks: readonly CopiedDeck[], perPart = 2): Uint8Array {
  const writer = new CopyWriter();
  for (let start = 0; start < events.length; start += perPart) {
    writer.addEvents(events.slice(start, start + perPart));
  }
  for (const { notes, ...rest } of decks) {
    writer.addDeck(rest, notes.length);
    for (let start = 0; start < notes.length; start += perPart) {
      writer.addNotes(notes.slice(start, start + perPart));
    }
  }
  writer.addMedia(hash, picture);
  return Uint8Array.from(writer.finish(facts).flatMap((part) => [...part]));
}

async function read(bytes: Uint8Array): Promise<Copy> {
  const copy = await readCopy(bytes, reading);
  if ('error' in copy) throw new Error(copy.error);
  return copy;
}

/** The copy with some of its files exchanged, by name; null takes one away. */
function exchange(files: Readonly<Record<string, string | null>>): Uint8Array {
  const bytes = write([created, settingSet(2, 'newPerDay', 5)], [deck]);
  const entries = new Map(
    [...listZip(bytes)].map(([name, entry]) => [name, readZipEntry(bytes, entry)]),
  );
  for (const [name, text] of Object.entries(files)) {
    if (text === null) entries.delete(name);
    else entries.set(name, new TextEncoder().encode(text));
  }
  return writeZip(entries, () => false);
}

const messagesOf = async (files: Parameters<typeof exchange>[0]) =>
  (await read(exchange(files))).problems.map(({ message }) => message);

const anyNote: fc.Arbitrary<CopiedNote> = fc.record({
  id: fc
    .string({ minLength: 1 })
    .filter((text) => !text.includes('\n'))
    .map((text) => `${home}:${text}` as NoteId),
  source: fc.record({
    kind: fc.constantFrom('basic', 'cloze', 'rubric'),
    fields: fc.dictionary(fc.string(), fc.string()),
    tags: fc.array(fc.string()),
  }),
  decks: fc.dictionary(fc.constantFrom('1', 'reverse', 'c2'), fc.constantFrom(0, 1)),
});

describe('a copy in parts', () => {
  it('gives back exactly the events, decks and files it was written from', async () => {
    const anyNotes = fc.uniqueArray(anyNote, { selector: ({ id }) => id, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(anyNotes, fc.integer({ min: 1, max: 4 }), async (notes, perPart) => {
        const events = [created, settingSet(2, 'newPerDay', 5), settingSet(3, 'newPerDay', 6)];
        const copy = await read(write(events, [{ ...deck, notes }], perPart));
        expect(copy.problems).toEqual([]);
        expect(copy.events).toEqual(events);
        // As text, for a field may have the name of an object's own parts.
        const [{ notes: found, ...facts_ }] = copy.decks as [CopiedDeck];
        expect(JSON.stringify(found)).toBe(JSON.stringify(notes));
        expect({ ...facts_, notes: deck.notes }).toEqual(deck);
        expect(copy.media.map((file) => [file.hash, file.read()])).toEqual([[hash, picture]]);
      }),
      { numRuns: 50 },
    );
  });

  it('of version 3 is read for good', async () => {
    const sample = readFileSync(new URL('fixtures/copy-v3.zip', import.meta.url));
    const copy = await read(new Uint8Array(sample));
    expect(copy.savedAt).toBe(facts.savedAt);
    expect(copy.problems).toEqual([]);
    expect(copy.events).toEqual([created, settingSet(2, 'newPerDay', 5)]);
    expect(copy.decks).toEqual([deck]);
    expect(copy.media.map((file) => [file.hash, file.read()])).toEqual([[hash, picture]]);
  });

  it('begins as docs/copy-format.md shows it', () => {
    const page = readFileSync(new URL('../../docs/copy-format.md', import.meta.url), 'utf8');
    const example = /```text\n([^]+?)```/.exec(page)?.[1];
    const bytes = write([created, settingSet(2, 'newPerDay', 5)], [deck]);
    const head = readZipEntry(bytes, listZip(bytes).get('copy.json')!);
    expect(new TextDecoder().decode(head)).toBe(example);
  });

  it('may be empty', async () => {
    const bytes = Uint8Array.from(new CopyWriter().finish(facts).flatMap((part) => [...part]));
    expect(await read(bytes)).toMatchObject({ events: [], decks: [], media: [], problems: [] });
  });
});

describe('a damaged copy in parts', () => {
  it('is told wherever it is cut short', async () => {
    const bytes = write([created], [deck]);
    for (let length = 4; length < bytes.length; length += 7) {
      expect(await readCopy(bytes.slice(0, length), reading)).toMatchObject({
        error: expect.stringMatching(/cut short.* none of it was used/) as string,
      });
    }
  });

  it('never gives an exception, whichever byte is another', async () => {
    const bytes = write([created], [deck]);
    const anyPlace = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(anyPlace, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = bytes.slice();
        for (const [place, value] of changes) changed[place] = value;
        const copy = await readCopy(changed, reading);
        expect('error' in copy ? copy.error : copy.events).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['another zip', { 'copy.json': null }, /not a copy saved by Cairn/],
    ['no JSON', { 'copy.json': '{' }, /copy\.json cannot be read/],
    ['a list', { 'copy.json': '[]' }, /copy\.json cannot be read/],
    ['a newer version', { 'copy.json': '{"format":"cairn-copy","version":4}' }, /newer version/],
  ])('is told what it is when it holds %s', async (_, files, message) => {
    expect(await readCopy(exchange(files), reading)).toEqual({
      error: expect.stringMatching(message) as string,
    });
  });

  const deckJson = (change: object) =>
    JSON.stringify({
      ...deck,
      ...{ notes: undefined, count: 2, media: [], origin: { ...deck.origin, minted: [] } },
      ...change,
    });

  it.each([
    ['an event part', { 'events/1.json': '{}' }, /^events\/1\.json is no list/],
    ['JSON', { 'events/1.json': '[' }, /^events\/1\.json is damaged/],
    ['a deck', { 'decks/1/deck.json': '5' }, /^decks\/1\/deck\.json has something wrong/],
    ['the bank', { 'decks/1/deck.json': deckJson({ home: 'cairn' }) }, /home: is not the id/],
    ['an edition', { 'decks/1/deck.json': deckJson({ edition: 'other.1f' }) }, /edition: is not/],
    ['an unknown', { 'decks/1/deck.json': deckJson({ edition: `${home}.2` }) }, /no deck that an/],
    ['a note', { 'decks/1/1.json': '[{"id":"x:y"}]' }, /a note that cannot be used: source/],
    [
      'a note of another deck',
      { 'decks/1/1.json': JSON.stringify([{ ...deck.notes[1], id: 'mine:y' }]) },
      /id: is not one of this deck/,
    ],
    [
      'a note in no deck',
      { 'decks/1/1.json': JSON.stringify([{ ...deck.notes[1], decks: { '1': 9 } }]) },
      /decks: is none of the list/,
    ],
    [
      'a note of no type',
      {
        'decks/1/1.json': JSON.stringify([
          { ...deck.notes[0], source: { ...deck.notes[0]!.source, noteType: '8' } },
        ]),
      },
      /noteType: is none of the list/,
    ],
    ['one note', { 'decks/1/1.json': JSON.stringify([deck.notes[1]]) }, /holds 2 notes, and 1/],
    [
      'a note twice',
      { 'decks/1/1.json': JSON.stringify([deck.notes[1], deck.notes[1]]) },
      /a note that is there already/,
    ],
    ['a deck twice', { 'decks/2/deck.json': deckJson({}) }, /a deck that is there already/],
    ['another file', { [`media/${hash}`]: 'other' }, /another than its name says/],
    ['no file', { [`media/${hash}`]: null }, /holds 1 media files, and 0 are there/],
  ])('names what is wrong with %s, and keeps the rest', async (_, files, message) => {
    const messages = await messagesOf(files);
    expect(messages.join('\n')).toMatch(new RegExp(message.source, 'm'));
    const { events } = await read(exchange(files));
    expect(events.length + Number('events/1.json' in files) * 2).toBe(2);
  });
});
