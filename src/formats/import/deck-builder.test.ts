import { describe, expect, it } from 'vitest';
import { expectDeck } from '../testing/read-sample.ts';
import { DeckBuilder } from './deck-builder.ts';

const facts = { format: 'table', description: 'Table', title: 'Deck' } as const;
const source = { kind: 'basic', fields: { question: 'q', answer: 'a' }, tags: [] } as const;

describe('DeckBuilder', () => {
  it('takes 200,000 notes, and tells how many more there are', () => {
    const builder = new DeckBuilder(facts);
    for (let note = 1; note <= 200_010; note += 1) {
      builder.addNote({ source, ordinals: [], place: { note }, key: String(note) });
    }
    const deck = expectDeck(builder.build());
    expect(deck.notes).toHaveLength(200_000);
    expect(deck.problems).toEqual([
      { message: expect.stringContaining('and 10 were left out') as string },
    ]);
  });

  it('gives each note a key of its own, also where one looks like that of a repeated one', () => {
    const keysOf = (wanted: readonly string[]) => {
      const builder = new DeckBuilder(facts);
      wanted.forEach((key, note) => {
        builder.addNote({ source, ordinals: [], place: { note }, key });
      });
      return expectDeck(builder.build()).notes.map(({ key }) => key);
    };
    expect(keysOf(['a', 'a', 'a', 'b'])).toEqual(['a', 'a~2', 'a~3', 'b']);
    expect(keysOf(['a', 'a', 'a~2'])).toEqual(['a', 'a~2', 'a~2~2']);
    expect(keysOf(['a~2', 'a', 'a'])).toEqual(['a~2', 'a', 'a~3']);
  });

  it('tells of words in the file no more than fits a page', () => {
    const builder = new DeckBuilder(facts);
    builder.report(`The deck “${'x'.repeat(1_000_000)}” is damaged.`);
    const [problem] = builder.build().problems ?? [];
    expect(problem?.message).toMatch(/^The deck “x{489}…$/);
  });

  it('tells a thousand problems one by one, and how many more there are', () => {
    const builder = new DeckBuilder(facts);
    for (let line = 1; line <= 1005; line += 1) builder.report('Wrong.', { line });
    const deck = builder.build();
    expect(deck).toHaveProperty('error');
    expect(deck.problems).toHaveLength(1001);
    expect(deck.problems?.at(-1)?.message).toBe('There are 5 more problems like these.');
  });
});
