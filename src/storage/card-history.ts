import { toStudyDay } from '#src/domain/day.ts';
import type { CardId, Instant, StudyDay } from '#src/domain/ids.ts';
import { isCardEvent } from '#src/domain/known-event.ts';
import { listStates } from '#src/domain/replay.ts';
import { newCardState, type CardState } from '#src/domain/schedule.ts';
import { dropVoid } from './event-log.ts';
import { groupCardEvents } from './schedules.ts';
import { loadReplayContext, loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** What happened to a card, and what follows from it today. */
export interface CardHistory {
  /** Valid events, oldest first, each with the card's state after it. */
  readonly entries: ReturnType<typeof listStates>;
  readonly state: CardState;
  readonly parameters: readonly number[];
  readonly now: Instant;
  readonly today: StudyDay;
}

/** A card's history; without entries for a card that nothing happened to. */
export function loadCardHistory({ db, clock }: Store, card: CardId): Promise<CardHistory> {
  const now = clock.now();
  const offset = clock.offsetMinutes(now);
  return withStorageErrors(async () => {
    const [settings, { context }, events] = await Promise.all([
      loadSettings(db),
      loadReplayContext(db),
      groupCardEvents(db, [card]),
    ]);
    const valid = (await dropVoid(db, events.get(card) ?? [])).filter(isCardEvent);
    const entries = listStates(valid, context);
    return {
      entries,
      state: entries.at(-1)?.state ?? newCardState,
      parameters: context.parameters,
      now,
      today: toStudyDay(now, offset, settings.learner.rolloverMinutes),
    };
  });
}
