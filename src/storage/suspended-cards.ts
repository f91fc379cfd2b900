import type { CardId, TopicId } from '#src/domain/ids.ts';
import { findEntries } from './schedules.ts';
import { findTopicCards } from './scope-cards.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** The suspended cards of a topic or section and all below it, in order of introduction. */
export function listSuspendedCards({ db }: Store, topic: TopicId): Promise<CardId[]> {
  return withStorageErrors(async () => {
    const cards = await findTopicCards(db, topic);
    const entries = await findEntries(db, cards);
    return cards.filter((card) => entries.get(card)?.state.marks.suspended === true);
  });
}
