import type { NoteType } from '../import/imported-deck.ts';
import { readJoinedHomes } from '../import/joined-home.ts';
import type { SqliteDatabase } from '../sqlite.ts';
import {
  toDeckPath,
  type CollectionDeck,
  type CollectionFacts,
  type DeckOptions,
} from './collection-facts.ts';
import {
  isJsonObject,
  parseJsonObject,
  toJsonList,
  toJsonObject,
  toJsonText,
  toJsonWhole,
  type JsonObject,
} from './json-values.ts';
import { readPart } from './package-error.ts';
import type { ProblemList } from '../import/problem-list.ts';
import { toText, toWhole } from './sql-values.ts';

/** Reads schema 11: everything about the collection is JSON in the one row of `col`. */
export function readLegacyFacts(db: SqliteDatabase, problems: ProblemList): CollectionFacts {
  const [row] = [...db.rows('SELECT crt, conf, models, decks, dconf FROM col LIMIT 1')];
  if (row === undefined) throw new Error('has no row about the collection');
  const parse = (name: string, index: number) =>
    readPart(`The ${name} in the collection’s table “col”`, () => {
      const text = toText(row[index]);
      return text === '' ? {} : parseJsonObject(text);
    });
  const conf = parse('configuration', 1);
  const homes = readJoinedHomes(toJsonObject(conf.cairn).homes);
  const options = parse('deck options', 4);
  return {
    createdSeconds: toWhole(row[0]) ?? 0,
    config: {
      rollover: toJsonWhole(conf.rollover),
      creationOffset: toJsonWhole(conf.creationOffset),
      localOffset: toJsonWhole(conf.localOffset),
      ...(homes && { homes }),
    },
    noteTypeById: readEach(parse('list of note types', 2), readNoteType, (id) => {
      problems.report(`Note type ${id} cannot be read. Its notes were left out.`);
    }),
    deckById: readEach(parse('list of decks', 3), readDeck, (id) => {
      problems.report(`Deck ${id} cannot be read. Its cards were put into the deck “Default”.`);
    }),
    optionsById: readEach(options, readOptions, (id) => {
      problems.report(`The deck options ${id} cannot be read. They were left out.`);
    }),
  };
}

function readEach<Value>(
  list: JsonObject,
  read: (json: JsonObject, key: string) => Value | undefined,
  report: (id: string) => void,
): ReadonlyMap<number, Value> {
  const valueById = new Map<number, Value>();
  for (const [key, json] of Object.entries(list)) {
    const id = toJsonWhole(key);
    const value = isJsonObject(json) && id !== undefined ? read(json, key) : undefined;
    if (value === undefined || id === undefined) report(key.slice(0, 40));
    else valueById.set(id, value);
  }
  return valueById;
}

function readNoteType(json: JsonObject, key: string): NoteType | undefined {
  const flds = inOrder(json.flds);
  const fields = flds.map((field) => toJsonText(field.name).normalize('NFC'));
  const templates = inOrder(json.tmpls).map((template) => ({
    name: toJsonText(template.name),
    front: toJsonText(template.qfmt),
    back: toJsonText(template.afmt),
  }));
  if (fields.length === 0 || templates.length === 0) return undefined;
  const rtlFields = fields.filter((_, index) => flds[index]?.rtl === true);
  const latexPreamble = toJsonText(json.latexPre);
  return {
    key,
    name: toJsonText(json.name).normalize('NFC'),
    kind: toJsonWhole(json.type) === 1 ? 'cloze' : 'standard',
    fields,
    templates,
    css: toJsonText(json.css),
    ...(rtlFields.length > 0 && { rtlFields }),
    ...(latexPreamble !== '' && { latexPreamble }),
  };
}

/** Fields and templates say their place; files made by other programs may leave it out. */
function inOrder(list: unknown): JsonObject[] {
  return toJsonList(list)
    .map(toJsonObject)
    .map((item, index) => ({ item, place: toJsonWhole(item.ord) ?? index }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

function readDeck(json: JsonObject): CollectionDeck | undefined {
  const name = toJsonText(json.name);
  if (name === '') return undefined;
  const options = toJsonWhole(json.conf);
  const isFiltered = toJsonWhole(json.dyn) === 1;
  return { path: toDeckPath(name), ...(options !== undefined && !isFiltered && { options }) };
}

function readOptions(json: JsonObject): DeckOptions {
  const lapse = toJsonObject(json.lapse);
  return {
    learningSteps: toJsonObject(json.new).delays,
    relearningSteps: lapse.delays,
    retention: json.desiredRetention,
    maximumInterval: toJsonObject(json.rev).maxIvl,
    leechLapses: lapse.leechFails,
    weights: [json.fsrsParams6, json.fsrsParams5, json.fsrsWeights],
  };
}
