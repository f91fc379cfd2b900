import type { CardId, StudyDay } from '../ids.ts';
import { levelLoad } from '../level-load.ts';

/** A new card taken as known, and the interval its grade gives by itself. */
export interface KnownCard {
  readonly card: CardId;
  readonly grade: 'good' | 'easy';
  readonly intervalDays: number;
}

interface Input {
  readonly cards: readonly KnownCard[];
  readonly today: StudyDay;
  /** Reviews a day that a placement may add before it goes on to another day; at least 1. */
  readonly perDay: number;
  /** Cards that come due already on each coming day. */
  readonly planned: ReadonlyMap<StudyDay, number>;
  readonly maximumIntervalDays: number;
}

/** A card taken as known, with the day on which it comes up for the first time. */
export interface SpreadCard extends KnownCard {
  readonly day: StudyDay;
}

/**
 * Spreads the first reviews of cards taken as known over days as level as what is planned allows: from
 * the shortest of their own intervals on, over as many days as it takes at `perDay`, at least to the
 * longest of their intervals, at most to the longest there may be. Shorter intervals come first.
 */
export function spreadPlacement(input: Input): SpreadCard[] {
  const { cards, today, perDay, planned, maximumIntervalDays } = input;
  if (cards.length === 0) return [];
  const intervals = cards.map(({ intervalDays }) => intervalDays);
  const first = Math.min(...intervals);
  const span = Math.ceil(cards.length / perDay);
  const last = Math.min(maximumIntervalDays, Math.max(...intervals, first + span - 1));
  const days = Array.from(
    { length: Math.max(1, last - first + 1) },
    (_, index) => (today + first + index) as StudyDay,
  );
  const inOrder = [...cards].sort((one, other) => one.intervalDays - other.intervalDays);
  let next = 0;
  return levelLoad(
    days.map((day) => planned.get(day) ?? 0),
    cards.length,
  ).flatMap((room, index) => {
    const part = inOrder.slice(next, next + room);
    next += room;
    return part.map((card) => ({ ...card, day: days[index] as StudyDay }));
  });
}
