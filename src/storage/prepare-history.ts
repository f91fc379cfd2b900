import { toStudyDay } from '#src/domain/day.ts';
import type { CardEvent } from '#src/domain/event.ts';
import type { ImportedEvent } from '#src/domain/imported-event.ts';
import type { CardId, StudyDay } from '#src/domain/ids.ts';
import { replayCard } from '#src/domain/replay.ts';
import { inReplayOrder } from './event-log.ts';
import { ImportPacker } from './event-segment.ts';
import type { BlockEntry } from './schedule-block.ts';
import { loadReplayContext, loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** The history of cards that have none here, as it will be stored. */
export interface PreparedHistory {
  readonly packer: ImportPacker;
  /** The state that follows for each of its cards. */
  readonly entries: readonly BlockEntry[];
  /** How many events it has. */
  readonly count: number;
}

/** Days before today whose events are packed apart: none of the others began today anywhere on earth. */
const recentDays = 2;

/**
 * Works out what a history brought from outside comes to, before it is known whether it is wanted. It
 * is given in lists that hold each all there is of their cards, and asked for the next after `pause`.
 * Rejects with a `StorageError`, or with what making the lists throws.
 */
export async function prepareHistory(
  { db, clock }: Store,
  history: Iterable<readonly ImportedEvent[]>,
  pause?: () => Promise<void>,
): Promise<PreparedHistory> {
  const [{ context, stamp }, { learner }] = await withStorageErrors(() =>
    Promise.all([loadReplayContext(db), loadSettings(db)]),
  );
  const now = clock.now();
  const today = toStudyDay(now, clock.offsetMinutes(now), learner.rolloverMinutes);
  const packer = makeImportPacker(today);
  const entries: BlockEntry[] = [];
  let count = 0;
  for (const events of history) {
    for (const event of events) packer.add(event);
    count += events.length;
    for (const [card, own] of groupByCard(events)) {
      entries.push({ card, state: replayCard(inReplayOrder(own), context), stamp });
    }
    await pause?.();
  }
  return { packer, entries, count };
}

/** A packer for what is brought in on a study day. */
export function makeImportPacker(today: StudyDay): ImportPacker {
  return new ImportPacker((today - recentDays) as StudyDay);
}

/** The events of each card, in the order in which they are given. */
export function groupByCard(events: readonly ImportedEvent[]): Map<CardId, CardEvent[]> {
  const eventsByCard = new Map<CardId, CardEvent[]>();
  for (const imported of events) {
    // Act and device, which it lacks, have no part in what follows from an event.
    const event = imported as CardEvent;
    const own = eventsByCard.get(event.subject);
    if (own === undefined) eventsByCard.set(event.subject, [event]);
    else own.push(event);
  }
  return eventsByCard;
}
