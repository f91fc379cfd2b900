import { zipSync } from 'fflate';
import type { SqliteDatabase, SqlRow } from '../../sqlite.ts';
import { loadSqlite } from './load-sqlite.ts';
import { toZstdFrame } from './zstd-frame.ts';
import {
  writeCurrentFacts,
  writeLegacyFacts,
  type FactsShape,
  type Generation,
} from './write-facts.ts';
import { writeProtobuf } from './write-protobuf.ts';

export type CardShape = Partial<Record<(typeof cardColumns)[number], SqlRow[number]>>;
export type LogShape = Partial<Record<(typeof logColumns)[number], SqlRow[number]>>;
export type NoteShape = Partial<Record<(typeof noteColumns)[number], SqlRow[number]>>;

/** A package as a test describes it; what it does not say is as in a small deck of one basic note. */
export interface PackageShape extends FactsShape {
  readonly generation?: Generation;
  readonly notes?: readonly NoteShape[];
  readonly cards?: readonly CardShape[];
  readonly log?: readonly LogShape[];
  readonly media?: Readonly<Record<string, string>>;
  /** Run before the collection is packed. */
  readonly spoil?: (db: SqliteDatabase) => void;
  /** Parts of the zip to add or, with null, to leave out. */
  readonly parts?: Readonly<Record<string, Uint8Array | null>>;
}

const noteColumns = [
  'id',
  'guid',
  'mid',
  'mod',
  'usn',
  'tags',
  'flds',
  'sfld',
  'csum',
  'flags',
  'data',
] as const;
const cardColumns = [
  ...(['id', 'nid', 'did', 'ord', 'mod', 'usn', 'type', 'queue', 'due', 'ivl', 'factor'] as const),
  ...(['reps', 'lapses', 'left', 'odue', 'odid', 'flags', 'data'] as const),
];
const logColumns = [
  'id',
  'cid',
  'usn',
  'ease',
  'ivl',
  'lastIvl',
  'factor',
  'time',
  'type',
] as const;

const defaultNote: NoteShape = {
  id: 1,
  guid: 'guid-1',
  mid: 100,
  mod: 0,
  usn: 0,
  tags: '',
  flds: 'Q\u001fA',
  sfld: 'Q',
  csum: 0,
  flags: 0,
  data: '',
};
const defaultCard: CardShape = {
  id: 11,
  nid: 1,
  did: 1,
  ord: 0,
  mod: 1_700_000_000,
  usn: 0,
  type: 0,
  queue: 0,
  due: 1,
  ivl: 0,
  factor: 0,
  reps: 0,
  lapses: 0,
  left: 0,
  odue: 0,
  odid: 0,
  flags: 0,
  data: '',
};
const defaultLog: LogShape = {
  id: 1_700_000_000_000,
  cid: 11,
  usn: 0,
  ease: 3,
  ivl: 4,
  lastIvl: 0,
  factor: 2500,
  time: 5000,
  type: 1,
};

/** The bytes of such a package. */
export async function buildPackage(shape: PackageShape = {}): Promise<Uint8Array> {
  const generation = shape.generation ?? 'anki2';
  const collection = await buildCollection(shape);
  const stub = await buildCollection({
    notes: [{ flds: 'Please update to the latest Anki version, then import again.\u001f' }],
    cards: [{}],
  });
  const isCurrent = generation === 'anki21b';
  const pack = isCurrent ? toZstdFrame : (bytes: Uint8Array) => bytes;
  const names = Object.keys(shape.media ?? {});
  const encode = (text: string) => new TextEncoder().encode(text);
  const map = isCurrent
    ? writeProtobuf(names.map((name) => [1, writeProtobuf([[1, name]])]))
    : encode(JSON.stringify(Object.fromEntries(names.map((name, index) => [index, name]))));
  const parts: Record<string, Uint8Array | null> = {
    ...(generation !== 'anki2' && {
      meta: writeProtobuf([[1, isCurrent ? 3 : 2]]),
      'collection.anki2': stub,
    }),
    [`collection.${generation}`]: pack(collection),
    media: pack(map),
    ...Object.fromEntries(
      Object.values(shape.media ?? {}).map((text, index) => [String(index), pack(encode(text))]),
    ),
    ...shape.parts,
  };
  const kept = Object.entries(parts).filter(
    (part): part is [string, Uint8Array] => part[1] !== null,
  );
  return zipSync(Object.fromEntries(kept));
}

async function buildCollection(shape: PackageShape): Promise<Uint8Array> {
  const db = (await loadSqlite()).create();
  // No NOT NULL: what is damaged comes so.
  db.run(`CREATE TABLE notes (${toColumns(noteColumns)})`);
  db.run(`CREATE TABLE cards (${toColumns(cardColumns)})`);
  db.run(`CREATE TABLE revlog (${toColumns(logColumns)})`);
  db.run(
    'CREATE TABLE col (id integer PRIMARY KEY, crt integer, mod integer, ver integer, conf text, models text, decks text, dconf text)',
  );
  insert(db, 'notes', noteColumns, defaultNote, shape.notes ?? [{}]);
  insert(db, 'cards', cardColumns, defaultCard, shape.cards ?? [{}]);
  insert(db, 'revlog', logColumns, defaultLog, shape.log ?? []);
  if (shape.generation === 'anki21b') writeCurrentFacts(db, shape);
  else writeLegacyFacts(db, shape);
  shape.spoil?.(db);
  const bytes = db.export();
  db.close();
  return bytes;
}

function toColumns([id, ...others]: readonly string[]): string {
  return `${id ?? ''} integer PRIMARY KEY, ${others.join(', ')}`;
}

function insert<Row extends Partial<Record<string, SqlRow[number]>>>(
  db: SqliteDatabase,
  table: string,
  columns: readonly string[],
  defaults: Row,
  rows: readonly Row[],
): void {
  const marks = columns.map(() => '?').join(', ');
  db.insert(
    `INSERT INTO ${table} VALUES (${marks})`,
    rows.map((row) => columns.map((column) => ({ ...defaults, ...row })[column] ?? null)),
  );
}
