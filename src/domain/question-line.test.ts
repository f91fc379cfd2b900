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
