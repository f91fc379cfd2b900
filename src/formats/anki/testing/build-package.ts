import { zipSync } from 'fflate';
import type { SqliteDatabase, SqlRow } from '../../sqlite.ts';
import { loadSqlite } from './load-sqlite.ts';
import { toZstdFrame } from './zstd-frame.ts';
import { writeFloatField, writeProtobuf } from './write-protobuf.ts';
import { joinBytes } from './zstd-frame.ts';

export type Generation = 'anki2' | 'anki21' | 'anki21b';

export interface TypeShape {
  readonly id: number;
  readonly name: string;
  readonly isCloze?: boolean;
  readonly fields: readonly string[];
  readonly templates: readonly (readonly [front: string, back: string])[];
  readonly css?: string;
  readonly rtl?: readonly string[];
}

export interface OptionsShape {
  readonly learn?: readonly number[];
  readonly relearn?: readonly number[];
  readonly retention?: number;
  readonly maximum?: number;
  readonly leeches?: number;
  readonly weights?: readonly number[];
}

export type CardShape = Partial<Record<(typeof cardColumns)[number], SqlRow[number]>>;
export type LogShape = Partial<Record<(typeof logColumns)[number], SqlRow[number]>>;
export type NoteShape = Partial<Record<(typeof noteColumns)[number], SqlRow[number]>>;

/** A package as a test describes it; what it does not say is as in a small deck of one basic note. */
export interface PackageShape {
  readonly generation?: Generation;
  readonly crt?: number;
  readonly conf?: Readonly<Record<string, unknown>>;
  readonly types?: readonly TypeShape[];
  readonly decks?: readonly (readonly [id: number, name: string, isFiltered?: boolean])[];
  readonly options?: OptionsShape;
  readonly notes?: readonly NoteShape[];
  readonly cards?: readonly CardShape[];
  readonly log?: readonly LogShape[];
  readonly media?: Readonly<Record<string, string>>;
  /** Run before the collection is packed. */
  readonly spoil?: (db: SqliteDatabase) => void;
  /** Parts of the zip to add or, with null, to leave out. */
  readonly parts?: Readonly<Record<string, Uint8Array | null>>;
}

export const basicType: TypeShape = {
  id: 100,
  name: 'Basic',
  fields: ['Front', 'Back'],
  templates: [['{{Front}}', '{{FrontSide}}<hr id=answer>{{Back}}']],
};
export const clozeType: TypeShape = {
  id: 200,
  name: 'Cloze',
  isCloze: true,
  fields: ['Text', 'Back Extra'],
  templates: [['{{cloze:Text}}', '{{cloze:Text}}<br>{{Back Extra}}']],
};

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

/** 2023-11-01 04:00 in UTC+2: study day 19662 is its day 0. */
export const crt = Date.UTC(2023, 10, 1, 2) / 1000;

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

function readShape(shape: PackageShape) {
  return {
    types: shape.types ?? [basicType, clozeType],
    decks: shape.decks ?? ([[1, 'Default']] as const),
    conf: shape.conf ?? { creationOffset: -120, localOffset: -120, rollover: 4 },
    options: shape.options ?? {},
    crt: shape.crt ?? crt,
  };
}

function writeLegacyFacts(db: SqliteDatabase, shape: PackageShape): void {
  const { types, decks, conf, options, crt: created } = readShape(shape);
  const models = types.map((type) => [
    type.id,
    {
      id: String(type.id),
      name: type.name,
      type: type.isCloze ? 1 : 0,
      css: type.css ?? '',
      latexPre: '\\begin{document}',
      // Out of order, as they may be.
      flds: type.fields
        .map((name, ord) => ({ name, ord, rtl: type.rtl?.includes(name) === true }))
        .reverse(),
      tmpls: type.templates.map(([qfmt, afmt], ord) => ({
        name: `Card ${ord + 1}`,
        ord,
        qfmt,
        afmt,
      })),
    },
  ]);
  const deckList = decks.map(([id, name, isFiltered]) => [
    id,
    isFiltered ? { id, name, dyn: 1 } : { id, name, conf: 1, dyn: 0 },
  ]);
  const dconf = {
    1: {
      new: { delays: options.learn ?? [1, 10] },
      lapse: { delays: options.relearn ?? [10], leechFails: options.leeches ?? 8 },
      rev: { maxIvl: options.maximum ?? 36_500 },
      ...(options.retention !== undefined && { desiredRetention: options.retention }),
      ...(options.weights && { fsrsWeights: [], fsrsParams6: options.weights }),
    },
  };
  const json = [conf, Object.fromEntries(models), Object.fromEntries(deckList), dconf];
  db.insert('INSERT INTO col VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
    [1, created, 0, 11, ...json.map((each) => JSON.stringify(each))],
  ]);
}

function writeCurrentFacts(db: SqliteDatabase, shape: PackageShape): void {
  const { types, decks, conf, options, crt: created } = readShape(shape);
  const unicase = 'text NOT NULL COLLATE nocase';
  db.run(
    'CREATE TABLE config (KEY text PRIMARY KEY, usn integer, mtime_secs integer, val blob) without rowid',
  );
  db.run(
    `CREATE TABLE fields (ntid integer, ord integer, name ${unicase}, config blob, PRIMARY KEY (ntid, ord)) without rowid`,
  );
  db.run(
    `CREATE TABLE templates (ntid integer, ord integer, name ${unicase}, config blob, PRIMARY KEY (ntid, ord)) without rowid`,
  );
  db.run('CREATE TABLE notetypes (id integer PRIMARY KEY, name text COLLATE nocase, config blob)');
  db.run('CREATE TABLE decks (id integer PRIMARY KEY, name text, kind blob)');
  db.run('CREATE TABLE deck_config (id integer PRIMARY KEY, name text, config blob)');
  const encode = (text: string) => new TextEncoder().encode(text);
  db.insert('INSERT INTO col VALUES (1, ?, 0, 18, ?, ?, ?, ?)', [[created, '', '', '', '']]);
  db.insert(
    'INSERT INTO config VALUES (?, 0, 0, ?)',
    Object.entries(conf).map(([key, value]) => [key, encode(JSON.stringify(value))]),
  );
  for (const type of types) {
    const config = writeProtobuf([
      ...(type.isCloze ? [[1, 1] as const] : []),
      [3, type.css ?? ''],
      [5, '\\begin{document}'],
    ]);
    db.insert('INSERT INTO notetypes VALUES (?, ?, ?)', [[type.id, type.name, config]]);
    db.insert(
      'INSERT INTO fields VALUES (?, ?, ?, ?)',
      type.fields.map((name, ord) => [
        type.id,
        ord,
        name,
        writeProtobuf(type.rtl?.includes(name) ? [[2, 1]] : []),
      ]),
    );
    db.insert(
      'INSERT INTO templates VALUES (?, ?, ?, ?)',
      type.templates.map(([front, back], ord) => [
        type.id,
        ord,
        `Card ${ord + 1}`,
        writeProtobuf([
          [1, front],
          [2, back],
        ]),
      ]),
    );
  }
  db.insert(
    'INSERT INTO decks VALUES (?, ?, ?)',
    decks.map(([id, name, isFiltered]) => [
      id,
      name.replaceAll('::', '\u001f'),
      writeProtobuf([isFiltered ? [2, new Uint8Array()] : [1, writeProtobuf([[1, 1]])]]),
    ]),
  );
  const deckConfig = joinBytes([
    writeProtobuf([
      [1, { floats: options.learn ?? [1, 10] }],
      [2, { floats: options.relearn ?? [10] }],
      ...(options.weights ? [[6, { floats: options.weights }] as const] : []),
      [16, options.maximum ?? 36_500],
      [22, options.leeches ?? 8],
    ]),
    options.retention === undefined ? new Uint8Array() : writeFloatField(37, options.retention),
  ]);
  db.insert('INSERT INTO deck_config VALUES (?, ?, ?)', [[1, 'Default', deckConfig]]);
  // Put in last: no SQLite of ours could make a table with a collation that is Anki's own.
  db.run('PRAGMA writable_schema = ON');
  db.run("UPDATE sqlite_master SET sql = replace(sql, 'COLLATE nocase', 'COLLATE unicase')");
}
