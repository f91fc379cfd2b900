import { describe, expect, it } from 'vitest';
import { grades } from './event.ts';
import { offerGrades } from './grade-offer.ts';

describe('the grades after an attempt', () => {
  it('are all four, Good suggested, where only the learner can tell', () => {
    expect(offerGrades({ kind: 'recalled' }, false)).toEqual({ grades, suggested: 'good' });
  });

  it('are two in two-button mode', () => {
    expect(offerGrades({ kind: 'recalled' }, true).grades).toEqual(['again', 'good']);
  });

  it('follow what was typed, and leave the last word to the learner', () => {
    expect(offerGrades({ kind: 'typed', right: true }, false).suggested).toBe('good');
    expect(offerGrades({ kind: 'typed', right: false }, false)).toEqual({
      grades,
      suggested: 'again',
    });
  });

  it('leave no way but Again after a wrong pick or none, and no Again after a right one', () => {
    expect(offerGrades({ kind: 'picked', result: 'wrong' }, false).grades).toEqual(['again']);
    expect(offerGrades({ kind: 'picked', result: 'unknown' }, false).grades).toEqual(['again']);
    const right = { kind: 'picked', result: 'right' } as const;
    expect(offerGrades(right, false)).toEqual({
      grades: ['hard', 'good', 'easy'],
      suggested: 'good',
    });
    expect(offerGrades(right, true).grades).toEqual(['good']);
  });

  it('are suggested by the points ticked', () => {
    const suggest = (ticked: number, twoButtons = false) =>
      offerGrades({ kind: 'ticked', ticked, points: 5 }, twoButtons).suggested;
    expect(suggest(5)).toBe('good');
    expect(suggest(3)).toBe('hard');
    expect(suggest(2)).toBe('again');
    expect(suggest(3, true)).toBe('again');
  });
});
