import type { ReviewedEvent } from './event.ts';
import type { QueueGroup } from './queue.ts';

/** What a card takes on a day, its repeats included, in milliseconds. */
export interface Pace {
  readonly newMs: number;
  readonly reviewMs: number;
  /** One answer of a card in steps. */
  readonly stepMs: number;
}

/** Before anything is known: a new card is read and comes back at each step. */
const usualPace: Pace = { newMs: 45_000, reviewMs: 12_000, stepMs: 10_000 };
/** The usual pace counts like this many cards, so that a first slow card promises nothing. */
const usualWeight = 20;

/**
 * The learner's own pace, from the given valid reviews (some recent days are enough). All answers of
 * a card on a study day count as one; those of a day on which it was new as a new card.
 */
export function measurePace(reviews: Iterable<ReviewedEvent>): Pace {
  const dayByCard = new Map<string, { ms: number; isNew: boolean }>();
  const steps = { ms: 0, count: 0 };
  for (const review of reviews) {
    const key = `${review.studyDay}/${review.subject}`;
    const known = dayByCard.get(key);
    if (known) {
      steps.ms += review.durationMs;
      steps.count += 1;
      known.ms += review.durationMs;
    } else {
      dayByCard.set(key, { ms: review.durationMs, isNew: review.outcome.after === null });
    }
  }
  const news = { ms: 0, count: 0 };
  const known = { ms: 0, count: 0 };
  for (const { ms, isNew } of dayByCard.values()) {
    const sum = isNew ? news : known;
    sum.ms += ms;
    sum.count += 1;
  }
  return {
    newMs: average(news, usualPace.newMs),
    reviewMs: average(known, usualPace.reviewMs),
    stepMs: average(steps, usualPace.stepMs),
  };
}

/** Whole minutes that the counted cards will take, rounded up; 0 where there are none. */
export function estimateMinutes(counts: Readonly<Record<QueueGroup, number>>, pace: Pace): number {
  const ms =
    counts.new * pace.newMs + counts.review * pace.reviewMs + counts.learning * pace.stepMs;
  return Math.ceil(ms / 60_000);
}

function average({ ms, count }: { ms: number; count: number }, usual: number): number {
  return (ms + usual * usualWeight) / (count + usualWeight);
}
