import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** How safe the learner's data is on this device. */
export interface StorageHealth {
  /** Whether the browser promised not to clear it by itself; undefined where it cannot tell. */
  readonly persisted?: boolean;
  readonly usedBytes?: number;
  readonly quotaBytes?: number;
  readonly events: number;
  /** When a copy was last saved from here; null for never. */
  readonly lastCopyAt: number | null;
}

/** The part of `navigator.storage` that this needs; absent in old browsers and plain-http pages. */
export type StorageManagerLike = Partial<
  Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>
>;

/** Gathers what the settings page shows of the store. */
export async function loadStorageHealth(
  { db }: Store,
  manager: StorageManagerLike | undefined,
): Promise<StorageHealth> {
  const [persisted, estimate, rows, segments, lastCopy] = await Promise.all([
    manager?.persisted?.(),
    manager?.estimate?.(),
    withStorageErrors(() => db.events.count()),
    withStorageErrors(() => db.segments.toArray()),
    withStorageErrors(() => db.kept.get('last-copy')),
  ]);
  const packed = segments.reduce((sum, segment) => sum + segment.count, 0);
  return {
    ...(persisted === undefined ? {} : { persisted }),
    ...(estimate?.usage === undefined ? {} : { usedBytes: estimate.usage }),
    ...(estimate?.quota === undefined ? {} : { quotaBytes: estimate.quota }),
    events: rows + packed,
    lastCopyAt: typeof lastCopy?.value === 'number' ? lastCopy.value : null,
  };
}

/** Asks the browser to keep the data until the learner deletes it. False where it will not promise. */
export async function askToPersist(manager: StorageManagerLike | undefined): Promise<boolean> {
  return (await manager?.persist?.()) ?? false;
}

/** Notes that a copy was saved now. */
export function noteCopySaved({ db, clock }: Store): Promise<unknown> {
  return withStorageErrors(() => db.kept.put({ key: 'last-copy', value: clock.now() }));
}
