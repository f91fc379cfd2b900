import type { HomeId } from '#src/domain/ids.ts';
import type { CairnDatabase } from './database.ts';
import {
  bucketsPerDueBlock,
  joinBuckets,
  splitBuckets,
  toDueBucket,
  type DueBlock,
  type DueColumns,
} from './due-block.ts';
import { bucketCount, joinBlock, splitBlock, type ScheduleBlock } from './schedule-block.ts';

export type BlockKey = [HomeId, number];

/** Blocks as they are, and the way to write them back, or others for the same keys, without reading them once more. */
export interface OpenBlocks {
  /** In the order of their keys; undefined for one never written. */
  readonly blocks: readonly (ScheduleBlock | undefined)[];
  /** In the transaction that read them, once. */
  readonly put: (blocks: readonly ScheduleBlock[]) => Promise<void>;
}

/** Reads blocks that are to be written back in the caller's transaction. */
export async function openBlocks(
  db: CairnDatabase,
  keys: readonly BlockKey[],
): Promise<OpenBlocks> {
  const [dues, memories] = await Promise.all([
    findDueBlocks(db, keys),
    db.memories.bulkGet([...keys]),
  ]);
  const findDue = partFinder(dues);
  return {
    blocks: memories.map((memory) => memory && joinBlock(findDue(memory), memory)),
    put: (blocks) => writeBlocks(db, blocks, dues),
  };
}

/** The blocks with these keys, in their order; undefined for one never written. */
export function findBlocks(
  db: CairnDatabase,
  keys: readonly BlockKey[],
): Promise<readonly (ScheduleBlock | undefined)[]> {
  // Both parts of one moment: another tab may write between two reads.
  return db.transaction(
    'r',
    [db.schedules, db.memories],
    async () => (await openBlocks(db, keys)).blocks,
  );
}

/** Writes whole blocks over what was read of the due blocks that hold them. */
async function writeBlocks(
  db: CairnDatabase,
  blocks: readonly ScheduleBlock[],
  read: readonly DueBlock[],
): Promise<void> {
  const dues = new Map(read.map((due) => [nameBlock(due), due]));
  const changed = new Map<string, { key: BlockKey; parts: DueColumns[] }>();
  const memories = blocks.map((block) => {
    const key: BlockKey = [block.home, toDueBucket(block.bucket)];
    const name = key.join('/');
    const group = changed.get(name) ?? { key, parts: splitBuckets(dues.get(name)) };
    changed.set(name, group);
    const { due, memory } = splitBlock(block);
    group.parts[block.bucket % bucketsPerDueBlock] = due;
    return memory;
  });
  await Promise.all([
    db.schedules.bulkPut([...changed.values()].map(({ key, parts }) => joinBuckets(key, parts))),
    db.memories.bulkPut(memories),
  ]);
}

/** The due blocks that hold these buckets, as far as they were ever written. */
async function findDueBlocks(db: CairnDatabase, keys: readonly BlockKey[]): Promise<DueBlock[]> {
  const dueKeys = new Map<string, BlockKey>();
  for (const [home, bucket] of keys) {
    const key: BlockKey = [home, toDueBucket(bucket)];
    dueKeys.set(key.join('/'), key);
  }
  const found = await db.schedules.bulkGet([...dueKeys.values()]);
  return found.filter((due) => due !== undefined);
}

function nameBlock({ home, bucket }: { readonly home: HomeId; readonly bucket: number }): string {
  return `${home}/${bucket}`;
}

/** Finds the columns of a bucket among those of some due blocks, each of which is split once. */
function partFinder(dues: readonly DueBlock[]) {
  const partsByName = new Map(dues.map((due) => [nameBlock(due), splitBuckets(due)]));
  return ({ home, bucket }: { readonly home: HomeId; readonly bucket: number }): DueColumns => {
    const parts = partsByName.get(nameBlock({ home, bucket: toDueBucket(bucket) }));
    const part = parts?.[bucket % bucketsPerDueBlock];
    if (part === undefined) throw new Error(`Block ${bucket} of ${home} has lost its due dates.`);
    return part;
  };
}

/** All blocks of a home, or of all homes. */
export function listBlocks(db: CairnDatabase, home?: HomeId): Promise<ScheduleBlock[]> {
  return db.transaction('r', [db.schedules, db.memories], async () => {
    const [dues, memories] = await Promise.all([
      listDueBlocks(db, home),
      home === undefined
        ? db.memories.toArray()
        : db.memories
            .where('[home+bucket]')
            .between(...toRange(home))
            .toArray(),
    ]);
    const findDue = partFinder(dues);
    return memories.map((memory) => joinBlock(findDue(memory), memory));
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
