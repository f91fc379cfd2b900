import { expect, it } from 'vitest';
import type { ReviewedEvent } from '../event.ts';
import { reviewedFor } from '../fixtures/make-event.ts';
import { measureGradeShares, pickGrade, usualShares } from './grade-shares.ts';

function answers(count: number, grade: ReviewedEvent['grade'], after: number | null) {
  return Array.from({ length: count }, (_, index) =>
    reviewedFor(index + 1, index, grade, 1, after),
  );
}

function shareOf<Key extends string>(shares: Readonly<Record<Key, number>>, key: Key): number {
  const sum = Object.values<number>(shares).reduce((total, share) => total + share, 0);
  return shares[key] / sum;
}

it('starts from the usual shares and comes to the learner’s own', () => {
  const none = measureGradeShares([]);
  expect(shareOf(none.first, 'good')).toBeCloseTo(usualShares.first.good);
  expect(shareOf(none.recalled, 'easy')).toBeCloseTo(usualShares.recalled.easy);
  const own = measureGradeShares(answers(500, 'easy', 1));
  expect(shareOf(own.recalled, 'easy')).toBeGreaterThan(0.9);
  expect(own.first).toEqual(none.first);
});

it('counts a card once a day, and what was forgotten not as a habit', () => {
  const none = measureGradeShares([]);
  const [first] = answers(1, 'again', 1);
  const repeated = reviewedFor(2, 0, 'easy', 1, 1);
  expect(measureGradeShares([first as ReviewedEvent, repeated])).toEqual(none);
  expect(measureGradeShares(answers(3, 'again', null)).first.again).toBe(none.first.again + 3);
});

it('lays the shares side by side', () => {
  const shares = { hard: 1, good: 2, easy: 1 };
  expect([0, 0.24, 0.26, 0.74, 0.76, 0.999].map((place) => pickGrade(shares, place))).toEqual([
    'hard',
    'hard',
    'good',
    'good',
    'easy',
    'easy',
  ]);
  expect(pickGrade(shares, 1)).toBe('easy');
});
