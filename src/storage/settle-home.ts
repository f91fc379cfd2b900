import { replayDeck } from '#src/domain/deck-state.ts';
import type { HomeId, Instant } from '#src/domain/ids.ts';
import { isOwnRoadmap } from '#src/domain/own-roadmap.ts';
import { bankHome } from './bank.ts';
import type { CairnDatabase } from './database.ts';
import { dropVoid, listSubjectEvents } from './event-log.ts';
import { refreshGoneCards } from './gone-cards.ts';
import { placeNotes, toHomeRecord } from './home-record.ts';
import { listPlaceTables } from './overlays.ts';
import { settleRoadmap } from './settle-roadmap.ts';

/** What a transaction that settles homes reads and writes. */
export function listHomeTables(db: CairnDatabase) {
  return [...listPlaceTables(db), db.editions, db.events, db.segments];
}

/**
 * Brings homes in line with their events, in the caller's transaction: shows the newest edition that a
 * valid event names and this device holds, or takes the home out of sight. A home that no event ever
 * named stays as it is, and so does the shipped bank, which follows from its files.
 */
export async function settleHomes(
  db: CairnDatabase,
  homes: readonly HomeId[],
  now: Instant,
): Promise<void> {
  for (const home of homes) {
    if (home !== bankHome) await settleHome(db, home, now);
  }
  if (homes.length > 0) await refreshGoneCards(db);
}

async function settleHome(db: CairnDatabase, home: HomeId, now: Instant): Promise<void> {
  const events = await listSubjectEvents(db, home);
  if (events.length === 0) return;
  const state = replayDeck(await dropVoid(db, events));
  const [before, editions, overlays] = await Promise.all([
    db.homes.get(home),
    db.editions.where('home').equals(home).toArray(),
    db.overlays.where('home').equals(home).toArray(),
  ]);
  const held = state.editions.map((id) =>
    // One that is being brought in is not there yet.
    editions.find((edition) => edition.id === id && edition.isComplete),
  );
  const current = held.find((edition) => edition !== undefined);
  const isMissing = state.editions.length > 0 && current === undefined;
  const title = state.isRemoved || isMissing ? null : state.title;
  const record =
    title === null ? undefined : placeNotes(toHomeRecord(home, title, state, current), overlays);
  if (record === undefined) await db.homes.delete(home);
  else await db.homes.put(record);
  if (isOwnRoadmap(home)) await settleRoadmap(db, home, state.roadmap, record);
  const left = before?.edition;
  if (left !== undefined && (title === null || left !== current?.id)) {
    // Undo may ask for it for some days more.
    await db.editions.update(left, { touchedAt: now });
  }
}
