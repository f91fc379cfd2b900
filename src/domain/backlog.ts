import type { CardId, StudyDay } from './ids.ts';
import { levelLoad } from './level-load.ts';
import { orderByRank, rankDue } from './queue-order.ts';
import type { DueCard } from './queue.ts';
import { toSeed } from './shuffle.ts';

export interface BacklogInput {
  readonly today: StudyDay;
  /** How many days, today included, the backlog is spread over; at least 1. */
  readonly days: number;
  /** Cards that are due; those in steps and those due later are left where they are. */
  readonly due: readonly DueCard[];
  /** Cards that already come due on each coming day. */
  readonly planned: ReadonlyMap<StudyDay, number>;
  /** Which cards come first: the longest due, or the most likely forgotten. */
  readonly order: 'due' | 'recall';
}

/** A day of the spread: what comes due anyway, and what of the backlog falls on it. */
export interface BacklogDay {
  readonly day: StudyDay;
  readonly planned: number;
  readonly cards: readonly CardId[];
}

/** The day on which a card of the backlog shall come due. */
export interface BacklogMove {
  readonly card: CardId;
  readonly day: StudyDay;
}

/**
 * Spreads the backlog so that the days end as level as they can, the first cards on the first days.
 * Shows each card's day; nothing moves until `listMoves` of it is recorded.
 */
export function spreadBacklog(input: BacklogInput): BacklogDay[] {
  const { today, planned } = input;
  const backlog = orderBacklog(input);
  const days = Array.from({ length: Math.max(1, input.days) }, (_, index) => {
    const day = (today + index) as StudyDay;
    return { day, planned: planned.get(day) ?? 0 };
  });
  let next = 0;
  return levelLoad(
    days.map((day) => day.planned),
    backlog.length,
  ).map((room, index) => {
    const cards = backlog.slice(next, next + room);
    next += room;
    return { ...(days[index] as Omit<BacklogDay, 'cards'>), cards };
  });
}

/** The cards that leave today, with the day they go to; those that stay need no event. */
export function listMoves(days: readonly BacklogDay[], today: StudyDay): BacklogMove[] {
  return days
    .filter(({ day }) => day !== today)
    .flatMap(({ day, cards }) => cards.map((card) => ({ card, day })));
}

function orderBacklog({ due, today, order }: BacklogInput): CardId[] {
  const late = due.filter((card) => 'day' in card.due && card.due.day <= today);
  const ranks = rankDue(late, today, order);
  return orderByRank(late, ranks, toSeed('backlog')).map(({ card }) => card);
}
