import { toStudyDay } from '#src/domain/day.ts';
import { fetchMissingPacks, updateBank } from '#src/storage/bank.ts';
import { packOldEvents } from '#src/storage/event-log.ts';
import { clearLeftovers } from '#src/storage/leftovers.ts';
import { linkOwnRoadmaps } from '#src/storage/link-own-roadmaps.ts';
import { compileOverlays } from '#src/storage/overlays.ts';
import { askToPersist } from '#src/storage/health.ts';
import { settleStaleMemory } from '#src/storage/schedules.ts';
import { loadReplayContext, toRecentFrom } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';

/**
 * What can wait until the first screen is there: the bank's newest version, then the rest of its
 * cards, then tidying. Each part may fail alone, offline above all; the next start tries again.
 * Rejects with the bank's failure only.
 */
export async function runUpkeep(store: Store): Promise<void> {
  try {
    await updateBank(store);
    await fetchMissingPacks(store);
  } finally {
    await tidy(store).catch(() => undefined);
  }
}

async function tidy(store: Store): Promise<void> {
  const { db, clock } = store;
  await clearLeftovers(store);
  if ((await db.events.limit(1).count()) === 0) return;
  // Only once there is something to lose: some browsers ask the learner.
  await askToPersist(navigator.storage);
  const { context } = await loadReplayContext(db);
  await settleStaleMemory(db, context);
  await compileOverlays(store);
  await linkOwnRoadmaps(store);
  const now = clock.now();
  await packOldEvents(db, toRecentFrom(toStudyDay(now, clock.offsetMinutes(now), 0)));
}
