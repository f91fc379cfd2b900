import type { DeckFile } from './export-deck-file.ts';

/** What the worker answers to the one request it gets. */
export type ExportAnswer =
  | { readonly type: 'done'; readonly file: DeckFile | undefined }
  | { readonly type: 'failed'; readonly message: string };
