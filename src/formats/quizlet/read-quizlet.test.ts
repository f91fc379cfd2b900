import { describe, expect, it } from 'vitest';
import { listProblems, summarise } from '../testing/read-sample.ts';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { guessQuizletSeparators, readQuizlet } from './read-quizlet.ts';

const fieldsOf = (text: string, said?: Parameters<typeof readQuizlet>[1]) =>
  summarise(readQuizlet({ name: 'Paste', text }, said)).map(({ fields }) => [
    fields.question,
    fields.answer,
  ]);

describe('readQuizlet', () => {
  it('reads a pair a line', () => {
    expect(fieldsOf(textDeckSamples.quizlet)).toEqual([
      ['mitochondria', 'where a cell burns sugar'],
      ['ribosome', 'where it builds protein'],
      ['nucleus', 'where it keeps its plans'],
    ]);
    expect(fieldsOf('a\tb - c\nd\te\n')).toEqual([
      ['a', 'b - c'],
      ['d', 'e'],
    ]);
  });

  it('guesses separators of sides and of cards', () => {
    expect(guessQuizletSeparators('a: b;c: d;e: f')).toEqual({ sides: ': ', cards: ';' });
    expect(guessQuizletSeparators('a = b\nc = d')).toEqual({ sides: ' = ', cards: '\n' });
    expect(guessQuizletSeparators('Only words here.\nAnd here.')).toBeUndefined();
  });

  it('takes separators that are said, and tells what has none', () => {
    const deck = readQuizlet({ name: 'P', text: 'a>b|\n\nc|d>|e>f' }, { sides: '>', cards: '|' });
    expect(summarise(deck).map(({ fields }) => fields)).toEqual([
      { question: 'a', answer: 'b' },
      { question: 'e', answer: 'f' },
    ]);
    expect(listProblems(deck)).toEqual([
      '3: "c" has no ">" that parts term and definition, so it was left out.',
      '3: There is no answer to "d", so this was left out.',
    ]);
    expect(listProblems(readQuizlet({ name: 'P', text: 'a\n\nb\tc' }))).toEqual([
      '1: "a" has no "tab" that parts term and definition, so it was left out.',
    ]);
  });
});
