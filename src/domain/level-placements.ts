import type { CardId, StudyDay } from './ids.ts';

/** A card taken as known, with the days its placement would let pass before it is asked. */
export interface PlacedCard {
  readonly card: CardId;
  readonly intervalDays: number;
}

export interface PlacementLoad {
  readonly today: StudyDay;
  /** Cards that already come due on each coming day. */
  readonly planned: ReadonlyMap<StudyDay, number>;
}

/**
 * Due days for cards placed together, which would else all come back on one day: each card goes to
 * the day with the least to do between a half and one and a half of its interval, at least a day
 * ahead; of equal days to the one nearest to its interval, the earlier of two.
 */
export function levelPlacements(
  cards: readonly PlacedCard[],
  { today, planned }: PlacementLoad,
): { card: CardId; day: StudyDay }[] {
  const loads = new Map(planned);
  const loadOf = (day: number) => loads.get(day as StudyDay) ?? 0;
  return cards.map(({ card, intervalDays }) => {
    const own = today + Math.max(1, intervalDays);
    const first = today + Math.max(1, Math.ceil(intervalDays / 2));
    const last = today + Math.max(1, Math.floor(intervalDays * 1.5));
    let day = own;
    for (let other = first; other <= last; other += 1) {
      const isNearer = Math.abs(other - own) < Math.abs(day - own);
      if (loadOf(other) < loadOf(day) || (loadOf(other) === loadOf(day) && isNearer)) day = other;
    }
    loads.set(day as StudyDay, loadOf(day) + 1);
    return { card, day: day as StudyDay };
  });
}
