import { expect, it } from 'vitest';
import type { CompiledNote } from '#src/domain/content.ts';
import type { CardId } from '#src/domain/ids.ts';
import { makeBasicNote } from '#src/storage/test-store.ts';
import { toQuestionLine } from './question-line.ts';

const lineOf = (note: CompiledNote, ordinal: string) =>
  toQuestionLine({ card: `${note.id}#${ordinal}` as CardId, note });

it('tells a card by what it asks, in one line', () => {
  const base = makeBasicNote('one');
  const question = [
    ['p', null, 'What does ', ['code', null, 'GET'], ' do?'],
    ['ul', null, ['li', null, 'In HTTP']],
  ] as const;
  expect(lineOf({ ...base, kind: 'basic', question, answer: [] }, '1')).toBe(
    'What does GET do? In HTTP',
  );
  const long = [['p', null, 'a'.repeat(300)]] as const;
  expect(lineOf({ ...base, kind: 'basic', question: long, answer: [] }, '1')).toHaveLength(120);
});

it('parts the lines of a list and of a paragraph', () => {
  const question = [
    ['p', null, 'Which two?'],
    ['ul', null, ['li', null, 'one'], ['li', null, 'two', ['br', null], 'lines']],
  ] as const;
  const note = { ...makeBasicNote('one'), kind: 'basic', question, answer: [] } as const;
  expect(lineOf(note, '1')).toBe('Which two? one two lines');
});

it('shows the words of a note type’s cloze, but for those that are asked', () => {
  const note = {
    ...makeBasicNote('one'),
    kind: 'template',
    noteType: 'cloze',
    fields: { Text: 'The {{c1::ribosome}} makes {{c2::proteins::what?}} in {{open' },
    ordinals: ['c1', 'c2'],
    tags: [],
  } as const;
  expect([lineOf(note, 'c1'), lineOf(note, 'c2')]).toEqual([
    'The […] makes proteins in {{open',
    'The ribosome makes […] in {{open',
  ]);
});

it('asks the other way round for a reverse card, and hides the part a cloze card asks', () => {
  const base = makeBasicNote('one');
  const reversed = {
    ...base,
    kind: 'reversed',
    question: ['Front'],
    answer: [],
    reverseQuestion: ['Back'],
    reverseAnswer: [],
  } as const;
  expect([lineOf(reversed, '1'), lineOf(reversed, 'reverse')]).toEqual(['Front', 'Back']);
  const text = [
    'Redis is ',
    ['cloze', { n: '1' }, 'in memory'],
    ', ',
    ['cloze', { n: '2' }, 'fast'],
  ] as const;
  expect(lineOf({ ...base, kind: 'cloze', text, numbers: [1, 2] }, 'c2')).toBe(
    'Redis is in memory, […]',
  );
});
