import { fetchMissingPacks, updateBank } from '#src/storage/bank.ts';
import type { Store } from '#src/storage/store.ts';
import { tidyStore } from './tidy-store.ts';

/**
 * What can wait until the first screen is there: the bank's newest version, then the rest of its
 * cards, then tidying. Each part may fail alone, offline above all; the next start tries again.
 * Rejects with the bank's failure only.
 */
export async function runUpkeep(store: Store): Promise<void> {
  try {
    await updateBank(store);
    await fetchMissingPacks(store);
  } finally {
    await tidyStore(store).catch(() => undefined);
  }
}
