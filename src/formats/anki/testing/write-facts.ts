import type { SqliteDatabase } from '../../sqlite.ts';
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

/** What a collection of a test says of itself besides its rows. */
export interface FactsShape {
  readonly crt?: number;
  readonly conf?: Readonly<Record<string, unknown>>;
  readonly types?: readonly TypeShape[];
  readonly decks?: readonly (readonly [id: number, name: string, isFiltered?: boolean])[];
  readonly options?: OptionsShape;
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

/** 2023-11-01 04:00 in UTC+2: study day 19662 is its day 0. */
export const crt = Date.UTC(2023, 10, 1, 2) / 1000;

function readShape(shape: FactsShape) {
  return {
    types: shape.types ?? [basicType, clozeType],
    decks: shape.decks ?? ([[1, 'Default']] as const),
    conf: shape.conf ?? { creationOffset: -120, localOffset: -120, rollover: 4 },
    options: shape.options ?? {},
    crt: shape.crt ?? crt,
  };
}

export function writeLegacyFacts(db: SqliteDatabase, shape: FactsShape): void {
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

export function writeCurrentFacts(db: SqliteDatabase, shape: FactsShape): void {
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
