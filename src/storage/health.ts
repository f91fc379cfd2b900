import { eventTime } from '#src/domain/event-id.ts';
import type { Instant } from '#src/domain/ids.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** What the store itself knows of how safe the learner's data is. */
export interface DataHealth {
  /** All events, those undone too. */
  readonly events: number;
  /** When the learner first chose something here; null where they never did. */
  readonly begunAt: Instant | null;
  /** When a copy was last saved from here; null for never. */
  readonly lastCopyAt: Instant | null;
}

/** What the browser says of the room it gives; what it does not tell is absent. */
export interface BrowserStorage {
  /** Whether it promised not to clear the data by itself. */
  readonly persisted?: boolean;
  readonly usedBytes?: number;
  readonly quotaBytes?: number;
}

/** The part of `navigator.storage` that this needs; absent in old browsers and plain-http pages. */
export type StorageManagerLike = Partial<
  Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>
>;

const lastCopyKey = 'last-copy';

/** Counts the learner's events, without reading them, and says when a copy was last saved. */
export function loadDataHealth({ db }: Store): Promise<DataHealth> {
  return withStorageErrors(async () => {
    const [rows, segments, lastCopy, first] = await Promise.all([
      db.events.count(),
      db.segments.toCollection().primaryKeys(),
      db.kept.get(lastCopyKey),
      // The first act chooses a roadmap or brings a deck, whose event stays a row for long.
      db.events.orderBy(':id').limit(1).primaryKeys(),
    ]);
    // A segment's id ends with how many events it holds.
    const packed = segments.reduce((sum, id) => sum + Number(id.slice(id.lastIndexOf('/') + 1)), 0);
    const at = lastCopy?.value;
    const [oldest] = first;
    return {
      events: rows + packed,
      begunAt: oldest === undefined ? null : eventTime(oldest),
      lastCopyAt: typeof at === 'number' ? (at as Instant) : null,
    };
  });
}

/** Asks the browser about its room. A browser that will not say counts as one that cannot. */
export async function readBrowserStorage(
  manager: StorageManagerLike | undefined,
): Promise<BrowserStorage> {
  const [persisted, estimate] = await Promise.all([
    manager?.persisted?.().catch(() => undefined),
    manager?.estimate?.().catch(() => undefined),
  ]);
  return {
    ...(persisted === undefined ? {} : { persisted }),
    ...(estimate?.usage === undefined ? {} : { usedBytes: estimate.usage }),
    ...(estimate?.quota === undefined ? {} : { quotaBytes: estimate.quota }),
  };
}

/** Asks the browser to keep the data until the learner deletes it. False where it will not promise. */
export async function askToPersist(manager: StorageManagerLike | undefined): Promise<boolean> {
  return (await manager?.persist?.()) ?? false;
}

/** Notes that a copy was saved now. */
export async function noteCopySaved({ db, clock }: Store): Promise<void> {
  await withStorageErrors(() => db.kept.put({ key: lastCopyKey, value: clock.now() }));
}
