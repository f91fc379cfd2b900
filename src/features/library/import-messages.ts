import type { FileChoice, FilePreview, FileResult, Planning } from './importer.ts';
import type { ChosenFile } from './read-file.ts';

/** What the page asks of the worker; `id` comes back with the answer. */
export type ImportRequest =
  | { readonly id: number; readonly type: 'read'; readonly files: readonly ChosenFile[] }
  | {
      readonly id: number;
      readonly type: 'choose';
      readonly position: number;
      readonly planning: Planning;
    }
  | { readonly id: number; readonly type: 'import'; readonly choices: readonly FileChoice[] }
  | { readonly id: number; readonly type: 'stop' };

export type ImportAnswer =
  | {
      readonly id: number;
      readonly type: 'progress';
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly id: number;
      readonly type: 'done';
      readonly value: readonly FilePreview[] | FilePreview | readonly FileResult[];
    }
  | { readonly id: number; readonly type: 'failed'; readonly message: string };
