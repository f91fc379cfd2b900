import { linkOwnRoadmap } from '#src/formats/own-roadmap/link-own-roadmap.ts';
import { toMessage } from '#src/ui/error-message.ts';
import { compileSource, readSource } from './compile-source.ts';
import type { ImportAnswer, ImportRequest } from './import-messages.ts';
import { makeImporter, type Importer } from './importer.ts';
import { loadSqlite, openWorkerStore } from './worker-place.ts';

// Reads and stores decks beside the page, so that no screen ever waits for one.

declare const self: DedicatedWorkerGlobalScope;

let opened: Promise<Importer> | undefined;
let stop = new AbortController();

function openImporter(): Promise<Importer> {
  opened ??= openWorkerStore({
    compile: (note) => Promise.resolve(compileSource(note)),
    read: (markdown) => Promise.resolve(readSource(markdown)),
    linkRoadmap: (roadmap, index, aliases) =>
      Promise.resolve(linkOwnRoadmap(roadmap, index, aliases)),
  }).then((store) =>
    makeImporter({
      store,
      digest: (bytes) => crypto.subtle.digest('SHA-256', bytes as BufferSource),
      loadSqlite,
    }),
  );
  return opened;
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

// Whoever asks first hears of what is wrong.
openImporter().catch(() => undefined);

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  void answer(data);
});
