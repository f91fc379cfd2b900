import type { AnyEvent, ReviewedEvent } from './event.ts';
import type { CardId, StudyDay } from './ids.ts';
import { orderByRank } from './queue-order.ts';
import { toQueueSeed, type DueCard, type Queue, type QueueCard } from './queue.ts';

interface Selection<Card> {
  readonly today: StudyDay;
  readonly scope: string;
  readonly cards: readonly Card[];
}

/**
 * Cards that come due in the next `days` days, the soonest first; those due today are left to the
 * day's own queue. No limits: whoever reviews ahead asked for it.
 */
export function buildAheadQueue(input: Selection<DueCard> & { readonly days: number }): Queue {
  const { today, days } = input;
  const cards = input.cards.filter(
    ({ due }) => 'day' in due && due.day > today && due.day <= today + days,
  );
  const ranks = Uint16Array.from(cards, ({ due }) => ('day' in due ? due.day - today : 0));
  return toQueue(cards, ranks, input);
}

/** All the given cards in an order of the day's own; answering them moves no schedule. */
export function buildCramQueue(input: Selection<QueueCard>): Queue {
  return toQueue(input.cards, new Uint16Array(input.cards.length), input);
}

/** The cards graded Again in a review on the given study day, each once; `events` without void ones. */
export function listForgotten(events: Iterable<AnyEvent>, day: StudyDay): CardId[] {
  const cards = new Set<CardId>();
  for (const event of events) {
    if (event.kind !== 'reviewed' || event.studyDay !== day) continue;
    const review = event as ReviewedEvent;
    if (review.grade === 'again') cards.add(review.subject);
  }
  return [...cards];
}

function toQueue(
  cards: readonly QueueCard[],
  ranks: Uint16Array,
  { today, scope }: { readonly today: StudyDay; readonly scope: string },
): Queue {
  return { steps: [], cards: orderByRank(cards, ranks, toQueueSeed(today, scope)) };
}
