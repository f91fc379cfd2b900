import type { HomeSettings } from '#src/domain/settings.ts';
import { DeckBuilder } from '../import/deck-builder.ts';
import { importLimits } from '../import/import-limits.ts';
import type { ImportedMedia, NoteType } from '../import/imported-deck.ts';
import {
  isJsonObject,
  parseJson,
  readFilledText,
  readKey,
  readObjects,
  readText,
  readTexts,
  type JsonObject,
} from '../import/json-value.ts';
import { noteFromHtml } from '../import/note-from-html.ts';
import type { DeckText, ReadDeck } from '../import/read-result.ts';
import { readNoteModel } from './read-note-model.ts';

/** The files beside a CrowdAnki deck, by name. */
export type MediaFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Reads a deck of CrowdAnki (`deck.json`) with its sub-decks, note types and options. Media that it names are taken from
 * `files`; those that are not there are told.
 */
export function readCrowdAnki({ name, text }: DeckText, files: MediaFiles = new Map()): ReadDeck {
  const root = parseJson(text);
  if (!isJsonObject(root)) {
    return {
      error:
        'This CrowdAnki file is damaged or cut short. Nothing was imported. Export the deck again.',
    };
  }
  const title = readFilledText(root, 'name') ?? name;
  const builder = new DeckBuilder({ format: 'crowdanki', description: 'CrowdAnki deck', title });
  const reader = new Reader(builder);
  reader.readDeck(root, title, 0);
  const media = findMedia(reader.media, files, builder);
  const deck = builder.build();
  return 'error' in deck ? deck : { ...deck, media, settings: readSettings(root) };
}

class Reader {
  readonly media = new Set<string>();
  readonly #builder: DeckBuilder;
  readonly #noteTypes = new Map<string, NoteType>();
  #count = 0;

  constructor(builder: DeckBuilder) {
    this.#builder = builder;
  }

  readDeck(deck: JsonObject, path: string, depth: number): void {
    for (const model of readObjects(deck, 'note_models')) this.#readModel(model);
    for (const file of readTexts(deck, 'media_files')) this.media.add(file);
    for (const note of readObjects(deck, 'notes')) this.#readNote(note, path);
    const children = readObjects(deck, 'children');
    if (children.length > 0 && depth >= importLimits.depth) {
      const message = `Decks below "${path.slice(0, 60)}…" lie deeper than ${importLimits.depth} levels and were left out.`;
      this.#builder.report(message);
      return;
    }
    for (const child of children) {
      const name = readFilledText(child, 'name') ?? 'Deck without a name';
      this.readDeck(child, name.startsWith(`${path}::`) ? name : `${path}::${name}`, depth + 1);
    }
  }

  #readModel(model: JsonObject): void {
    const noteType = readNoteModel(model);
    if (typeof noteType === 'string') this.#builder.report(noteType);
    else this.#noteTypes.set(noteType.key, noteType);
  }

  #readNote(note: JsonObject, path: string): void {
    this.#count += 1;
    const place = { note: this.#count };
    const noteType = this.#noteTypes.get(readText(note, 'note_model_uuid') ?? '');
    const values = readTexts(note, 'fields');
    if (noteType === undefined) {
      this.#builder.report(
        'The note type of this note is not in the file, so it was left out.',
        place,
      );
      return;
    }
    const tags = readTexts(note, 'tags').filter((tag) => tag.trim() !== '');
    const found = noteFromHtml(noteType, values, tags);
    if ('problem' in found) {
      this.#builder.report(found.problem, place);
      return;
    }
    this.#builder.addNoteType(noteType);
    const key = readFilledText(note, 'guid');
    this.#builder.addNote({ ...found, place, key, deck: path });
  }
}

function findMedia(
  names: ReadonlySet<string>,
  files: MediaFiles,
  builder: DeckBuilder,
): ImportedMedia[] {
  const media: ImportedMedia[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const bytes = files.get(name);
    if (bytes === undefined) missing.push(name);
    else media.push({ name: name.normalize('NFC'), bytes });
  }
  if (missing.length > 0) {
    const listed = missing.slice(0, 10).join(', ');
    const more = missing.length > 10 ? ` and ${missing.length - 10} more` : '';
    builder.report(
      `Media files that the deck names were not given: ${listed}${more}. Choose them together with deck.json to have them.`,
    );
  }
  return media;
}

/** The options of the deck itself; those of sub-decks are not looked at. */
function readSettings(root: JsonObject): Partial<HomeSettings> {
  const uuid = readText(root, 'deck_config_uuid');
  const config = readObjects(root, 'deck_configurations').find(
    (each) => readText(each, 'crowdanki_uuid') === uuid,
  );
  const part = (key: string): JsonObject => {
    const value = config && readKey(config, key);
    return isJsonObject(value) ? value : {};
  };
  const learningSteps = readSteps(part('new'));
  const relearningSteps = readSteps(part('lapse'));
  const maximum = readKey(part('rev'), 'maxIvl');
  const leech = readKey(part('lapse'), 'leechFails');
  return {
    ...(learningSteps !== undefined && { learningStepsMinutes: learningSteps }),
    ...(relearningSteps !== undefined && { relearningStepsMinutes: relearningSteps }),
    ...(isWhole(maximum, 36_500) && { maximumIntervalDays: maximum }),
    ...(isWhole(leech, 99) && { leechLapses: leech }),
  };
}

function readSteps(part: JsonObject): number[] | undefined {
  const delays = readKey(part, 'delays');
  const isSteps =
    Array.isArray(delays) &&
    delays.length <= 20 &&
    delays.every((each) => typeof each === 'number' && each > 0 && each <= 10_000);
  return isSteps ? (delays as number[]) : undefined;
}

function isWhole(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}
