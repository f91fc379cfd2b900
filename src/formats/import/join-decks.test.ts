import { describe, expect, it } from 'vitest';
import { joinDecks } from './join-decks.ts';

type Part = Parameters<typeof joinDecks>[0][number];

const noteType = {
  key: '7',
  name: 'Own',
  kind: 'standard' as const,
  fields: ['Front'],
  templates: [{ name: 'Card', front: '{{Front}}<img src="a.png">', back: '{{Front}}' }],
  css: '',
};

function part(text: string, more: Partial<Part> = {}): Part {
  return {
    home: `deck-${text}`,
    title: text,
    decks: [text],
    noteTypes: [noteType],
    notes: [
      {
        key: 'a',
        source: { kind: 'template', fields: { Front: text }, tags: [], noteType: '7' },
        cards: [{ ordinal: '1', deck: 0 }],
        place: { note: 1 },
      },
    ],
    media: [],
    settings: { desiredRetention: 0.8 },
    zone: { offsetMinutes: 60, rolloverMinutes: 240 },
    ...more,
  };
}

const file = (name: string, ...bytes: number[]) => ({ name, bytes: new Uint8Array(bytes) });

describe('decks joined for one file', () => {
  it('leave as they are where there is one', () => {
    const { home, ...deck } = part('One');
    expect(joinDecks([part('One')], 'All')).toEqual({
      ...{ ...deck, title: 'All' },
      homes: [
        {
          ...{ home, title: 'One', settings: deck.settings, keys: [], media: [] },
          ...{ decks: [['One', 'One']], noteTypes: [['7', '7']] },
        },
      ],
    });
  });

  it('keep every note with a key of its own and its cards in their decks', () => {
    const joined = joinDecks([part('One'), part('Two'), part('One')], 'All');
    expect(joined.decks).toEqual(['One', 'Two', 'One-2']);
    expect(joined.notes.map(({ key }) => key)).toEqual(['a', 'a-2', 'a-3']);
    expect(joined.notes.map(({ cards }) => cards[0]?.deck)).toEqual([0, 1, 2]);
    expect(joined.notes.map(({ place }) => place)).toEqual([{ note: 1 }, { note: 2 }, { note: 3 }]);
    expect(joined.noteTypes).toEqual([noteType]);
    expect(joined.settings).toEqual({});
    expect(joined.zone).toEqual({ offsetMinutes: 60, rolloverMinutes: 240 });
  });

  it('keep note types apart that only share their key', () => {
    const other = { ...noteType, name: 'Another' };
    const joined = joinDecks([part('One'), part('Two', { noteTypes: [other] })], 'All');
    expect(joined.noteTypes.map(({ key, name }) => [key, name])).toEqual([
      ['7', 'Own'],
      ['8', 'Another'],
    ]);
    expect(joined.notes.map(({ source }) => source.noteType)).toEqual(['7', '8']);
  });

  it('rename a file that another deck has other bytes for, where texts name it too', () => {
    const one = part('One', { media: [file('a.png', 1), file('b.png', 2)] });
    const two = part('<img src="a.png"><img src="b.png">', {
      media: [file('a.png', 9, 9), file('b.png', 2)],
    });
    const joined = joinDecks([one, two], 'All');
    expect(joined.media.map(({ name }) => name)).toEqual(['a.png', 'b.png', 'a-2.png']);
    expect(joined.notes[1]?.source.fields).toEqual({
      Front: '<img src="a-2.png"><img src="b.png">',
    });
    expect(joined.noteTypes[1]?.templates[0]?.front).toBe('{{Front}}<img src="a-2.png">');
  });

  it('are nothing where there are none', () => {
    expect(joinDecks([], 'All')).toMatchObject({ title: 'All', decks: [], notes: [], media: [] });
  });
});
