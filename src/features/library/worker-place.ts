import sqliteAddress from 'sql.js/dist/sql-wasm.wasm?url';
import type { Instant } from '#src/domain/ids.ts';
import { startSqlite } from '#src/formats/sqlite.ts';
import { makeDeckFetcher } from '#src/storage/deck-files.ts';
import { openStore, type NoteFormats, type Store } from '#src/storage/store.ts';

/**
 * The learner's store, opened by a worker for itself: what it writes reaches the page as what another
 * tab writes does.
 */
export function openWorkerStore(noteFormats: NoteFormats): Promise<Store> {
  return openStore({
    clock: {
      now: () => Date.now() as Instant,
      // The browser counts minutes west of UTC; everything here counts east.
      offsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    },
    fetchDeckFile: makeDeckFetcher(import.meta.env.BASE_URL),
    noteFormats,
  });
}

/** What reads and writes the databases in packages; fetched for the first of them, from this device once it is ready offline. */
export async function loadSqlite() {
  const response = await fetch(sqliteAddress);
  if (!response.ok) {
    throw new Error(
      'A part of Cairn that reads and writes packages is not on this device. Connect once, then try again.',
    );
  }
  return startSqlite(await response.arrayBuffer());
}
