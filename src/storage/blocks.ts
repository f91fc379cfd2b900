import type { HomeId } from '#src/domain/ids.ts';
import type { CairnDatabase } from './database.ts';
import type { DueBlock } from './due-block.ts';
import { bucketCount, joinBlock, splitBlock, type ScheduleBlock } from './schedule-block.ts';

export type BlockKey = [HomeId, number];

/** The blocks with these keys, in their order; undefined for one never written. */
export function findBlocks(
  db: CairnDatabase,
  keys: readonly BlockKey[],
): Promise<(ScheduleBlock | undefined)[]> {
  // Both parts of one moment: another tab may write between two reads.
  return db.transaction('r', [db.schedules, db.memories], async () => {
    const [dues, memories] = await Promise.all([
      db.schedules.bulkGet([...keys]),
      db.memories.bulkGet([...keys]),
    ]);
    return keys.map((_, index) => {
      const due = dues[index];
      const memory = memories[index];
      return due === undefined || memory === undefined ? undefined : joinBlock(due, memory);
    });
  });
}

/** Writes whole blocks, in the caller's transaction. */
export async function putBlocks(
  db: CairnDatabase,
  blocks: readonly ScheduleBlock[],
): Promise<void> {
  const parts = blocks.map(splitBlock);
  await Promise.all([
    db.schedules.bulkPut(parts.map(({ due }) => due)),
    db.memories.bulkPut(parts.map(({ memory }) => memory)),
  ]);
}

/** All blocks of a home, or of all homes. */
export function listBlocks(db: CairnDatabase, home?: HomeId): Promise<ScheduleBlock[]> {
  return db.transaction('r', [db.schedules, db.memories], async () => {
    const dues = await listDueBlocks(db, home);
    const memories = await (home === undefined
      ? db.memories.toArray()
      : db.memories
          .where('[home+bucket]')
          .between(...toRange(home))
          .toArray());
    // Both come in the order of their keys, and each is written with the other.
    return dues.flatMap((due, index) => {
      const memory = memories[index];
      return memory === undefined ? [] : joinBlock(due, memory);
    });
  });
}

/** What a start must know of all cards of a home, or of all homes. */
export function listDueBlocks(db: CairnDatabase, home?: HomeId): Promise<DueBlock[]> {
  if (home === undefined) return db.schedules.toArray();
  return db.schedules
    .where('[home+bucket]')
    .between(...toRange(home))
    .toArray();
}

function toRange(home: HomeId): [BlockKey, BlockKey, boolean, boolean] {
  return [[home, 0], [home, bucketCount], true, false];
}
