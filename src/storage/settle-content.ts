import type { AnyEvent } from '#src/domain/event.ts';
import { isNoteId, toHomeId, type HomeId, type Instant, type NoteId } from '#src/domain/ids.ts';
import { isContentEvent } from '#src/domain/known-event.ts';
import type { CairnDatabase } from './database.ts';
import { linkOwnRoadmaps } from './link-own-roadmaps.ts';
import { compileOverlays, refreshOverlays } from './overlays.ts';
import { settleHomes } from './settle-home.ts';
import type { Store } from './store.ts';

/**
 * Brings notes and decks in line with their events, given those that came or changed their validity,
 * in the caller's transaction: see `listHomeTables`. `followContent` has to come after it.
 */
export async function settleContent(
  db: CairnDatabase,
  events: readonly AnyEvent[],
  now: Instant,
): Promise<void> {
  const subjects = events.filter(isContentEvent).map(({ subject }) => subject);
  const notes = new Set<NoteId>();
  const homes = new Set<HomeId>();
  for (const subject of subjects) {
    if (isNoteId(subject)) notes.add(subject);
    homes.add(isNoteId(subject) ? toHomeId(subject) : subject);
  }
  if (notes.size > 0) await refreshOverlays(db, [...notes], now);
  await settleHomes(db, [...homes], now);
}

/** What no transaction can wait for: compiles what notes show now, and links roadmaps to the bank. */
export async function followContent(store: Store): Promise<void> {
  await compileOverlays(store);
  await linkOwnRoadmaps(store);
}
