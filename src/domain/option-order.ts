import type { CardId } from './ids.ts';
import type { CardState } from './schedule.ts';
import { shuffle } from './shuffle.ts';

/** Positions in a choice note's options, in the order shown: another one after each review, the same on a reload. */
export function orderOptions({
  card,
  state,
}: {
  readonly card: CardId;
  readonly state: CardState;
}): number[] {
  return shuffle([0, 1, 2], `${card} ${state.last ?? 'new'}`);
}
