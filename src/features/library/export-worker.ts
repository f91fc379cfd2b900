import { closeStore } from '#src/storage/store.ts';
import { toMessage } from '#src/ui/error-message.ts';
import { readSource } from './compile-source.ts';
import { exportDeckFile, type ExportRequest } from './export-deck-file.ts';
import type { ExportAnswer } from './export-messages.ts';
import { loadSqlite, openWorkerStore } from './worker-place.ts';

// Gathers and writes a deck beside the page, so that no screen ever waits for it.

declare const self: DedicatedWorkerGlobalScope;

const nothing = () => Promise.reject(new Error('An export compiles nothing.'));

async function answer(request: ExportRequest): Promise<void> {
  const say = (message: ExportAnswer) => {
    self.postMessage(message);
  };
  try {
    const store = await openWorkerStore({
      compile: nothing,
      read: (markdown) => Promise.resolve(readSource(markdown)),
      linkRoadmap: nothing,
    });
    const file = await exportDeckFile(store, request, loadSqlite);
    closeStore(store);
    say({ type: 'done', file });
  } catch (error) {
    say({ type: 'failed', message: toMessage(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  void answer(data);
});
