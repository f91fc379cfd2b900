import { liveQuery } from 'dexie';
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

/**
 * Runs `query` now, and again after each change, of this tab or another, to what it read. `query`
 * must be stable (a `useCallback` or a module's function): a new one starts anew.
 */
export function useLive<Result>(query: (store: Store) => Promise<Result>): Live<Result> {
  const store = useStore();
  const [live, setLive] = useState<{ query: unknown; live: Live<Result> }>({
    query,
    live: { state: 'loading' },
  });
  useEffect(() => {
    const subscription = liveQuery(() => query(store)).subscribe({
      next: (value) => {
        setLive({ query, live: { state: 'ready', value } });
      },
      error: (error) => {
        setLive({ query, live: { state: 'failed', error: toStorageError(error) } });
      },
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [store, query]);
  return live.live;
}
