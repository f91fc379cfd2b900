import type { ImportAnswer, ImportRequest } from './import-messages.ts';
import type { FilePreview, FileResult, Importer } from './importer.ts';

type Body<Request> = Request extends ImportRequest ? Omit<Request, 'id'> : never;

/** An importer; `close` ends what it works in, where that is something of its own. */
export type ClosableImporter = Importer & { readonly close?: () => void };

/** An importer that works in a worker. */
export function openImporter(): ClosableImporter {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  let asked = 0;
  const ask = <Value>(
    body: Body<ImportRequest>,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Value> => {
    const id = (asked += 1);
    return new Promise((resolve, reject) => {
      const handle = ({ data }: MessageEvent<ImportAnswer>) => {
        if (data.id !== id) return;
        if (data.type === 'progress') {
          onProgress?.(data.done, data.total);
          return;
        }
        worker.removeEventListener('message', handle);
        if (data.type === 'failed') reject(new Error(data.message));
        else resolve(data.value as Value);
      };
      worker.addEventListener('message', handle);
      worker.addEventListener('error', () => {
        reject(new Error('The import could not be started. Reload the page, then try again.'));
      });
      worker.postMessage({ id, ...body });
    });
  };
  return {
    read: (files) => ask<FilePreview[]>({ type: 'read', files }),
    choose: (position, planning) => ask<FilePreview>({ type: 'choose', position, planning }),
    import: (choices, onProgress, signal) => {
      signal.addEventListener('abort', () => void ask({ type: 'stop' }));
      return ask<FileResult[]>({ type: 'import', choices }, onProgress);
    },
    close: () => {
      worker.terminate();
    },
  };
}
