import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId, NoteId } from '../ids.ts';
import { foldAnswer, toAnswerKind } from './answer-kind.ts';
import { makeDistractors, type OptionSource } from './make-distractors.ts';

function source(
  id: string,
  text: string,
  rest: { question?: string; also?: readonly string[]; note?: string; isCode?: boolean } = {},
): OptionSource {
  const { question = `What is ${id}?`, also = [], note = id, isCode = false } = rest;
  const answer = { text, isCode, accepted: [text, ...also] };
  return {
    card: `cairn:${note}#${id}` as CardId,
    note: `cairn:${note}` as NoteId,
    question,
    answer,
  };
}

const nothing: ReadonlySet<CardId> = new Set();
const make = (
  asked: OptionSource,
  tiers: readonly (readonly OptionSource[])[],
  excluded = nothing,
) => makeDistractors({ asked, tiers, excluded, seed: 'seed' });

const asked = source('asked', 'write-ahead log', { also: ['WAL'] });
const heap = source('heap', 'heap file');
const vacuum = source('vacuum', 'vacuum');
const toast = source('toast', 'oversized storage');

describe('made options', () => {
  it('come from sibling topics before cousins', () => {
    expect(make(asked, [[heap, vacuum], [toast]])?.toSorted()).toEqual(
      [heap.card, vacuum.card].toSorted(),
    );
    expect(make(asked, [[heap], [toast]])).toEqual([heap.card, toast.card]);
  });

  it('are none where there are no two', () => {
    expect(make(asked, [[heap], []])).toBeNull();
    expect(make(asked, [[asked, heap]])).toBeNull();
  });

  it('are none for a long answer, and none of them is long', () => {
    const long = source('long', 'an answer that says far more than it should');
    expect(make(long, [[heap, vacuum]])).toBeNull();
    expect(make(asked, [[heap, long]])).toBeNull();
  });

  it('are of one kind with the answer', () => {
    const number = source('number', '16384');
    const code = source('code', 'UNLINK', { isCode: true });
    expect(make(asked, [[number, code, heap], [vacuum]])?.toSorted()).toEqual(
      [heap.card, vacuum.card].toSorted(),
    );
  });

  it.each([
    ['the same answer', source('x', 'Write-Ahead Log')],
    ['an accepted variant', source('x', 'wal')],
    ['an answer whose own variant is the asked one', source('x', 'journal', { also: ['WAL'] })],
    ['an answer that says it and more', source('x', 'the WAL file')],
    ['another card of the same note', source('x', 'redo log', { note: 'asked' })],
    ['another card of the same question', source('x', 'redo log', { question: 'what is asked' })],
  ])('are never also right: %s', (_, other) => {
    expect(make(asked, [[other, heap]])).toBeNull();
  });

  it('do not say the same as each other', () => {
    expect(make(asked, [[heap, source('x', 'Heap file')]])).toBeNull();
  });

  it('give away no card that is asked or due in this quiz', () => {
    expect(make(asked, [[heap, vacuum]], new Set([heap.card]))).toBeNull();
  });

  it('are never right, always short and of one kind, whatever the cards', () => {
    const text = fc.constantFrom(
      'WAL',
      'wal file',
      'log',
      'Log',
      '1',
      '16 KB',
      'heap',
      'a b',
      'b',
      '',
    );
    const any = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      note: fc.constantFrom('a', 'b', 'c', 'd'),
      question: fc.constantFrom('Which?', 'which', 'What?', 'Why?', 'How?'),
      text,
      also: fc.array(text, { maxLength: 2 }),
      isCode: fc.boolean(),
    });
    const one = any.map(({ id, text, ...rest }) => source(id, text, rest));
    fc.assert(
      fc.property(
        one,
        fc.array(one, { maxLength: 9 }),
        fc.array(one, { maxLength: 9 }),
        fc.array(one, { maxLength: 2 }),
        fc.string(),
        (asked, siblings, cousins, busy, seed) => {
          const excluded = new Set(busy.map(({ card }) => card));
          const tiers = [siblings, cousins];
          const made = makeDistractors({ asked, tiers, excluded, seed });
          if (made === null) return;
          const right = new Set(asked.answer.accepted.map(foldAnswer));
          const folded = made.map((card) => {
            expect(excluded.has(card)).toBe(false);
            const found = [...siblings, ...cousins].filter((other) => other.card === card);
            const fitting = found.find(
              ({ note, question, answer }) =>
                note !== asked.note &&
                foldAnswer(question) !== foldAnswer(asked.question) &&
                toAnswerKind(answer) === toAnswerKind(asked.answer) &&
                answer.accepted.every((each) => !right.has(foldAnswer(each))),
            );
            expect(fitting).toBeDefined();
            return foldAnswer(fitting!.answer.text);
          });
          expect(folded).toHaveLength(2);
        },
      ),
    );
  });
});
