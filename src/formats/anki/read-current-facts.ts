import type { CardTemplate, NoteType } from '../import/imported-deck.ts';
import type { SqliteDatabase } from '../sqlite.ts';
import {
  toDeckPath,
  type CollectionDeck,
  type CollectionFacts,
  type DeckOptions,
} from './collection-facts.ts';
import { toJsonWhole } from './json-values.ts';
import type { ProblemList } from '../import/problem-list.ts';
import {
  readProtobufFields,
  toProtobufFloat,
  toProtobufFloats,
  toProtobufText,
  type ProtobufValue,
} from './protobuf.ts';
import { toBytes, toText, toWhole } from './sql-values.ts';

type Message = ReadonlyMap<number, ProtobufValue>;

/** The tables that tell schema 18 from schema 11, which has only `col`. */
export const currentTables = ['notetypes', 'fields', 'templates', 'decks'] as const;

/** Reads schema 18: tables whose details are protobuf messages. */
export function readCurrentFacts(db: SqliteDatabase, problems: ProblemList): CollectionFacts {
  const [col] = [...db.rows('SELECT crt FROM col LIMIT 1')];
  if (col === undefined) throw new Error('has no row about the collection');
  const config = readConfig(db);
  const number = (key: string) => toJsonWhole(config.get(key));
  return {
    createdSeconds: toWhole(col[0]) ?? 0,
    config: {
      rollover: number('rollover'),
      creationOffset: number('creationOffset'),
      localOffset: number('localOffset'),
    },
    noteTypeById: readNoteTypes(db, problems),
    deckById: readDecks(db, problems),
    optionsById: readOptions(db, problems),
  };
}

function readConfig(db: SqliteDatabase): ReadonlyMap<string, unknown> {
  const config = new Map<string, unknown>();
  if (db.findColumns('config') === undefined) return config;
  for (const [key, value] of db.rows('SELECT KEY, val FROM config')) {
    try {
      config.set(toText(key), JSON.parse(toText(value)) as unknown);
    } catch {
      // Settings of add-ons and newer versions may be anything; those that matter are numbers.
    }
  }
  return config;
}

/** A message of a row, or undefined with the problem reported. */
function readMessage(value: Uint8Array, report: () => void): Message | undefined {
  try {
    return readProtobufFields(value);
  } catch {
    report();
    return undefined;
  }
}

interface Part {
  readonly ord: number;
  readonly name: string;
  readonly message: Message;
}

/** The fields or the templates of all note types, by note type, in their order. */
function readParts(
  db: SqliteDatabase,
  table: 'fields' | 'templates',
  problems: ProblemList,
): ReadonlyMap<number, Part[]> {
  const partsByType = new Map<number, Part[]>();
  for (const [ntid, ord, name, config] of db.rows(`SELECT ntid, ord, name, config FROM ${table}`)) {
    const type = toWhole(ntid) ?? 0;
    const what = table === 'fields' ? 'field' : 'template';
    const message =
      readMessage(toBytes(config), () => {
        problems.report(`The ${what} “${toText(name)}” of note type ${type} is damaged.`);
      }) ?? new Map<number, ProtobufValue>();
    const parts = partsByType.get(type) ?? [];
    parts.push({ ord: toWhole(ord) ?? parts.length, name: toText(name).normalize('NFC'), message });
    partsByType.set(type, parts);
  }
  for (const parts of partsByType.values()) parts.sort((one, other) => one.ord - other.ord);
  return partsByType;
}

function readNoteTypes(db: SqliteDatabase, problems: ProblemList): ReadonlyMap<number, NoteType> {
  const fieldsByType = readParts(db, 'fields', problems);
  const templatesByType = readParts(db, 'templates', problems);
  const noteTypeById = new Map<number, NoteType>();
  for (const row of db.rows('SELECT id, name, config FROM notetypes')) {
    const id = toWhole(row[0]) ?? 0;
    const name = toText(row[1]).normalize('NFC');
    const left = 'Its notes were left out.';
    const message = readMessage(toBytes(row[2]), () => {
      problems.report(`The note type “${name}” is damaged. ${left}`);
    });
    if (message === undefined) continue;
    const fields = fieldsByType.get(id) ?? [];
    const templates = templatesByType.get(id) ?? [];
    if (fields.length === 0 || templates.length === 0) {
      problems.report(`The note type “${name}” has no fields or no templates. ${left}`);
      continue;
    }
    noteTypeById.set(id, toNoteType(id, name, message, fields, templates));
  }
  return noteTypeById;
}

function toNoteType(
  id: number,
  name: string,
  message: Message,
  fields: readonly Part[],
  templates: readonly Part[],
): NoteType {
  const rtlFields = fields.filter((field) => field.message.get(2) === 1).map((field) => field.name);
  const latexPreamble = toProtobufText(message.get(5));
  return {
    key: String(id),
    name,
    kind: message.get(1) === 1 ? 'cloze' : 'standard',
    fields: fields.map((field) => field.name),
    templates: templates.map((template): CardTemplate => ({
      name: template.name,
      front: toProtobufText(template.message.get(1)),
      back: toProtobufText(template.message.get(2)),
    })),
    css: toProtobufText(message.get(3)),
    ...(rtlFields.length > 0 && { rtlFields }),
    ...(latexPreamble !== '' && { latexPreamble }),
  };
}

/** `kind` holds a message of its own for an ordinary deck (1) or a filtered one (2). */
function readDecks(db: SqliteDatabase, problems: ProblemList): ReadonlyMap<number, CollectionDeck> {
  const deckById = new Map<number, CollectionDeck>();
  for (const [id, name, kind] of db.rows('SELECT id, name, kind FROM decks')) {
    const path = toDeckPath(toText(name));
    const report = () => {
      problems.report(`The options of the deck “${path}” are damaged. They were left out.`);
    };
    const normal = readMessage(toBytes(kind), report)?.get(1);
    const message = normal instanceof Uint8Array ? readMessage(normal, report) : undefined;
    const options = message?.get(1);
    deckById.set(toWhole(id) ?? 0, { path, ...(typeof options === 'number' && { options }) });
  }
  return deckById;
}

function readOptions(db: SqliteDatabase, problems: ProblemList): ReadonlyMap<number, DeckOptions> {
  const optionsById = new Map<number, DeckOptions>();
  if (db.findColumns('deck_config') === undefined) return optionsById;
  for (const [id, name, config] of db.rows('SELECT id, name, config FROM deck_config')) {
    const message = readMessage(toBytes(config), () => {
      problems.report(`The deck options “${toText(name)}” are damaged. They were left out.`);
    });
    if (message === undefined) continue;
    optionsById.set(toWhole(id) ?? 0, {
      // A list without members is not written at all.
      learningSteps: toProtobufFloats(message.get(1)) ?? [],
      relearningSteps: toProtobufFloats(message.get(2)) ?? [],
      retention: toProtobufFloat(message.get(37)),
      maximumInterval: message.get(16),
      leechLapses: message.get(22),
      weights: [6, 5, 3].map((field) => toProtobufFloats(message.get(field))),
    });
  }
  return optionsById;
}
