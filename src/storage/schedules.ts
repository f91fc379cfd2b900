import type { AnyEvent } from '#src/domain/event.ts';
import { toHomeId, type CardId } from '#src/domain/ids.ts';
import { isCardEvent } from '#src/domain/known-event.ts';
import { replayCard, replayVersion, type ReplayContext } from '#src/domain/replay.ts';
import { newCardState, type CardState } from '#src/domain/schedule.ts';
import { findBlocks, openBlocks, type BlockKey } from './blocks.ts';
import type { CairnDatabase } from './database.ts';
import { listBlockCards } from './due-block.ts';
import { dropVoid, groupSubjectEvents, inReplayOrder } from './event-log.ts';
import { loadRenamedCards } from './renamed-cards.ts';
import {
  emptyBlock,
  findState,
  replaceEntries,
  toBucket,
  type BlockEntry,
  type ScheduleBlock,
} from './schedule-block.ts';

/** Names what a memory was computed with: an entry with another stamp is replayed when read. */
export function toStamp(parameters: readonly number[]): string {
  return `${replayVersion}:${parameters.join(',')}`;
}

/** The kept row that names the stamp all blocks are known to have; gone once settings change. */
export const settledKey = 'settled-stamp';

function groupByBlock<Item>(items: readonly Item[], cardOf: (item: Item) => CardId) {
  const groups = new Map<string, { key: BlockKey; name: string; items: Item[] }>();
  for (const item of items) {
    const card = cardOf(item);
    const key: BlockKey = [toHomeId(card), toBucket(card)];
    const name = key.join('/');
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { key, name, items: [item] });
    else group.items.push(item);
  }
  return [...groups.values()];
}

/** Stored entries, and the way to write them back. */
export interface OpenEntries {
  /** Stale or not; a card without one is absent. */
  readonly entryByCard: ReadonlyMap<CardId, BlockEntry>;
  /** Writes entries of these cards, in the transaction that read them, once. */
  readonly put: (entries: readonly BlockEntry[]) => Promise<void>;
}

/**
 * Reads the entries of cards that are to be written back in the caller's transaction: the learner waits
 * for an answer to be saved, and for each time that IndexedDB is asked.
 */
export async function openEntries(
  db: CairnDatabase,
  cards: readonly CardId[],
): Promise<OpenEntries> {
  const groups = groupByBlock(cards, (card) => card);
  const { blocks, put } = await openBlocks(
    db,
    groups.map((group) => group.key),
  );
  const blockByName = new Map(blocks.map((block, index) => [groups[index]?.name, block]));
  return {
    entryByCard: pickEntries(groups, blocks),
    put: (entries) =>
      put(
        groupByBlock(entries, (entry) => entry.card).map(({ key, name, items }) =>
          replaceEntries(blockByName.get(name) ?? emptyBlock(...key), items),
        ),
      ),
  };
}

/** The stored entries of these cards, stale or not; a card without one is absent. */
export async function findEntries(
  db: CairnDatabase,
  cards: readonly CardId[],
): Promise<ReadonlyMap<CardId, BlockEntry>> {
  const groups = groupByBlock(cards, (card) => card);
  const blocks = await findBlocks(
    db,
    groups.map((group) => group.key),
  );
  return pickEntries(groups, blocks);
}

function pickEntries(
  groups: readonly { readonly items: readonly CardId[] }[],
  blocks: readonly (ScheduleBlock | undefined)[],
): ReadonlyMap<CardId, BlockEntry> {
  const entryByCard = new Map<CardId, BlockEntry>();
  groups.forEach(({ items }, index) => {
    for (const card of items) {
      const entry = findState(blocks[index], card);
      if (entry !== undefined) entryByCard.set(card, entry);
    }
  });
  return entryByCard;
}

/** Puts entries into their blocks, in the caller's transaction. */
export async function putEntries(db: CairnDatabase, entries: readonly BlockEntry[]): Promise<void> {
  const opened = await openEntries(
    db,
    entries.map((entry) => entry.card),
  );
  await opened.put(entries);
}

/** The states of these cards as today's parameters see them; those kept with others are replayed. */
export async function findStates(
  db: CairnDatabase,
  cards: readonly CardId[],
  context: () => Promise<ReplayContext>,
  stamp: string,
): Promise<Map<CardId, CardState>> {
  const entries = await findEntries(db, cards);
  const stateByCard = new Map<CardId, CardState>();
  const stale: CardId[] = [];
  for (const card of cards) {
    const entry = entries.get(card);
    if (entry === undefined || entry.stamp === stamp || entry.state.schedule === undefined) {
      stateByCard.set(card, entry?.state ?? newCardState);
    } else {
      stale.push(card);
    }
  }
  if (stale.length > 0) {
    const replayed = await replayCards(db, stale, await context());
    for (const [card, state] of replayed) stateByCard.set(card, state);
  }
  return stateByCard;
}

/** The states that follow from these cards' events, whatever is stored. */
export async function replayCards(
  db: CairnDatabase,
  cards: readonly CardId[],
  context: ReplayContext,
): Promise<Map<CardId, CardState>> {
  const eventsByCard = await groupCardEvents(db, cards);
  const valid = new Set(await dropVoid(db, [...eventsByCard.values()].flat()));
  return new Map(
    cards.map((card) => {
      const events = (eventsByCard.get(card) ?? []).filter((event) => valid.has(event));
      return [card, replayCard(events.filter(isCardEvent), context)];
    }),
  );
}

/** All events of these cards under any id they had, void ones too, in replay order, by card. */
export async function groupCardEvents(
  db: CairnDatabase,
  cards: readonly CardId[],
): Promise<Map<CardId, AnyEvent[]>> {
  const renamed = await loadRenamedCards(db);
  const eventsById = await groupSubjectEvents(
    db,
    cards.flatMap((card) => renamed.all(card)),
  );
  return new Map(
    cards.map((card) => {
      const lists = renamed.all(card).map((id) => eventsById.get(id) ?? []);
      return [card, lists.length === 1 ? (lists[0] ?? []) : inReplayOrder(lists.flat())];
    }),
  );
}

/** Replays these cards and stores what follows, in the caller's transaction. */
export async function recomputeCards(
  db: CairnDatabase,
  cards: readonly CardId[],
  context: ReplayContext,
): Promise<void> {
  if (cards.length === 0) return;
  const states = await replayCards(db, cards, context);
  const stamp = toStamp(context.parameters);
  await putEntries(
    db,
    [...states].map(([card, state]) => ({ card, state, stamp })),
  );
}

/**
 * Recomputes what was computed with other parameters, block by block, each in a transaction of its
 * own, so that the app goes on meanwhile. Due dates stay where they are.
 */
export async function settleStaleMemory(db: CairnDatabase, context: ReplayContext): Promise<void> {
  const stamp = toStamp(context.parameters);
  // Looking for stale blocks reads them all; nothing can go stale before the settings change.
  if ((await db.kept.get(settledKey))?.value === stamp) return;
  const stale = await db.memories
    .filter((block) => block.stamps.some((known) => known !== stamp))
    .primaryKeys();
  for (const key of stale) {
    const tables = [db.schedules, db.memories, db.events, db.segments, db.kept];
    await db.transaction('rw', tables, async () => {
      const { blocks, put } = await openBlocks(db, [key]);
      const [block] = blocks;
      if (block === undefined) return;
      await put([emptyBlock(...key)]);
      await recomputeCards(db, listBlockCards(block), context);
    });
  }
  await db.kept.put({ key: settledKey, value: stamp });
}
