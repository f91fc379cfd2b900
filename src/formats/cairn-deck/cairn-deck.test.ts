import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, StudyDay } from '#src/domain/ids.ts';
import type { ImportedDeck } from '../import/imported-deck.ts';
import { anyDeck } from '../testing/any-deck.ts';
import { expectDeck, listProblems } from '../testing/read-sample.ts';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { readCairnDeck, writeCairnDeck } from './cairn-deck.ts';

const read = (text: string) => readCairnDeck({ name: 'File', text });
const sample = textDeckSamples['cairn-deck'];
const change = (from: string, to: string) => {
  expect(sample).toContain(from);
  return read(sample.replace(from, to));
};

describe('a Cairn deck', () => {
  it('is read back identical', () => {
    fc.assert(
      fc.property(anyDeck, (deck) => {
        expect(read(writeCairnDeck(deck))).toEqual(deck);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps schedules, reviews, marks, parameters and zone', () => {
    const deck: ImportedDeck = {
      ...expectDeck(read(sample)),
      parameters: Array.from({ length: 21 }, (_, index) => index / 10),
      zone: { offsetMinutes: -60, rolloverMinutes: 240 },
      notes: [
        {
          key: '__proto__',
          source: {
            kind: 'typed',
            fields: JSON.parse('{"__proto__":"a","constructor":"b"}') as Record<string, string>,
            tags: [],
          },
          place: { line: 3 },
          cards: [
            {
              ordinal: '1',
              deck: 0,
              suspended: true,
              buried: true,
              flag: 7,
              position: -4,
              schedule: {
                phase: 'review',
                intervalDays: 9,
                due: { day: 20_000 as StudyDay },
                reps: 4,
                lapses: 1,
                memory: { stability: 9.5, difficulty: 4.25 },
                ease: 2.5,
              },
              reviews: [
                {
                  id: 1,
                  at: 1 as Instant,
                  act: { kind: 'graded', grade: 'hard', durationMs: 1200 },
                  next: { seconds: 600 },
                },
                { id: 2, at: 2 as Instant, act: { kind: 'reset' }, next: { days: 0 } },
                { id: 3, at: 3 as Instant, act: { kind: 'set-due' }, next: { days: 3 } },
              ],
            },
            {
              ordinal: 'reverse',
              deck: 0,
              schedule: { phase: 'learning', due: { at: 5 as Instant }, reps: 1, lapses: 0 },
            },
          ],
        },
      ],
    };
    expect(read(writeCairnDeck(deck))).toEqual(deck);
  });

  it.each([
    ['{', 'damaged or cut short'],
    ['[]', 'damaged or cut short'],
    ['{"format":"cairn-deck"}', 'does not say which version'],
    ['{"format":"cairn-deck","version":2}', 'newer version of Cairn (format 2'],
    ['{"format":"cairn-deck","version":1,"title":""}', 'damaged: title'],
    ['{"format":"cairn-deck","version":1}', 'damaged: title: is missing.'],
    [
      '{"format":"cairn-deck","version":1,"title":"a","decks":[],"settings":{}}',
      'No note of this deck',
    ],
    [`{"format":"cairn-deck","version":1,"x":${'['.repeat(200_000)}`, 'damaged'],
  ])('that cannot be used says why: %.60s', (text, message) => {
    expect(read(text)).toMatchObject({ error: expect.stringContaining(message) as string });
  });

  it('leaves out what is wrong in it, and tells what', () => {
    expect(listProblems(change('"noteTypes":[]', '"noteTypes":[{"key":"x"}]'))).toEqual([
      expect.stringContaining('Note type 1 was left out: name') as string,
    ]);
    expect(listProblems(change('"base64":"AAEC"', '"base64":"AA*="'))).toEqual([
      'Media file 1 was left out: it is damaged.',
    ]);
    expect(listProblems(change('"a.png"', '"../a.png"'))).toHaveLength(1);
    const media = '{"name":"a.png","base64":"AAEC"}';
    expect(listProblems(change(media, `${media},${media}`))).toEqual([
      'Media file 2 was left out: an earlier one has its name.',
    ]);
    const many = listProblems(change(media, Array(3000).fill('{}').join(',')));
    expect(many).toHaveLength(1001);
    expect(many.at(-1)).toBe('There are 2000 more problems like these.');
    const note = /\{"key".*\}\}/.exec(sample)?.[0] ?? '';
    const problemOf = (from: string, to: string) =>
      listProblems(change(note, `${note},\n${note.replace(from, to)}`));
    expect(problemOf('', '')).toEqual(['#2: This note was left out: an earlier note has its key.']);
    expect(problemOf('"key":"a"', '"key":"b","x":1')).toHaveLength(1);
    expect(problemOf('"key":"a"', '"key":""')).toHaveLength(1);
    expect(
      problemOf('"key":"a","source":{"kind":"basic"', '"key":"b","source":{"kind":"template"'),
    ).toEqual(['#2: This note was left out: its note type is not there.']);
    const second = note.replace('"key":"a"', '"key":"b"');
    const problemOfSecond = (from: string, to: string) =>
      listProblems(change(note, `${note},\n${second.replace(from, to)}`));
    expect(problemOfSecond('"deck":0', '"deck":1')).toEqual([
      '#2: This note was left out: a card lies in no deck of the list.',
    ]);
    expect(
      problemOfSecond(
        '[{"ordinal":"1","deck":0}]',
        '[{"ordinal":"1","deck":0},{"ordinal":"1","deck":0}]',
      ),
    ).toEqual(['#2: This note was left out: it has a card twice.']);
    expect(problemOfSecond('"question":"q"', '"question":7')).toEqual([
      '#2: This note was left out: source.fields: is no list of texts by field.',
    ]);
    const memory = (stability: number) =>
      `"deck":0,"schedule":{"phase":"review","due":{"day":1},"reps":1,"lapses":0,"memory":{"stability":${stability},"difficulty":5}}`;
    expect(problemOfSecond('"deck":0', memory(0.001))).toEqual([]);
    expect(problemOfSecond('"deck":0', memory(1e-300))).toHaveLength(1);
    expect(problemOfSecond('"ordinal":"1"', `"ordinal":"${'x'.repeat(500)}"`)).toHaveLength(1);
  });
});

describe('base64', () => {
  it('is read back the same for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it('is nothing else', () => {
    expect(['a', 'ab*=', 'a===', '===='].map(fromBase64).slice(0, 2)).toEqual([
      undefined,
      undefined,
    ]);
  });
});
