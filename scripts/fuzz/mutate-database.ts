import {
  SqliteError,
  type Sqlite,
  type SqliteDatabase,
  type SqlValue,
} from '#src/formats/sqlite.ts';
import type { Chance } from './chance.ts';
import { extremeNumbers, markedPieces } from './extreme-values.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';

/**
 * A database that is a whole one still, with one to five values, rows, columns or tables changed:
 * what a damaged page hardly ever gives, and a program with a fault does. One that is damaged already
 * stays as it is.
 */
export function mutateDatabase(bytes: Uint8Array, sqlite: Sqlite, chance: Chance): Uint8Array {
  const db = open(bytes, sqlite);
  if (db === undefined) return bytes;
  try {
    const tables = [...db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")].map(
      ([name]) => String(name),
    );
    for (let left = 1 + chance.below(5); left > 0; left -= 1) {
      changeTable(db, chance.pick(tables), chance);
    }
    return db.export();
  } finally {
    db.close();
  }
}

function open(bytes: Uint8Array, sqlite: Sqlite): SqliteDatabase | undefined {
  try {
    return sqlite.open(bytes);
  } catch (error) {
    if (error instanceof SqliteError) return undefined;
    throw error;
  }
}

/** A change that the database refuses, as of a key to one that is taken, is none. */
function changeTable(db: SqliteDatabase, table: string, chance: Chance): void {
  try {
    const columns = [...(db.findColumns(table) ?? [])];
    if (columns.length === 0) return;
    if (chance.once(12)) changeShape(db, table, chance.pick(columns), chance);
    else changeValue(db, table, chance.pick(columns), chance);
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error;
  }
}

function changeShape(db: SqliteDatabase, table: string, column: string, chance: Chance): void {
  db.run(
    chance.pick([
      `DROP TABLE "${table}"`,
      `DELETE FROM "${table}"`,
      `ALTER TABLE "${table}" DROP COLUMN "${column}"`,
      `ALTER TABLE "${table}" RENAME COLUMN "${column}" TO "other"`,
      `CREATE TABLE kept AS SELECT * FROM "${table}"; DROP TABLE "${table}"; ALTER TABLE kept RENAME TO "${table}"; INSERT INTO "${table}" SELECT * FROM "${table}"`,
      `CREATE VIEW seen AS SELECT * FROM "${table}"; ALTER TABLE "${table}" RENAME TO "moved"`,
    ]),
  );
}

function changeValue(db: SqliteDatabase, table: string, column: string, chance: Chance): void {
  const values = [...db.rows(`SELECT "${column}" FROM "${table}"`)];
  if (values.length === 0) return;
  const at = chance.below(values.length);
  const value = change(values[at]?.[0] ?? null, chance);
  // Tables without row ids are changed in all their rows.
  const hasRowIds = !['fields', 'templates', 'tags', 'config'].includes(table);
  const where = hasRowIds
    ? ` WHERE rowid = (SELECT rowid FROM "${table}" LIMIT 1 OFFSET ${at})`
    : '';
  db.insert(`UPDATE "${table}" SET "${column}" = ?${where}`, [[value]]);
}

function change(value: SqlValue, chance: Chance): SqlValue {
  if (value instanceof Uint8Array && !chance.once(5)) return mutateBytes(value, chance, []);
  if (typeof value === 'string' && !chance.once(5)) {
    const json = /^[[{]/.test(value) ? mutateJson(value, chance) : undefined;
    return (
      json ?? new TextDecoder().decode(mutateBytes(new TextEncoder().encode(value), chance, []))
    );
  }
  return chance.pick<SqlValue>([
    ...[
      null,
      '',
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      0.5,
      Uint8Array.of(0xff, 0xfe),
    ],
    Number(chance.pick(extremeNumbers)),
    Number(chance.pick(extremeNumbers)),
    chance.pick(markedPieces),
  ]);
}
