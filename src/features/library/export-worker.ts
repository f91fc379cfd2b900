import type { Instant } from '#src/domain/ids.ts';
import sqliteAddress from 'sql.js/dist/sql-wasm.wasm?url';
import { startSqlite } from '#src/formats/sqlite.ts';
import { closeStore, openStore } from '#src/storage/store.ts';
import { exportDeckFile, type ExportRequest } from './export-deck-file.ts';
import type { ExportAnswer } from './export-messages.ts';

// Gathers and writes a deck beside the page, so that no screen ever waits for it.

declare const self: DedicatedWorkerGlobalScope;

/** Fetched for packages alone, from this device once it is ready offline. */
async function loadSqlite() {
  const response = await fetch(sqliteAddress);
  if (!response.ok) {
    throw new Error(
      'A part of Cairn that writes packages is not on this device. Connect once, then try again.',
    );
  }
  return startSqlite(await response.arrayBuffer());
}

const nothing = () => Promise.reject(new Error('An export asks for nothing but what is stored.'));

async function answer(request: ExportRequest): Promise<void> {
  const say = (message: ExportAnswer) => {
    self.postMessage(message);
  };
  try {
    const store = await openStore({
      clock: {
        now: () => Date.now() as Instant,
        // The browser counts minutes west of UTC; everything here counts east.
        offsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
        randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      },
      fetchDeckFile: nothing,
      noteFormats: { compile: nothing, read: nothing },
    });
    const file = await exportDeckFile(store, request, loadSqlite);
    closeStore(store);
    say({ type: 'done', file });
  } catch (error) {
    say({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  void answer(data);
});
