import type { CardId, RoadmapId } from '#src/domain/ids.ts';
import { toCardPast, type CardPast } from '#src/domain/moment.ts';
import { dropVoid } from './event-log.ts';
import { groupCardEvents } from './schedules.ts';
import { findRoadmapCards } from './scope-cards.ts';
import { loadReplayContext } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/**
 * The pasts of a roadmap's cards, read in one pass over the log; cards that nothing happened to are
 * left out, and so is what an undo voids. Empty where the bank has no such roadmap.
 */
export function loadRoadmapPast(
  { db }: Store,
  roadmap: RoadmapId,
): Promise<ReadonlyMap<CardId, CardPast>> {
  return withStorageErrors(async () => {
    const cards = await findRoadmapCards(db, roadmap);
    const [{ context }, eventsByCard] = await Promise.all([
      loadReplayContext(db),
      groupCardEvents(db, cards),
    ]);
    const valid = new Set(await dropVoid(db, [...eventsByCard.values()].flat()));
    const pastByCard = new Map<CardId, CardPast>();
    for (const [card, events] of eventsByCard) {
      const past = toCardPast(
        events.filter((event) => valid.has(event)),
        context,
      );
      if (past.length > 0) pastByCard.set(card, past);
    }
    return pastByCard;
  });
}
