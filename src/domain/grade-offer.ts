import { grades, type Grade } from './event.ts';

/** How the learner did before grading; `recalled` where only the learner can tell. */
export type Attempt =
  | { readonly kind: 'recalled' }
  | { readonly kind: 'typed'; readonly right: boolean }
  /** `unknown`: shown without a pick. */
  | { readonly kind: 'picked'; readonly result: 'right' | 'wrong' | 'unknown' }
  | { readonly kind: 'ticked'; readonly ticked: number; readonly points: number };

export interface GradeOffer {
  readonly grades: readonly Grade[];
  /** What Space and Enter give. */
  readonly suggested: Grade;
}

/**
 * The grades offered after an attempt, and the suggested one. A wrong pick is Again; a right one is
 * not. Of a rubric, all points suggest Good, half of them or more Hard.
 */
export function offerGrades(attempt: Attempt, twoButtons: boolean): GradeOffer {
  const all = twoButtons ? grades.filter((grade) => grade === 'again' || grade === 'good') : grades;
  switch (attempt.kind) {
    case 'recalled':
      return { grades: all, suggested: 'good' };
    case 'typed':
      return { grades: all, suggested: attempt.right ? 'good' : 'again' };
    case 'picked':
      if (attempt.result !== 'right') return { grades: ['again'], suggested: 'again' };
      return { grades: all.filter((grade) => grade !== 'again'), suggested: 'good' };
    case 'ticked': {
      const { ticked, points } = attempt;
      if (ticked === points) return { grades: all, suggested: 'good' };
      const isHalf = ticked * 2 >= points && !twoButtons;
      return { grades: all, suggested: isHalf ? 'hard' : 'again' };
    }
  }
}
