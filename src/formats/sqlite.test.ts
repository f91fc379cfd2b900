import { describe, expect, it } from 'vitest';
import { loadSqlite } from './anki/testing/load-sqlite.ts';
import type { SqliteDatabase } from './sqlite.ts';

async function build(fill: (db: SqliteDatabase) => void): Promise<Uint8Array> {
  const db = (await loadSqlite()).create();
  fill(db);
  const bytes = db.export();
  db.close();
  return bytes;
}

const open = async (bytes: Uint8Array) => (await loadSqlite()).open(bytes);
const words = (db: SqliteDatabase) => {
  db.run('CREATE TABLE words (id integer PRIMARY KEY, word text, other)');
  db.insert('INSERT INTO words VALUES (?, ?, ?)', [
    [1, 'COLLATE unicase', null],
    [2, 'b', Uint8Array.of(7)],
  ]);
};

const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n';

describe('a database', () => {
  it('gives its rows one by one, and says what columns a table has', async () => {
    const db = await open(await build(words));
    expect([...db.rows('SELECT * FROM words')]).toEqual([
      [1, 'COLLATE unicase', null],
      [2, 'b', Uint8Array.of(7)],
    ]);
    expect([...db.findColumns('words')!]).toEqual(['id', 'word', 'other']);
    expect(db.findColumns("it's")).toBeUndefined();
    db.close();
  });

  it('opens also when it was kept with a log beside it', async () => {
    const bytes = await build(words);
    bytes[18] = 2;
    bytes[19] = 2;
    expect([...(await open(bytes)).rows('SELECT count(*) FROM words')]).toEqual([[2]]);
  });

  it('has no views and virtual tables', async () => {
    const db = await open(
      await build((made) => {
        made.run('CREATE TABLE a (x)');
        made.run(`CREATE VIEW v AS ${endless}`);
        made.run('CREATE VIRTUAL TABLE s USING fts4(i, content="v")');
        made.run('PRAGMA writable_schema = ON');
        made.run("UPDATE sqlite_master SET sql = replace(sql, 'CREATE ', 'CREATE /**/ ')");
      }),
    );
    expect([...db.findColumns('a')!]).toEqual(['x']);
    expect(db.findColumns('v')).toBeUndefined();
    expect(db.findColumns('s')).toBeUndefined();
  });

  it('computes nothing for its rows', async () => {
    // More than any value may have, so that whoever computes it fails.
    const costly = 'length(hex(zeroblob(600000000)))';
    const checked = await build((made) => {
      made.run('CREATE TABLE a (x)');
      made.run('INSERT INTO a VALUES (1)');
      made.run('PRAGMA writable_schema = ON');
      made.run(`UPDATE sqlite_master SET sql = 'CREATE TABLE a (x CHECK (${costly} > 0))'`);
    });
    expect([...(await open(checked)).rows('SELECT x FROM a')]).toEqual([[1]]);
    const computed = await build((made) => {
      made.run(`CREATE TABLE a (x, y AS (${costly}) NOT NULL)`);
    });
    await expect(open(computed)).rejects.toThrow('has columns that are computed');
    const stored = await build((made) => {
      made.run('CREATE TABLE a (x, y AS (x) STORED)');
    });
    await expect(open(stored)).rejects.toThrow('has columns that are computed');
  });

  it('is refused where it is none or broken', async () => {
    await expect(open(new TextEncoder().encode('SQLite'))).rejects.toThrow('is not a database');
    const bytes = await build((db) => {
      words(db);
      const text = 'x'.repeat(900);
      db.insert(
        'INSERT INTO words VALUES (?, ?, ?)',
        Array.from({ length: 200 }, (_, at) => [at + 9, text, null]),
      );
    });
    await expect(open(bytes.slice(0, 5000))).rejects.toHaveProperty('name', 'SqliteError');
    await expect(open(bytes.fill(0xee, 8192, 20_000))).rejects.toHaveProperty(
      'name',
      'SqliteError',
    );
    await expect(open(bytes.fill(0xee, 100, 4096))).rejects.toHaveProperty('name', 'SqliteError');
  });

  it('says what is wrong with a question', async () => {
    const db = await open(await build(words));
    expect(() => [...db.rows('SELECT missing FROM words')]).toThrow('no such column');
    expect(() => {
      db.insert('INSERT INTO words VALUES (1, 2, 3)', [[]]);
    }).toThrow('UNIQUE');
  });
});
