import { toStudyDay } from '#src/domain/day.ts';
import type { AnyEvent, CardEvent } from '#src/domain/event.ts';
import { toHex } from '#src/domain/hex.ts';
import type { CardId, EventId, HomeId, RoadmapId } from '#src/domain/ids.ts';
import { isCardEvent } from '#src/domain/known-event.ts';
import { isOwnRoadmap } from '#src/domain/own-roadmap.ts';
import { replayCard } from '#src/domain/replay.ts';
import { findVoidActs } from '#src/domain/undo.ts';
import type { CairnDatabase } from './database.ts';
import { bankHome } from './bank.ts';
import {
  addEvents,
  findVoidActsAmong,
  isUndone,
  listEventsAfter,
  listSubjectEvents,
} from './event-log.ts';
import { listSegmentIds } from './event-segment.ts';
import { refreshGoneCards } from './gone-cards.ts';
import { deleteEdition } from './leftovers.ts';
import { listConcernedCards, loadRenamedCards } from './renamed-cards.ts';
import { groupCardEvents, putEntries, toStamp } from './schedules.ts';
import { refreshSettings, toRecentFrom, toReplayContext } from './settings.ts';
import { listHomeTables, settleHomes } from './settle-home.ts';
import { followContent, settleContent } from './settle-content.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** Every event of this device in replay order. */
export function listAllEvents({ db }: Store): Promise<AnyEvent[]> {
  return withStorageErrors(() => listEventsAfter(db, null));
}

/** What bringing in a copy's events would do. */
export interface EventsPreview {
  /** Events of the copy this device does not have. */
  readonly added: number;
  /** Events of the copy it has already. */
  readonly same: number;
  /** Events of this device that the copy lacks: kept by merging, gone after replacing. */
  readonly onlyHere: number;
}

/** Compares a copy's events with the device's; writes nothing. */
export async function previewEvents(
  { db }: Store,
  events: readonly AnyEvent[],
): Promise<EventsPreview> {
  const here = await withStorageErrors(() => listIds(db));
  const there = new Set(events.map((event) => event.id));
  let same = 0;
  for (const id of there) if (here.has(id)) same += 1;
  return { added: there.size - same, same, onlyHere: here.size - same };
}

async function listIds(db: CairnDatabase): Promise<Set<EventId>> {
  const [rows, segments] = await Promise.all([
    db.events.toCollection().primaryKeys(),
    db.segments.toArray(),
  ]);
  const ids = new Set(rows);
  for (const segment of segments) for (const id of listSegmentIds(segment)) ids.add(id);
  return ids;
}

/** An edition that was staged under the id that events know it by. */
export interface StagedEdition {
  readonly edition: string;
  readonly home: HomeId;
}

/**
 * Brings a copy's events in and shows its staged decks, in one transaction: merging keeps everything of both, replacing leaves
 * the copy alone. Doing it twice changes nothing. Replacing mints a new device id, so that two
 * devices restored from one copy never pass for one; this store still goes by the old one, so the
 * page must be loaded again. Rejects with a `StorageError`, and then nothing has changed.
 */
export async function restoreEvents(
  store: Store,
  events: readonly AnyEvent[],
  how: 'merge' | 'replace',
  staged: readonly StagedEdition[] = [],
): Promise<void> {
  const { db, clock } = store;
  const now = clock.now();
  const device = toHex(clock.randomBytes(10));
  const content = [db.packs, db.sources, db.mediaNames];
  const tables = [...listHomeTables(db), ...content, db.memories];
  await withStorageErrors(() =>
    db.transaction('rw', tables, async () => {
      if (how === 'replace') {
        const emptied = [db.events, db.segments, db.schedules, db.memories, db.overlays];
        await Promise.all(emptied.map((table) => table.clear()));
        await db.kept.put({ key: 'device', value: device });
      }
      // Events of the last days stay rows: what day it is where they were made hardly matters.
      const recentFrom = toRecentFrom(toStudyDay(now, clock.offsetMinutes(now), 0));
      const added = await addEvents(db, events, recentFrom);
      const concerned = await settleAdded(db, added);
      for (const { edition } of staged) {
        await db.editions.update(edition, { isComplete: true, touchedAt: now });
      }
      await settleContent(db, concerned, now);
      // The events may have been here before what they name.
      const homes = new Set(staged.map(({ home }) => home));
      await settleHomes(db, [...homes], now);
      await awaitCompiling(db, homes);
      if (how === 'replace') await clearUnnamed(db);
      await refreshGoneCards(db);
    }),
  );
  await followContent(store);
}

/** Edits of notes that were not here could not be compiled before. */
async function awaitCompiling(db: CairnDatabase, homes: ReadonlySet<HomeId>): Promise<void> {
  const overlays = await db.overlays
    .where('home')
    .anyOf([...homes])
    .toArray();
  await db.overlays.bulkPut(overlays.map((overlay) => ({ ...overlay, pending: 1 as const })));
}

/** Takes away the decks that were brought in here, or made here, and that the copy knows nothing of. */
async function clearUnnamed(db: CairnDatabase): Promise<void> {
  const [homes, editions] = await Promise.all([
    db.homes.toCollection().primaryKeys(),
    db.editions.toArray(),
  ]);
  const decks = [...new Set([...homes, ...editions.map(({ home }) => home)])];
  const known = new Set<string>();
  for (const deck of decks) {
    for (const event of await listSubjectEvents(db, deck)) {
      known.add(deck);
      if (event.kind === 'created' && 'edition' in event) known.add(event.edition);
    }
  }
  const unnamed = homes.filter((home) => home !== bankHome && !known.has(home));
  await db.homes.bulkDelete(unnamed);
  await db.roadmaps.bulkDelete(unnamed.filter(isOwnRoadmap) as string[] as RoadmapId[]);
  for (const { id, packs } of editions) {
    if (!known.has(id)) await deleteEdition(db, id, packs);
  }
}

/**
 * Brings all that is derived for cards in line with events that came from elsewhere; returns those
 * whose notes and decks may have changed, too.
 */
async function settleAdded(
  db: CairnDatabase,
  added: readonly AnyEvent[],
): Promise<readonly AnyEvent[]> {
  const context = toReplayContext(await refreshSettings(db));
  // An undo may name an act of any age, and a setting of the past re-decides what came after it.
  const changesPast = added.some(
    (event) => event.kind === 'undone' || event.kind === 'setting-set',
  );
  const events = changesPast ? await listEventsAfter(db, null) : await listBeside(db, added);
  const voidActs = changesPast
    ? findVoidActs(events.filter(isUndone))
    : await findVoidActsAmong(
        db,
        events.map((event) => event.act),
      );
  const renamed = await loadRenamedCards(db);
  const eventsByCard = new Map<CardId, CardEvent[]>();
  for (const event of events) {
    if (!isCardEvent(event)) continue;
    const card = renamed.current(event.subject);
    const valid = eventsByCard.get(card) ?? [];
    if (!voidActs.has(event.act)) valid.push(event);
    eventsByCard.set(card, valid);
  }
  const stamp = toStamp(context.parameters);
  await putEntries(
    db,
    [...eventsByCard].map(([card, valid]) => ({ card, state: replayCard(valid, context), stamp })),
  );
  return changesPast ? events : added;
}

/** All events of the cards that these events are about, in replay order card by card. */
async function listBeside(db: CairnDatabase, added: readonly AnyEvent[]): Promise<AnyEvent[]> {
  const cards = listConcernedCards(added, await loadRenamedCards(db));
  const eventsByCard = await groupCardEvents(db, cards);
  return [...eventsByCard.values()].flat();
}
