import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { startSqlite, type Sqlite } from '../../sqlite.ts';

let started: Promise<Sqlite> | undefined;

/** SQLite as the app gets it, its wasm from the package. */
export function loadSqlite(): Promise<Sqlite> {
  const path = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');
  return (started ??= startSqlite(readFileSync(path)));
}
