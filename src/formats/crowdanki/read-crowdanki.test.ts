import { describe, expect, it } from 'vitest';
import { expectDeck, listProblems, summarise } from '../testing/read-sample.ts';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { readCrowdAnki } from './read-crowdanki.ts';

const read = (json: unknown, files?: Parameters<typeof readCrowdAnki>[1]) =>
  readCrowdAnki(
    { name: 'File', text: typeof json === 'string' ? json : JSON.stringify(json) },
    files,
  );
const sample = textDeckSamples.crowdanki;
const model = (JSON.parse(sample) as { note_models: object[] }).note_models[0];

describe('readCrowdAnki', () => {
  it('reads decks inside decks, note types with their templates in order, and options', () => {
    const deck = expectDeck(read(sample));
    expect(summarise(deck)).toEqual([
      {
        key: 'g1',
        kind: 'template',
        fields: { Front: 'forum', Back: 'market' },
        tags: 'latin',
        cards: '1 in Rome, 2 in Rome',
      },
      {
        key: 'g2',
        kind: 'template',
        fields: { Front: 'limes', Back: '' },
        tags: '',
        cards: '1 in Rome::Late',
      },
    ]);
    expect(deck.noteTypes).toMatchObject([
      { key: 'model', rtlFields: ['Back'], templates: [{ name: 'Forth' }, { name: 'Back' }] },
    ]);
    expect(deck.settings).toEqual({
      learningStepsMinutes: [1, 10],
      relearningStepsMinutes: [10],
      maximumIntervalDays: 365,
      leechLapses: 8,
    });
  });

  it('takes media from the files given, and names those that are missing', () => {
    const bytes = new Uint8Array([1]);
    const deck = expectDeck(read(sample, new Map([['forum.png', bytes]])));
    expect(deck.media).toEqual([{ name: 'forum.png', bytes }]);
    expect(deck.problems).toEqual([]);
    const many = Array.from({ length: 12 }, (_, index) => `${index}.png`);
    expect(listProblems(read({ ...(JSON.parse(sample) as object), media_files: many }))).toEqual([
      expect.stringContaining('8.png, 9.png and 2 more') as string,
    ]);
  });

  it('makes a card for each template that shows something, and for each number that is hidden', () => {
    const shape = {
      ...model,
      flds: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
      tmpls: [
        { qfmt: '{{^A}}{{B}}{{/A}}' },
        { qfmt: '{{#A}}{{hint:B}}{{/A}}' },
        { qfmt: '<b>no field</b>' },
        { qfmt: '{{C}}', afmt: '{{A}}' },
      ],
    };
    const note = { note_model_uuid: 'model', fields: ['a', 'b', ''] };
    expect(summarise(read({ note_models: [shape], notes: [note] }))).toMatchObject([
      { key: 'first-field:a', cards: '2 in File' },
    ]);
    const cloze = { ...shape, type: 1, tmpls: [{ qfmt: '{{A}} {{cloze:B}}' }] };
    const hiding = {
      note_model_uuid: 'model',
      fields: ['a {{c9::x}}', '{{c2::b {{c1::c}}}} {{c0::d}}', ''],
    };
    expect(summarise(read({ note_models: [cloze], notes: [hiding] }))).toMatchObject([
      { cards: 'c1 in File, c2 in File' },
    ]);
  });

  it('keeps names that children have in full, and names those without', () => {
    const note = (guid: string) => ({ guid, note_model_uuid: 'model', fields: [guid] });
    const json = {
      name: 'A',
      note_models: [model],
      children: [{ name: 'A::B', notes: [note('x')] }, { notes: [note('y')] }],
    };
    expect(expectDeck(read(json)).decks).toEqual(['A::B', 'A::Deck without a name']);
  });

  it.each([
    ['{"a":', 'damaged or cut short'],
    ['{"name":"A"}', 'No card was found'],
  ])('says what is wrong with %s', (text, message) => {
    expect(read(text)).toMatchObject({ error: expect.stringContaining(message) as string });
  });

  it('tells what it leaves out', () => {
    const json = {
      note_models: [
        { name: 'Empty' },
        {
          ...model,
          crowdanki_uuid: 'wide',
          flds: Array.from({ length: 501 }, (_, i) => ({ name: `f${i}` })),
        },
        { flds: [] },
        model,
      ],
      deck_config_uuid: 'c',
      deck_configurations: [
        { crowdanki_uuid: 'c', new: { delays: ['1'] }, lapse: { leechFails: -1 }, rev: 7 },
      ],
      notes: [
        { note_model_uuid: 'none', fields: ['a'] },
        { note_model_uuid: 'model', fields: [' ', 'b'] },
        { note_model_uuid: 'model', fields: 'c' },
        7,
        { note_model_uuid: 'model', fields: ['d'], guid: ' ' },
      ],
    };
    const deck = expectDeck(read(json));
    expect(listProblems(deck)).toEqual([
      'The note type “Empty” has no fields or no templates. Its notes were left out.',
      expect.stringContaining('more than 500 fields') as string,
      'The note type “Note type without a name” has no fields or no templates. Its notes were left out.',
      '#1: The note type of this note is not in the file, so it was left out.',
      '#2: The first field is empty, so this was left out.',
      '#3: The first field is empty, so this was left out.',
    ]);
    expect(deck.settings).toEqual({});
    expect(deck.notes).toHaveLength(1);
  });

  it('goes fifty decks deep and no further, and is not misled by keys that every object has', () => {
    let deep: object = { name: 'x', notes: [] };
    for (let level = 0; level < 60; level += 1) deep = { name: 'x', children: [deep] };
    const json = { ...(JSON.parse(sample) as object), children: [deep] };
    expect(listProblems(read(json))).toContainEqual(
      expect.stringContaining('deeper than 50') as string,
    );
    expect(read('{"__proto__":{"notes":[{}]},"constructor":{"name":"x"}}')).toHaveProperty('error');
  });
});
