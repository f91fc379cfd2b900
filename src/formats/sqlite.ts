import initSqlJs, { type Database, type SqlJs, type SqlValue, type Statement } from 'sql.js';

export type { SqlValue };
export type SqlRow = readonly SqlValue[];

/** What is wrong with a database, for a sentence that names it. */
export class SqliteError extends Error {
  override readonly name = 'SqliteError';
}

/** SQLite, ready to open and make databases in memory. */
export interface Sqlite {
  /** Throws a `SqliteError` where the bytes are no database or one whose structure is broken. */
  open(bytes: Uint8Array): SqliteDatabase;
  create(): SqliteDatabase;
}

/** How the wasm file of sql.js comes in: formats touch neither net nor disk. */
export type LoadSqlite = () => Promise<Sqlite>;

/**
 * Starts SQLite from the bytes of `sql-wasm.wasm`. A policy of `'wasm-unsafe-eval'` is enough. The
 * first bytes given count for as long as the page or worker lives.
 */
export async function startSqlite(wasm: ArrayBuffer | Uint8Array): Promise<Sqlite> {
  const sql = await initSqlJs({ wasmBinary: wasm });
  return {
    open: (bytes) => openDatabase(sql, bytes),
    create: () => new SqliteDatabase(new sql.Database()),
  };
}

/** A database in memory. Whoever gets one closes it; every method may throw a `SqliteError`. */
export class SqliteDatabase {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  run(sql: string): void {
    attempt(() => this.#db.run(sql));
  }

  /** Rows one by one, so that a table need not be held twice. */
  *rows(sql: string): Generator<SqlRow> {
    const statement = attempt(() => this.#db.prepare(sql));
    try {
      while (attempt(() => statement.step())) yield attempt(() => statement.get());
    } finally {
      statement.free();
    }
  }

  insert(sql: string, rows: Iterable<SqlRow>): void {
    const statement: Statement = attempt(() => this.#db.prepare(sql));
    try {
      for (const row of rows) {
        attempt(() => {
          statement.run(row);
        });
      }
    } finally {
      statement.free();
    }
  }

  /**
   * The columns of a table by name, or undefined where there is no such table. Views and virtual
   * tables are none, whatever the file calls them: they can compute without end.
   */
  findColumns(table: string): ReadonlySet<string> | undefined {
    const name = table.replaceAll("'", "''");
    const [found] = [...this.rows(`PRAGMA table_list('${name}')`)];
    if (found?.[2] !== 'table') return undefined;
    return new Set([...this.rows(`PRAGMA table_info('${name}')`)].map((row) => String(row[1])));
  }

  export(): Uint8Array {
    return attempt(() => this.#db.export());
  }

  close(): void {
    this.#db.close();
  }
}

const header = 'SQLite format 3\u0000';

const computedColumns =
  "SELECT 1 FROM pragma_table_list l, pragma_table_xinfo(l.name) c WHERE l.type = 'table' AND c.hidden > 1";

function openDatabase(sql: SqlJs, bytes: Uint8Array): SqliteDatabase {
  const start = String.fromCharCode(...bytes.subarray(0, header.length));
  if (start !== header) throw new SqliteError('is not a database');
  const own = bytes.slice();
  // Written by a program that kept a log beside it; without one it opens only as an ordinary file.
  own[18] = 1;
  own[19] = 1;
  const db = attempt(() => new SqliteDatabase(new sql.Database(own)));
  try {
    prepareDatabase(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Anki compares names by a collation that is its own; any other does for reading. It is exchanged
 * in the table definitions alone, so that no note's text is touched. What a table would compute for
 * each of its rows is somebody's program, and is not run.
 */
function prepareDatabase(db: SqliteDatabase): void {
  db.run('PRAGMA trusted_schema = OFF');
  db.run('PRAGMA ignore_check_constraints = ON');
  db.run('PRAGMA writable_schema = ON');
  db.run(
    "UPDATE sqlite_master SET sql = replace(sql, 'COLLATE unicase', 'COLLATE nocase') WHERE sql LIKE '%COLLATE unicase%'",
  );
  db.run('PRAGMA writable_schema = RESET');
  if (db.rows(`${computedColumns} LIMIT 1`).next().done !== true) {
    throw new SqliteError('has columns that are computed, as those of no deck are');
  }
  for (const [finding] of db.rows('PRAGMA quick_check(20)')) {
    // Of the rest, an order of names or a missing value, the reading of rows takes care.
    if (/^\*\*\* in database|^Tree |malformed/.test(String(finding))) {
      throw new SqliteError('is damaged');
    }
  }
}

function attempt<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new SqliteError(error instanceof Error ? error.message : 'is damaged', { cause: error });
  }
}
