import { describe, expect, it } from 'vitest';
import type { CompiledNote } from '../content.ts';
import { listCards } from '../content.ts';
import { basicNote, choiceNote, clozeNote, rubricNote, typedNote } from '../testing/quiz-cards.ts';
import { foldAnswer, toAnswerKind } from './answer-kind.ts';
import {
  findAnswerContent,
  findPlainAnswer,
  findPlainQuestion,
  toPlainText,
} from './plain-answer.ts';

const reversed: CompiledNote = {
  ...basicNote('web/http', 'status'),
  kind: 'reversed',
  question: ['404?'],
  answer: ['Not found'],
  reverseQuestion: ['Not found?'],
  reverseAnswer: [['p', null, ['code', null, '404']]],
};

function answersOf(note: CompiledNote) {
  return listCards(note).map((card) => findPlainAnswer(note, card)?.text ?? null);
}

describe('a rendered answer as words', () => {
  it('is its text in reading order, with blocks parted and runs of code joined', () => {
    const content = [
      ['p', null, 'Use ', ['code', null, ['span', { class: 'hl-keyword' }, 'git'], ' add']],
      ['ul', null, ['li', null, 'one'], ['li', null, ' two ']],
    ] as const;
    expect(toPlainText(content)).toBe('Use git add one two');
  });

  it('is what each kind of note holds for the card', () => {
    expect(answersOf(basicNote('c', 'n', 'Yes'))).toEqual(['Yes']);
    expect(answersOf(typedNote('c', 'n', ['UNLINK', 'unlink']))).toEqual(['UNLINK']);
    expect(answersOf(choiceNote('c', 'n', ['right', 'one', 'two']))).toEqual(['right']);
    expect(answersOf(clozeNote('c', 'n', '16384', 'CRC16'))).toEqual(['16384', 'CRC16']);
    expect(answersOf(reversed)).toEqual(['Not found', '404']);
    expect(answersOf(rubricNote('c', 'n'))).toEqual([null]);
  });

  it('is not there for a card that its note does not have', () => {
    const note = clozeNote('c', 'n', 'one');
    const [card] = listCards(clozeNote('c', 'n', 'one', 'two')).slice(1);
    expect(findPlainAnswer(note, card!)).toBeNull();
    expect(findAnswerContent(note, card!)).toBeNull();
  });

  it('can be drawn as an option', () => {
    const draw = (note: CompiledNote) =>
      listCards(note).map((card) => toPlainText(findAnswerContent(note, card) ?? []));
    expect(draw(typedNote('c', 'n', ['GET'], 'exact'))).toEqual(['GET']);
    expect(draw(typedNote('c', 'n', ['cache']))).toEqual(['cache']);
    expect(draw(basicNote('c', 'n', 'Yes'))).toEqual(['Yes']);
    expect(draw(choiceNote('c', 'n', ['right', 'one', 'two']))).toEqual(['right']);
    expect(draw(clozeNote('c', 'n', 'one', 'two'))).toEqual(['one', 'two']);
    expect(draw(reversed)).toEqual(['Not found', '404']);
    expect(draw(rubricNote('c', 'n'))).toEqual(['']);
  });

  it('knows code from words', () => {
    const isCode = (note: CompiledNote) =>
      listCards(note).map((card) => findPlainAnswer(note, card)?.isCode);
    expect(isCode(reversed)).toEqual([false, true]);
    expect(isCode(typedNote('c', 'n', ['GET'], 'exact'))).toEqual([true]);
    expect(isCode(basicNote('c', 'n'))).toEqual([false]);
  });

  it('is asked by a question that keeps the hidden parts hidden', () => {
    const note = clozeNote('c', 'slots', '16384');
    expect(findPlainQuestion(note, listCards(note)[0]!)).toBe('Of slots: …');
    expect(listCards(reversed).map((card) => findPlainQuestion(reversed, card))).toEqual([
      '404?',
      'Not found?',
    ]);
  });
});

describe('the kind of an answer', () => {
  const kindOf = (text: string, isCode = false) => toAnswerKind({ text, isCode, accepted: [text] });

  it('is a number with or without a unit, a command, other code, or a term', () => {
    expect(
      ['16384', '~10 ms', '99.9 %', '-1', '1,000 requests'].map((text) => kindOf(text)),
    ).toEqual(Array(5).fill('number'));
    expect(kindOf('404', true)).toBe('number');
    expect(kindOf('git rebase -i', true)).toBe('command');
    expect(kindOf('UNLINK', true)).toBe('code');
    expect(kindOf('Cache-Control', true)).toBe('code');
    expect(kindOf('write-ahead log')).toBe('term');
  });

  it('is none where the answer is longer than six words, or empty', () => {
    expect(kindOf('one two three four five six')).toBe('term');
    expect(kindOf('one two three four five six seven')).toBeNull();
    expect(kindOf(' ')).toBeNull();
  });

  it('folds away what makes no other answer', () => {
    expect(foldAnswer('  The “Write-Ahead  Log”. ')).toBe('write ahead log');
    expect(foldAnswer('ＴＣＰ')).toBe('tcp');
  });
});
