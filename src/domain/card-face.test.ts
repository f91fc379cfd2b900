import { describe, expect, it } from 'vitest';
import { toCardFace } from './card-face.ts';
import { listCards, type CompiledNote } from './content.ts';
import type { EventId } from './ids.ts';
import { orderOptions } from './option-order.ts';
import { newCardState } from './schedule.ts';
import { basicNote, choiceNote, clozeNote } from './testing/quiz-cards.ts';

const facesOf = (note: CompiledNote) => listCards(note).map((card) => toCardFace(note, card));

describe('the face of a card', () => {
  it('has the question and the answer of its side', () => {
    const basic = basicNote('c', 'n', 'Yes');
    expect(facesOf(basic)).toEqual([
      { question: [['p', null, 'Question of n?']], answer: [['p', null, 'Yes']] },
    ]);
    const reversed: CompiledNote = {
      ...basic,
      kind: 'reversed',
      question: ['404?'],
      answer: ['Not found'],
      reverseQuestion: ['Not found?'],
      reverseAnswer: ['404'],
    };
    expect(facesOf(reversed)).toEqual([
      { question: ['404?'], answer: ['Not found'] },
      { question: ['Not found?'], answer: ['404'] },
    ]);
  });

  it('is the text of a cloze with the number asked for', () => {
    expect(facesOf(clozeNote('c', 'n', 'one', 'two')).map(({ cloze }) => cloze)).toEqual([1, 2]);
  });

  it('leaves the answer of an exercise to what draws that', () => {
    expect(facesOf(choiceNote('c', 'n', ['a', 'b', 'c']))).toEqual([
      { question: [['p', null, 'Question of n?']] },
    ]);
  });

  it('is empty for a note that its own note type draws', () => {
    const note: CompiledNote = {
      id: basicNote('c', 'n', 'Yes').id,
      kind: 'template',
      fields: { Front: 'Q', Back: 'A' },
      noteType: '7',
      ordinals: ['1', '2'],
      tags: [],
    };
    expect(facesOf(note)).toEqual([{ question: [] }, { question: [] }]);
  });
});

describe('the order of options', () => {
  const [card] = listCards(choiceNote('c', 'n', ['a', 'b', 'c']));

  it('is the same on a reload, and another one after some review', () => {
    const orderAfter = (last: string | null) =>
      orderOptions({ card: card!, state: { ...newCardState, last: last as EventId | null } });
    expect(orderAfter(null)).toEqual(orderAfter(null));
    expect(orderAfter(null).toSorted()).toEqual([0, 1, 2]);
    const orders = new Set(['a', 'b', 'c', 'd', 'e'].map((last) => orderAfter(last).join()));
    expect(orders.size).toBeGreaterThan(1);
  });
});
