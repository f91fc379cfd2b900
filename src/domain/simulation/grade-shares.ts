import { grades, type Grade, type ReviewedEvent } from '../event.ts';

/** How a learner grades, as shares that need not add up to 1. */
export interface GradeShares {
  /** Of a card never seen before. */
  readonly first: Readonly<Record<Grade, number>>;
  /** Of a card that was recalled: whether it was is a matter of memory, not of habit. */
  readonly recalled: Readonly<Record<Exclude<Grade, 'again'>, number>>;
}

/**
 * Before a learner has a history: the shares the simulator of fsrs-rs 6 starts from, which are means
 * over the public collection of review logs that FSRS is fitted on.
 */
export const usualShares: GradeShares = {
  first: { again: 0.24, hard: 0.094, good: 0.495, easy: 0.171 },
  recalled: { hard: 0.224, good: 0.631, easy: 0.145 },
};
/** The usual shares count like this many answers, so that a first afternoon promises nothing. */
const usualWeight = 50;

/**
 * The learner's own shares from the given valid reviews in their order (some recent days are
 * enough). Of the answers of a card on a study day the first counts: the steps that follow it say
 * little about how it was known.
 */
export function measureGradeShares(reviews: Iterable<ReviewedEvent>): GradeShares {
  const first = weigh(usualShares.first);
  const recalled = weigh(usualShares.recalled);
  const seen = new Set<string>();
  for (const { studyDay, subject, grade, outcome } of reviews) {
    const key = `${studyDay}/${subject}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (outcome.after === null) first[grade] += 1;
    else if (grade !== 'again') recalled[grade] += 1;
  }
  return { first, recalled };
}

/** The grade at `place`, 0 to just under 1, where the shares lie side by side. */
export function pickGrade<Key extends Grade>(
  shares: Readonly<Record<Key, number>>,
  place: number,
): Key {
  const present = grades.filter((grade): grade is Key => Object.hasOwn(shares, grade));
  let left = place * present.reduce((sum, grade) => sum + shares[grade], 0);
  for (const grade of present) {
    if (left < shares[grade]) return grade;
    left -= shares[grade];
  }
  // Rounding may leave a trace behind the last share.
  return present.at(-1) as Key;
}

function weigh<Key extends string>(shares: Readonly<Record<Key, number>>): Record<Key, number> {
  const entries = Object.entries<number>(shares).map(([key, share]) => [key, share * usualWeight]);
  return Object.fromEntries(entries) as Record<Key, number>;
}
