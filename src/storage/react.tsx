import { Dexie } from 'dexie';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { toStorageError, type StorageError } from './storage-error.ts';
import type { Store } from './store.ts';

const StoreContext = createContext<Store | null>(null);

/** Hands the open store to everything below. */
export function StoreProvider({ store, children }: { store: Store; children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>;
}

/** The open store. Throws outside a `StoreProvider`. */
export function useStore(): Store {
  const store = use(StoreContext);
  if (store === null) throw new Error('useStore needs a StoreProvider above it.');
  return store;
}

/** What a live query has so far: nothing yet, a result, or what went wrong. */
export type Live<Result> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Result }
  | { readonly state: 'failed'; readonly error: StorageError };

type TableName = 'kept' | 'events' | 'schedules' | 'bank' | 'roadmaps' | 'homes';

/**
 * Runs `query` now, and again after each change to `tables` (all, if none are named), of this tab or
 * another. `query` and `tables` must be stable: a module's, or from `useCallback`.
 *
 * Dexie's own live queries find out what a query reads, but lose their transaction where the query
 * makes one and awaits functions of ours in it; what is read together here must be of one moment.
 */
export function useLive<Result>(
  query: (store: Store) => Promise<Result>,
  tables?: readonly TableName[],
): Live<Result> {
  const store = useStore();
  const [live, setLive] = useState<Live<Result>>({ state: 'loading' });
  useEffect(() => {
    const stop = repeatOnChange(store, tables, async () => {
      try {
        const value = await query(store);
        return () => {
          setLive({ state: 'ready', value });
        };
      } catch (error) {
        return () => {
          setLive({ state: 'failed', error: toStorageError(error) });
        };
      }
    });
    return () => {
      stop();
      // Another query's result is not this one's.
      setLive({ state: 'loading' });
    };
  }, [store, query, tables]);
  return live;
}

/** Runs `work`, one at a time, now and after changes; what it returns is called unless stopped. */
function repeatOnChange(
  { db }: Store,
  tables: readonly TableName[] | undefined,
  work: () => Promise<() => void>,
): () => void {
  const stop = new AbortController();
  const isStopped = () => stop.signal.aborted;
  let changes = 0;
  let running = Promise.resolve();
  const run = () => {
    changes += 1;
    const seen = changes;
    running = running.then(async () => {
      // Of many changes during one run, the last alone asks for another.
      if (seen !== changes || isStopped()) return;
      const tell = await work();
      if (!isStopped()) tell();
    });
  };
  const prefixes = tables?.map((table) => `idb://${db.name}/${table}/`) ?? [`idb://${db.name}/`];
  const handleMutation = (parts: Readonly<Record<string, unknown>>) => {
    const names = Object.keys(parts);
    if (names.some((name) => prefixes.some((prefix) => name.startsWith(prefix)))) run();
  };
  Dexie.on.storagemutated.subscribe(handleMutation);
  run();
  return () => {
    stop.abort();
    Dexie.on.storagemutated.unsubscribe(handleMutation);
  };
}
