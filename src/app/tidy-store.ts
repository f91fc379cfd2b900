import { toStudyDay } from '#src/domain/day.ts';
import { backUpOnceADay } from '#src/features/settings/write-backup.ts';
import { packOldEvents } from '#src/storage/event-log.ts';
import { askToPersist } from '#src/storage/health.ts';
import { clearLeftovers } from '#src/storage/leftovers.ts';
import { settleStaleMemory } from '#src/storage/schedules.ts';
import { followContent } from '#src/storage/settle-content.ts';
import { loadReplayContext, toRecentFrom } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';

/** Puts the store in order, then writes the day’s copy into the folder chosen for it. One may fail without the other. */
export async function tidyStore(store: Store): Promise<void> {
  try {
    await settle(store);
  } finally {
    await backUpOnceADay(store);
  }
}

async function settle(store: Store): Promise<void> {
  const { db, clock } = store;
  await clearLeftovers(store);
  if ((await db.events.limit(1).count()) === 0) return;
  // Only once there is something to lose: some browsers ask the learner.
  await askToPersist(navigator.storage);
  const { context } = await loadReplayContext(db);
  await settleStaleMemory(db, context);
  await followContent(store);
  const now = clock.now();
  await packOldEvents(db, toRecentFrom(toStudyDay(now, clock.offsetMinutes(now), 0)));
}
