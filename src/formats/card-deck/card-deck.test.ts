import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDeck, anyMarkdownDeck } from '../testing/any-deck.ts';
import { expectDeck, listProblems, summarise } from '../testing/read-sample.ts';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { readCardDeck } from './read-card-deck.ts';
import { writeCardDeck } from './write-card-deck.ts';

const read = (text: string) => readCardDeck({ name: 'File', text });

describe('readCardDeck', () => {
  it('reads notes with their ids, tags and decks', () => {
    expect(summarise(read(textDeckSamples['card-file']))).toEqual([
      {
        key: 'redis-eviction',
        kind: 'basic',
        fields: { question: 'What does noeviction do?', answer: 'It refuses writes.' },
        tags: '',
        cards: '1 in Redis',
      },
      {
        key: 'Hx#k',
        kind: 'cloze',
        fields: { text: '{{c1::LRU}} throws out what was not used.' },
        tags: 'cache',
        cards: 'c1 in One::Two',
      },
    ]);
  });

  it('gives notes the sources of the file where they have none, and tells mistakes by line', () => {
    const deck = read(
      '---\nsources: [https://a.example/]\n---\n## basic a\nQ: b\nA: c\n## basic d\nQ: e\n',
    );
    expect(summarise(deck)).toMatchObject([
      { fields: { sources: 'https://a.example/' }, cards: '1 in File' },
    ]);
    expect(listProblems(deck).map((problem) => problem.slice(0, 2))).toEqual(['1:', '7:']);
  });
});

describe('writeCardDeck', () => {
  it('is read back with the same notes, ids, tags and decks', () => {
    fc.assert(
      fc.property(anyMarkdownDeck, (deck) => {
        const { text, leftOut } = writeCardDeck(deck);
        const again = read(text);
        expect(listProblems(again)).toEqual([]);
        expect(leftOut).toBe(0);
        expect(summarise(again)).toEqual(summarise(deck));
      }),
      { numRuns: 40 },
    );
  });

  it('counts the notes that have no form in Markdown', () => {
    fc.assert(
      fc.property(anyDeck, (deck) => {
        const html = deck.notes.filter(({ source }) => source.kind === 'template').length;
        expect(writeCardDeck(deck).leftOut).toBe(html);
      }),
      { numRuns: 40 },
    );
  });

  it('is called by its file where its title is blank', () => {
    const text = textDeckSamples['card-file'].replace('title: Redis', "title: ' '");
    expect(expectDeck(read(text)).title).toBe('File');
  });

  it('quotes a title that YAML would take for something else', () => {
    const deck = { ...expectDeck(read(textDeckSamples['card-file'])), title: 'a: "b" #c' };
    expect(read(writeCardDeck(deck).text)).toMatchObject({ title: 'a: "b" #c' });
  });
});
