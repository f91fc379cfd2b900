import { describe, expect, it } from 'vitest';
import { chooseFormat, standsAlone } from './choose-format.ts';
import { quizFormats } from './quiz-request.ts';

function choose(given: Partial<Parameters<typeof chooseFormat>[0]>) {
  return chooseFormat({
    note: 'basic',
    recall: 0.5,
    kinds: quizFormats,
    canMakeOptions: true,
    standsAlone: true,
    ...given,
  });
}

describe('the ladder', () => {
  it('offers options where predicted recall is low or unknown', () => {
    expect(choose({})).toBe('choice');
    expect(choose({ recall: null })).toBe('choice');
    expect(choose({ note: 'typed', recall: 0.6 })).toBe('choice');
    expect(choose({ note: 'choice', recall: 0.6, canMakeOptions: false })).toBe('choice');
  });

  it('asks to produce where it is high: to type what is typed, else to recall', () => {
    expect(choose({ recall: 0.9 })).toBe('recall');
    expect(choose({ note: 'typed', recall: 0.9 })).toBe('typed');
    expect(choose({ note: 'choice', recall: 0.9 })).toBe('recall');
  });

  it('keeps the options of a question that points at them', () => {
    expect(choose({ note: 'choice', recall: 0.9, standsAlone: false })).toBe('choice');
    expect(standsAlone('Which of these is a document store?')).toBe(false);
    expect(standsAlone('Why may the write be gone?')).toBe(true);
  });

  it('asks for production where options cannot be made', () => {
    expect(choose({ canMakeOptions: false })).toBe('recall');
    expect(choose({ note: 'typed', canMakeOptions: false })).toBe('typed');
  });

  it('is narrowed by the kinds chosen', () => {
    expect(choose({ kinds: ['recall'] })).toBe('recall');
    expect(choose({ kinds: ['recall'], note: 'typed', recall: 0.9 })).toBe('recall');
    expect(choose({ kinds: ['choice'], recall: 0.95 })).toBe('choice');
    expect(choose({ kinds: ['recall'], note: 'choice' })).toBe('recall');
    expect(choose({ kinds: ['choice'], note: 'choice', recall: 0.95 })).toBe('choice');
    expect(choose({ kinds: ['typed'], note: 'typed' })).toBe('typed');
  });

  it('leaves a card out that they leave no way to ask', () => {
    expect(choose({ kinds: ['typed'] })).toBeNull();
    expect(choose({ kinds: ['typed'], note: 'choice' })).toBeNull();
    expect(choose({ kinds: ['choice'], canMakeOptions: false })).toBeNull();
    expect(choose({ kinds: ['recall'], note: 'choice', standsAlone: false })).toBeNull();
  });
});
