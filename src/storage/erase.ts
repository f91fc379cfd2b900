import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/**
 * Erases everything this device holds of Cairn, in one transaction: the learner's events and
 * settings, what follows from them, and the shipped cards, which come again with the next start.
 * The page must be loaded again after it. There is no way back but a saved copy.
 */
export async function eraseEverything({ db }: Store): Promise<void> {
  await withStorageErrors(() =>
    // Cleared rather than deleted: deleting would first have to close every other tab's connection.
    db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear()))),
  );
}
