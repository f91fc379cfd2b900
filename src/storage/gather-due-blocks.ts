import type { Transaction } from 'dexie';
import type { HomeId } from '#src/domain/ids.ts';
import {
  bucketsPerDueBlock,
  joinBuckets,
  splitBuckets,
  toDueBucket,
  type DueColumns,
} from './due-block.ts';

/** As version 1 kept them: a record a bucket. */
interface DueBucket extends DueColumns {
  readonly home: HomeId;
  readonly bucket: number;
}

/**
 * Brings the due dates of version 1 into the blocks of version 2, eight of its records to one: no
 * date changes, and a start reads an eighth of the records.
 */
export async function gatherDueBlocks(transaction: Transaction): Promise<void> {
  const table = transaction.table('schedules');
  const gathered = new Map<string, { key: readonly [HomeId, number]; parts: DueColumns[] }>();
  for (const { home, bucket, ...part } of (await table.toArray()) as DueBucket[]) {
    const key = [home, toDueBucket(bucket)] as const;
    const group = gathered.get(key.join('/')) ?? { key, parts: splitBuckets(undefined) };
    gathered.set(key.join('/'), group);
    group.parts[bucket % bucketsPerDueBlock] = part;
  }
  await table.clear();
  await table.bulkAdd([...gathered.values()].map(({ key, parts }) => joinBuckets(key, parts)));
}
