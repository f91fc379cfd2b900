import type { CardId, StudyDay } from './ids.ts';
import type { Due } from './schedule.ts';
import { drawPlace } from './shuffle.ts';

/** Ranks, and so the cards of one order, are told apart in this many levels. */
const rankCount = 2 ** 16;
/** A sort key holds a card's index below its place, within the 53 bits a number has. */
const indexSpan = 2 ** 21;

/** Lower is asked first: the longest due, or the most likely forgotten. */
export function rankDue(
  cards: readonly { readonly due: Due; readonly recall?: number }[],
  today: StudyDay,
  order: 'due' | 'recall',
): Uint16Array {
  const highest = rankCount - 1;
  const ranks = new Uint16Array(cards.length);
  let index = 0;
  for (const { due, recall } of cards) {
    // A card whose recall is unknown goes first rather than never.
    if (order === 'recall') ranks[index] = (recall ?? 0) * highest;
    // What was due before 65,535 days, 179 years, is all the same.
    else if ('day' in due) ranks[index] = Math.max(0, highest - Math.max(0, today - due.day));
    index += 1;
  }
  return ranks;
}

/**
 * The cards by ascending rank, as runs of equal rank; within a run by a place that the seed draws
 * from each card's own id, so that losing a card moves no other.
 *
 * A day's limits use up a few runs of what may be 100,000 cards, so a run is put in order only when
 * it is reached; and never with a comparator, which would be called two million times.
 */
export function* orderInRuns<Card extends { readonly card: CardId }>(
  cards: readonly Card[],
  ranks: Uint16Array,
  seed: number,
): Generator<Card[]> {
  const { indexes, ends } = groupByRank(ranks);
  let start = 0;
  for (const end of ends) {
    if (end === start) continue;
    const keys = new Float64Array(end - start);
    for (let position = start; position < end; position += 1) {
      const index = indexes[position] as number;
      keys[position - start] = drawPlace(seed, (cards[index] as Card).card) * indexSpan + index;
    }
    keys.sort();
    start = end;
    const run: Card[] = [];
    for (const key of keys) {
      // Not `%`, which is slow for numbers this large.
      run.push(cards[key - Math.floor(key / indexSpan) * indexSpan] as Card);
    }
    yield run;
  }
}

/** All the cards by ascending rank, equal ranks as in `orderInRuns`. */
export function orderByRank<Card extends { readonly card: CardId }>(
  cards: readonly Card[],
  ranks: Uint16Array,
  seed: number,
): Card[] {
  return [...orderInRuns(cards, ranks, seed)].flat();
}

/** A counting sort: all indexes by rank, and for each rank from the lowest on where its indexes end. */
function groupByRank(ranks: Uint16Array) {
  let lowest = rankCount;
  let highest = 0;
  for (const rank of ranks) {
    if (rank < lowest) lowest = rank;
    if (rank > highest) highest = rank;
  }
  // Due days lie close together: all the other ranks would cost more than sorting a day's cards.
  const ends = new Uint32Array(Math.max(0, highest - lowest + 1));
  for (const rank of ranks) ends[rank - lowest] = (ends[rank - lowest] as number) + 1;
  for (let rank = 1; rank < ends.length; rank += 1) {
    ends[rank] = (ends[rank] as number) + (ends[rank - 1] as number);
  }
  const indexes = new Uint32Array(ranks.length);
  const next = ends.slice();
  for (let index = ranks.length - 1; index >= 0; index -= 1) {
    const rank = (ranks[index] as number) - lowest;
    const place = (next[rank] as number) - 1;
    indexes[place] = index;
    next[rank] = place;
  }
  return { indexes, ends };
}

/** Both lists in their own orders, the second spread evenly among the first. */
export function intersperse<First, Second>(
  first: readonly First[],
  second: readonly Second[],
): (First | Second)[] {
  const merged: (First | Second)[] = [];
  // The +1s keep the second list away from both ends: a session opens with what is known.
  const stride = (first.length + 1) / (second.length + 1);
  let taken = 0;
  for (const [index, item] of second.entries()) {
    const until = Math.floor((index + 1) * stride);
    while (taken < until && taken < first.length) {
      merged.push(first[taken] as First);
      taken += 1;
    }
    merged.push(item);
  }
  for (; taken < first.length; taken += 1) merged.push(first[taken] as First);
  return merged;
}
