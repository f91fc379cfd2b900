import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId, ConceptId, NoteId, TopicId } from '../ids.ts';
import { confusableFrom, listTellingWords, measureConfusion } from './confusable.ts';
import { selectQuestions, type Candidate } from './select-questions.ts';

function candidate(
  id: string,
  topics: readonly string[],
  rest: Partial<Candidate> = {},
): Candidate {
  return {
    card: `cairn:${id}#1` as CardId,
    note: `cairn:${id}` as NoteId,
    concept: id as ConceptId,
    topics: topics as readonly TopicId[],
    parents: [],
    recall: 0.9,
    words: new Set(),
    answer: null,
    wrongOptions: [],
    hasOwnOptions: false,
    ...rest,
  };
}

const ids = (selected: ReturnType<typeof selectQuestions>) =>
  selected.map(({ candidate: { card } }) => card.slice('cairn:'.length, -2));

const candidates = fc
  .uniqueArray(
    fc.record({
      note: fc.nat(12),
      ordinal: fc.nat(2),
      topics: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 3 }),
      recall: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      words: fc.array(fc.constantFrom('cache', 'lock', 'queue', 'write')),
    }),
    { selector: ({ note, ordinal }) => `${note}#${ordinal}`, maxLength: 25 },
  )
  .map((all) => {
    // Cards of a note stand where its concept does.
    const topicsByNote = new Map(all.map(({ note, topics }) => [note, topics]));
    return all.map(({ note, ordinal, recall, words }) =>
      candidate(`n${note}`, topicsByNote.get(note)!.map(String), {
        card: `cairn:n${note}#${ordinal}` as CardId,
        recall,
        words: new Set(words),
      }),
    );
  });

describe('the questions of a quiz', () => {
  it('cover every topic where the length allows, ask no card twice, and are as many as there can be', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 5, max: 50 }), fc.string(), (all, length, seed) => {
        const selected = selectQuestions({ candidates: all, length, seed });
        const cards = selected.map(({ candidate: { card } }) => card);
        expect(new Set(cards).size).toBe(cards.length);
        expect(cards).toHaveLength(Math.min(length, all.length));
        const topics = new Set(all.flatMap((each) => each.topics));
        const asked = new Set(selected.flatMap((each) => each.candidate.topics));
        if (topics.size <= length) expect(asked).toEqual(topics);
        for (const { candidate: chosen, topic } of selected) expect(chosen.topics).toContain(topic);
      }),
    );
  });

  it('are the same for the same seed', () => {
    fc.assert(
      fc.property(candidates, fc.string(), (all, seed) => {
        const input = { candidates: all, length: 10, seed };
        expect(selectQuestions(input)).toEqual(selectQuestions(input));
      }),
    );
  });

  it('hold no second card of a note before every topic was asked', () => {
    fc.assert(
      fc.property(candidates, fc.string(), (all, seed) => {
        const selected = selectQuestions({ candidates: all, length: 'every-topic', seed });
        const notes = selected.map(({ candidate: { note } }) => note);
        expect(new Set(notes).size).toBe(notes.length);
        expect(new Set(selected.flatMap((each) => each.candidate.topics))).toEqual(
          new Set(all.flatMap((each) => each.topics)),
        );
      }),
    );
  });

  it('take a topic before a note where one note stands in different topics', () => {
    const note = 'cairn:n' as NoteId;
    const all = [
      candidate('a', ['one'], { note }),
      candidate('b', ['two'], { note }),
      candidate('c', ['one']),
    ];
    const selected = selectQuestions({ candidates: all, length: 'every-topic', seed: 's' });
    expect(new Set(selected.flatMap((each) => each.candidate.topics))).toEqual(
      new Set(['one', 'two']),
    );
  });

  it('are what is likely forgotten, topic by topic', () => {
    const all = [
      candidate('known', ['one'], { recall: 0.98 }),
      candidate('fading', ['one'], { recall: 0.3 }),
      candidate('new', ['two'], { recall: null }),
      candidate('sure', ['two'], { recall: 0.95 }),
    ];
    const selected = selectQuestions({ candidates: all, length: 2, seed: 's' });
    expect(ids(selected).toSorted()).toEqual(['fading', 'new']);
  });

  it('are another set for another seed where cards weigh the same', () => {
    const all = Array.from({ length: 30 }, (_, index) => candidate(`c${index}`, ['one']));
    const drawn = ['a', 'b', 'c'].map((seed) =>
      ids(selectQuestions({ candidates: all, length: 5, seed }))
        .toSorted()
        .join(),
    );
    expect(new Set(drawn).size).toBe(3);
  });

  it('bring what is mixed up next to each other', () => {
    const near = { parents: ['data'] as TopicId[] };
    const all = [
      candidate('rdb', ['redis'], { ...near, words: new Set(['snapshot', 'disk']) }),
      candidate('get', ['http']),
      candidate('aof', ['append'], { ...near, words: new Set(['snapshot', 'disk', 'append']) }),
      candidate('put', ['rest']),
      candidate('dns', ['names']),
    ];
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const order = ids(selectQuestions({ candidates: all, length: 5, seed }));
      expect(Math.abs(order.indexOf('rdb') - order.indexOf('aof'))).toBe(1);
    }
  });
});

describe('cards that are mixed up', () => {
  const words = listTellingWords('Which lock does a reader take before the write?');
  const base = candidate('a', ['x'], { words, answer: 'shared lock', parents: ['p' as TopicId] });

  it('are those whose answer is the other’s wrong option', () => {
    const other = candidate('b', ['y'], { wrongOptions: ['shared lock'] });
    expect(measureConfusion(base, other)).toBeGreaterThanOrEqual(confusableFrom);
    expect(measureConfusion(other, base)).toBe(measureConfusion(base, other));
  });

  it('are those of one concept or of sibling topics that share words', () => {
    const same = candidate('b', ['y'], { words, concept: base.concept });
    const sibling = candidate('b', ['y'], { words, parents: base.parents });
    const stranger = candidate('b', ['y'], { words });
    expect(measureConfusion(base, same)).toBe(1);
    expect(measureConfusion(base, sibling)).toBe(1);
    expect(measureConfusion(base, stranger)).toBe(0);
    expect(measureConfusion(base, candidate('c', ['y'], { parents: base.parents }))).toBe(0);
  });

  it('are not those of one note', () => {
    expect(measureConfusion(base, candidate('b', ['x'], { ...base, card: 'x#2' as CardId }))).toBe(
      0,
    );
  });

  it('are told by words of four letters or more that are not common', () => {
    expect([...words]).toEqual(['lock', 'reader', 'take', 'write']);
  });
});
