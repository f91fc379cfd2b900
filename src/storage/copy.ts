import { toStudyDay } from '#src/domain/day.ts';
import type { AnyEvent, CardEvent } from '#src/domain/event.ts';
import type { CardId } from '#src/domain/ids.ts';
import { replayCard } from '#src/domain/replay.ts';
import { findVoidActs } from '#src/domain/undo.ts';
import type { CairnDatabase } from './database.ts';
import { addEvents, isUndone, listEventsAfter } from './event-log.ts';
import { putEntries, recomputeCards, toStamp } from './schedules.ts';
import { refreshSettings, toRecentFrom, toReplayContext } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';
import { concernsCard } from './undo.ts';

/** Every event of this device in replay order: what a copy holds. */
export function listAllEvents({ db }: Store): Promise<AnyEvent[]> {
  return withStorageErrors(() => listEventsAfter(db, null));
}

/** What bringing a copy in would do. */
export interface RestorePreview {
  /** Events of the copy this device does not have. */
  readonly added: number;
  /** Events of the copy it has already. */
  readonly same: number;
  /** Events of this device that the copy lacks: kept by merging, gone after replacing. */
  readonly onlyHere: number;
}

/** Compares a copy's events with the device's; writes nothing. */
export async function previewRestore(
  store: Store,
  events: readonly AnyEvent[],
): Promise<RestorePreview> {
  const here = new Set((await listAllEvents(store)).map((event) => event.id));
  const there = new Set(events.map((event) => event.id));
  let same = 0;
  for (const id of there) if (here.has(id)) same += 1;
  return { added: there.size - same, same, onlyHere: here.size - same };
}

/**
 * Brings a copy's events in, in one transaction: merging keeps everything of both, replacing leaves
 * the copy alone. Doing it twice changes nothing. Replacing mints a new device id, so that two
 * devices restored from one copy never pass for one.
 */
export async function restoreEvents(
  store: Store,
  events: readonly AnyEvent[],
  how: 'merge' | 'replace',
): Promise<void> {
  const { db, clock } = store;
  const now = clock.now();
  const device = clock
    .randomBytes(10)
    .reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), '');
  await withStorageErrors(() =>
    db.transaction('rw', [db.events, db.segments, db.schedules, db.kept], async () => {
      if (how === 'replace') {
        await Promise.all([db.events.clear(), db.segments.clear(), db.schedules.clear()]);
        await db.kept.put({ key: 'device', value: device });
      }
      // Events of the last days stay rows: what day it is where they were made hardly matters.
      const recentFrom = toRecentFrom(toStudyDay(now, clock.offsetMinutes(now), 0));
      const added = await addEvents(db, events, recentFrom);
      await settleAdded(db, added);
    }),
  );
}

/** Brings all that is derived in line with events that came from elsewhere. */
async function settleAdded(db: CairnDatabase, added: readonly AnyEvent[]): Promise<void> {
  const history = await refreshSettings(db);
  const context = toReplayContext(history);
  const changesPast = added.some(
    (event) => event.kind === 'undone' || event.kind === 'setting-set',
  );
  if (!changesPast) {
    const cards = new Set(added.filter(concernsCard).map((event) => event.subject as CardId));
    await recomputeCards(db, [...cards], context);
    return;
  }
  // An undo may name an act of any age, and a setting of the past re-decides what came after it.
  const all = await listEventsAfter(db, null);
  const void_ = findVoidActs(all.filter(isUndone));
  const eventsByCard = new Map<CardId, CardEvent[]>();
  for (const event of all) {
    if (!concernsCard(event)) continue;
    const card = event.subject as CardId;
    const events = eventsByCard.get(card) ?? [];
    if (!void_.has(event.act)) events.push(event as CardEvent);
    eventsByCard.set(card, events);
  }
  const stamp = toStamp(context.parameters);
  await putEntries(
    db,
    [...eventsByCard].map(([card, events]) => ({
      card,
      state: replayCard(events, context),
      stamp,
    })),
  );
}
