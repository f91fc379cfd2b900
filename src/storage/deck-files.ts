import type { FetchDeckFile } from './store.ts';

/** Reads compiled deck files from where the app itself came from, under its base path. */
export function makeDeckFetcher(base: string): FetchDeckFile {
  return async (file) => {
    const response = await fetch(`${base}decks/${file}`);
    if (!response.ok) throw new Error(`${file} could not be fetched: ${String(response.status)}`);
    return response.json() as Promise<unknown>;
  };
}
