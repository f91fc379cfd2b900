import { decidePlacement } from '#src/domain/decision.ts';
import type { CardEvent } from '#src/domain/event.ts';
import { toHomeId, type ActId, type CardId, type StudyDay } from '#src/domain/ids.ts';
import { levelPlacements } from '#src/domain/level-placements.ts';
import { newCardState, type CardState } from '#src/domain/schedule.ts';
import { schedulingSettings } from '#src/domain/settings-history.ts';
import { performAct, type ActWriter } from './act.ts';
import type { CairnDatabase } from './database.ts';
import { scanScheduled } from './due-block.ts';
import { applyCardEvents } from './record-review.ts';
import { findEntries } from './schedules.ts';
import type { Store } from './store.ts';

/** Of cards taken as known: the act, and how many got their first schedule by it. */
export interface MarkedKnown {
  readonly act: ActId;
  readonly cards: number;
}

/**
 * Takes those of these cards that are new and not suspended as known, in one act: each gets the
 * schedule of a first Easy, on days levelled so that they do not all come due at once. Null, and
 * nothing written, where none of them is new.
 */
export function markKnown(store: Store, cards: readonly CardId[]): Promise<MarkedKnown | null> {
  return performAct(store, {}, async (act) => {
    const entries = await findEntries(store.db, cards);
    const fresh = cards.flatMap((card) => {
      const state = entries.get(card)?.state ?? newCardState;
      return state.schedule === undefined && !state.marks.suspended ? [{ card, state }] : [];
    });
    if (fresh.length === 0) return null;
    const placed = fresh.map(({ card, state }) => decide(act, card, state));
    const planned = await countPlanned(store.db, act.studyDay);
    const days = levelPlacements(placed, { today: act.studyDay, planned });
    const events = days.map(({ card, day }, index) => {
      const after = fresh[index]?.state.last ?? null;
      const intervalDays = day - act.studyDay;
      return act.write({
        kind: 'placed',
        subject: card,
        grade: 'easy',
        outcome: { phase: 'review', intervalDays, due: { day }, after },
      });
    });
    await applyCardEvents(store.db, act, events as CardEvent[]);
    return { act: act.id(), cards: events.length };
  });
}

function decide({ at, studyDay, offset, settings }: ActWriter, card: CardId, state: CardState) {
  const { outcome } = decidePlacement({
    ...{ state, at, studyDay, offset, grade: 'easy', seed: `${card}:0` },
    settings: schedulingSettings(settings, toHomeId(card)),
  });
  return { card, intervalDays: 'intervalDays' in outcome ? outcome.intervalDays : 1 };
}

/** How many cards come due on each day from tomorrow on. */
async function countPlanned(db: CairnDatabase, today: StudyDay): Promise<Map<StudyDay, number>> {
  const planned = new Map<StudyDay, number>();
  for (const block of await db.schedules.toArray()) {
    scanScheduled(block, today, (_, _phase, day) => {
      if (day !== null && day > today) planned.set(day, (planned.get(day) ?? 0) + 1);
    });
  }
  return planned;
}
