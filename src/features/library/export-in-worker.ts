import type { DeckFile, ExportRequest } from './export-deck-file.ts';
import type { ExportAnswer } from './export-messages.ts';

/** Writes a deck as a file in a worker of its own, which ends with it or with the signal. */
export function exportInWorker(
  request: ExportRequest,
  signal: AbortSignal,
): Promise<DeckFile | undefined> {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
  const answered = new Promise<DeckFile | undefined>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ExportAnswer>) => {
      if (data.type === 'done') resolve(data.file);
      else reject(new Error(data.message));
    });
    worker.addEventListener('error', () => {
      reject(new Error('The export could not be started. Reload the page, then try again.'));
    });
    signal.addEventListener('abort', () => {
      reject(new Error('The export was stopped.'));
    });
  });
  worker.postMessage(request);
  return answered.finally(() => {
    worker.terminate();
  });
}
