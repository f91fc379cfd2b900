import type { Instant } from '#src/domain/ids.ts';
import sqliteAddress from 'sql.js/dist/sql-wasm.wasm?url';
import { startSqlite } from '#src/formats/sqlite.ts';
import { openStore, type Store } from '#src/storage/store.ts';
import { toMessage } from '#src/ui/error-message.ts';
import { compileSource, readSource } from './compile-source.ts';
import type { ImportAnswer, ImportRequest } from './import-messages.ts';
import { makeImporter, type Importer } from './importer.ts';

// Reads and stores decks beside the page, so that no screen ever waits for one. It opens the store
// itself: what it writes reaches the page as what another tab writes does.

declare const self: DedicatedWorkerGlobalScope;

let opened: Promise<Importer> | undefined;
let stop = new AbortController();

function openImporter(): Promise<Importer> {
  opened ??= openWorkerStore().then((store) =>
    makeImporter({
      store,
      digest: (bytes) => crypto.subtle.digest('SHA-256', bytes as BufferSource),
      loadSqlite,
    }),
  );
  return opened;
}

/** Fetched when the first package comes, from this device once it is ready offline. */
async function loadSqlite() {
  const response = await fetch(sqliteAddress);
  if (!response.ok) {
    throw new Error(
      'A part of Cairn that reads packages is not on this device. Connect once, then try again.',
    );
  }
  return startSqlite(await response.arrayBuffer());
}

function openWorkerStore(): Promise<Store> {
  return openStore({
    clock: {
      now: () => Date.now() as Instant,
      // The browser counts minutes west of UTC; everything here counts east.
      offsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    },
    // An import needs no file of the shipped decks.
    fetchDeckFile: () => Promise.reject(new Error('The import fetches no decks.')),
    noteFormats: {
      compile: (note) => Promise.resolve(compileSource(note)),
      read: (markdown) => Promise.resolve(readSource(markdown)),
    },
  });
}

async function answer(request: ImportRequest): Promise<void> {
  const { id } = request;
  const say = (message: ImportAnswer) => {
    self.postMessage(message);
  };
  if (request.type === 'stop') {
    stop.abort();
    return;
  }
  try {
    const importer = await openImporter();
    if (request.type === 'read') {
      say({ id, type: 'done', value: await importer.read(request.files) });
    } else if (request.type === 'choose') {
      say({ id, type: 'done', value: await importer.choose(request.position, request.planning) });
    } else {
      stop = new AbortController();
      const tell = (done: number, total: number) => {
        say({ id, type: 'progress', done, total });
      };
      say({ id, type: 'done', value: await importer.import(request.choices, tell, stop.signal) });
    }
  } catch (error) {
    say({ id, type: 'failed', message: toMessage(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  void answer(data);
});
