import { dropKnownEvents } from '#src/domain/drop-known-events.ts';
import type { ImportedEvent } from '#src/domain/imported-event.ts';
import type { CardId } from '#src/domain/ids.ts';
import { isCardEvent } from '#src/domain/known-event.ts';
import { newCardState } from '#src/domain/schedule.ts';
import { listKnownIds } from './event-log.ts';
import { findStates, groupCardEvents, toStamp } from './schedules.ts';
import { loadReplayContext } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** What a history brought from outside tells that this store does not know; rejects with a `StorageError`. */
export function listNewHistory(
  { db }: Store,
  history: readonly ImportedEvent[],
): Promise<ImportedEvent[]> {
  return withStorageErrors(async () => {
    if (history.length === 0) return [];
    const known = await listKnownIds(db, history);
    const unknownByCard = new Map<CardId, ImportedEvent[]>();
    for (const event of history) {
      if (known.has(event.id)) continue;
      const events = unknownByCard.get(event.subject);
      if (events === undefined) unknownByCard.set(event.subject, [event]);
      else events.push(event);
    }
    if (unknownByCard.size === 0) return [];
    const cards = [...unknownByCard.keys()];
    const { context } = await loadReplayContext(db);
    const stamp = toStamp(context.parameters);
    const [held, states] = await Promise.all([
      groupCardEvents(db, cards),
      findStates(db, cards, () => Promise.resolve(context), stamp),
    ]);
    return [...unknownByCard].flatMap(([card, events]) =>
      dropKnownEvents(
        events,
        (held.get(card) ?? []).filter(isCardEvent),
        states.get(card) ?? newCardState,
      ),
    );
  });
}
