import { refuseNoteType } from '../import/import-limits.ts';
import type { ImportedDeck, ImportedNote } from '../import/imported-deck.ts';
import type { LoadSqlite, SqliteDatabase } from '../sqlite.ts';
import { isZip } from '../zip.ts';
import { toCollectionDays } from './collection-days.ts';
import type { CollectionFacts } from './collection-facts.ts';
import { openPackage, type OpenedPackage } from './open-package.ts';
import { PackageError, readPart } from './package-error.ts';
import { packageLimits } from './package-limits.ts';
import { ProblemList } from '../import/problem-list.ts';
import { readCards } from './read-cards.ts';
import { currentTables, readCurrentFacts } from './read-current-facts.ts';
import { readHomeSettings, readParameters } from './read-home-settings.ts';
import { readLegacyFacts } from './read-legacy-facts.ts';
import { readMedia } from './read-media.ts';
import { readNotes } from './read-notes.ts';
import { readLog } from './read-reviews.ts';

/** What reading has come to: a part is named when its reading begins. */
export type AnkiReadingPart = 'unpacking' | 'cards' | 'history' | 'notes' | 'media';

export interface AnkiReading {
  readonly loadSqlite: LoadSqlite;
  /** The file's name: what the deck is called where it holds several, or none with a name. */
  readonly fileName?: string;
  /** May return a promise, which is waited for: so a page or a worker can hear of `signal` meanwhile. */
  readonly onProgress?: (part: AnkiReadingPart) => void | Promise<void>;
  readonly signal?: { readonly aborted: boolean };
}

/**
 * Reads an Anki package, `.apkg` or `.colpkg`, of any generation. What is damaged in single notes,
 * cards and reviews is listed among the problems and the rest is taken; where a whole part cannot be
 * read, the error names it and nothing is taken. Does not throw for any bytes; rejects only where
 * `loadSqlite` does.
 *
 * Fields, templates and styles come as they are: HTML of others, hostile until it is cleaned.
 */
export async function readAnkiPackage(
  bytes: Uint8Array,
  { loadSqlite, fileName, onProgress, signal }: AnkiReading,
): Promise<ImportedDeck | { readonly error: string }> {
  const begin = async (part: AnkiReadingPart) => {
    await onProgress?.(part);
    if (signal?.aborted === true) {
      throw new PackageError('The import was stopped. Nothing was imported.');
    }
  };
  let db: SqliteDatabase | undefined;
  try {
    await begin('unpacking');
    checkFile(bytes);
    const [sqlite, opened] = await Promise.all([loadSqlite(), openPackage(bytes)]);
    db = readPart('The collection in this package', () => sqlite.open(opened.collection));
    return await readCollection({ bytes, opened, db, fileName, begin });
  } catch (error) {
    if (error instanceof PackageError) return { error: error.message };
    throw error;
  } finally {
    db?.close();
  }
}

function checkFile(bytes: Uint8Array): void {
  if (bytes.length > packageLimits.bytes) {
    throw new PackageError(
      `This package is larger than ${packageLimits.bytes / 1024 / 1024} MB. Nothing was imported. Export its decks one by one.`,
    );
  }
  if (!isZip(bytes)) {
    throw new PackageError(
      'This file is no Anki package, or its beginning is damaged. Nothing was imported. Choose a file that Anki exported: its name ends with .apkg or .colpkg.',
    );
  }
}

interface Collection {
  readonly bytes: Uint8Array;
  readonly opened: OpenedPackage;
  readonly db: SqliteDatabase;
  readonly fileName: string | undefined;
  readonly begin: (part: AnkiReadingPart) => Promise<void>;
}

async function readCollection(collection: Collection): Promise<ImportedDeck> {
  const { bytes, opened, db, fileName, begin } = collection;
  const problems = new ProblemList();
  const facts = readPart('The description of the collection', () => readFacts(db, problems));
  const days = toCollectionDays(facts);
  await begin('cards');
  const cardsByNote = readPart('The table of cards', () => readCards(db, days.first, problems));
  await begin('history');
  const logByCard = readLog(db, problems);
  await begin('notes');
  const decks = new DeckList(facts);
  const parts = { noteTypeById: facts.noteTypeById, cardsByNote, logByCard };
  const notes = readPart('The table of notes', () =>
    readNotes(db, { ...parts, findDeck: (id) => decks.find(id) }, problems),
  );
  refuseStub(notes);
  reportStrays(notes, cardsByNote.size, problems);
  await begin('media');
  const media = readMedia(bytes, opened, problems);
  const options = decks.mainOptions();
  const settings = options === undefined ? {} : readHomeSettings(options, problems);
  const parameters = options && readParameters(options, problems);
  const used = new Set(notes.map(({ source }) => source.noteType));
  const isWhole = fileName?.toLowerCase().endsWith('.colpkg') === true;
  return {
    format: isWhole ? 'anki-collection' : 'anki-package',
    description: `Anki ${isWhole ? 'collection' : 'package'} (for ${opened.words})`,
    title: toTitle(decks.paths, fileName),
    decks: decks.paths,
    noteTypes: [...facts.noteTypeById.values()].filter(({ key }) => used.has(key)),
    notes,
    media,
    settings,
    ...(parameters !== undefined && { parameters }),
    ...(days.zone !== undefined && { zone: days.zone }),
    ...(facts.config.homes && { homes: facts.config.homes }),
    problems: problems.list(),
  };
}

const neededTables = ['col', 'notes', 'cards'] as const;

function readFacts(db: SqliteDatabase, problems: ProblemList): CollectionFacts {
  for (const table of neededTables) {
    if (db.findColumns(table) === undefined) throw new Error(`has no table “${table}”`);
  }
  const isCurrent = currentTables.every((table) => db.findColumns(table) !== undefined);
  const facts = isCurrent ? readCurrentFacts(db, problems) : readLegacyFacts(db, problems);
  const noteTypes = [...facts.noteTypeById].filter(([, { name, fields, templates }]) => {
    const refusal = refuseNoteType(name, fields, templates);
    if (refusal !== undefined) problems.report(refusal);
    return refusal === undefined;
  });
  return { ...facts, noteTypeById: new Map(noteTypes) };
}

/** The decks that hold cards, in the order in which the notes name them. */
class DeckList {
  readonly paths: string[] = [];
  readonly #facts: CollectionFacts;
  readonly #indexByPath = new Map<string, number>();
  readonly #countByOptions = new Map<number, number>();

  constructor(facts: CollectionFacts) {
    this.#facts = facts;
  }

  /** Counts one more card of a deck. Cards of a deck that is missing lie in Anki's first one. */
  find(id: number): number {
    const deck = this.#facts.deckById.get(id) ?? this.#facts.deckById.get(1);
    const options = deck?.options ?? 1;
    this.#countByOptions.set(options, (this.#countByOptions.get(options) ?? 0) + 1);
    const path = deck?.path ?? 'Default';
    const known = this.#indexByPath.get(path);
    if (known !== undefined) return known;
    const index = this.paths.push(path) - 1;
    this.#indexByPath.set(path, index);
    return index;
  }

  /** The options of most cards; undefined where the package does not hold them. */
  mainOptions() {
    const [most] = [...this.#countByOptions].sort(([, one], [, other]) => other - one);
    return most && this.#facts.optionsById.get(most[0]);
  }
}

const stubText = 'Please update to the latest Anki version';

/** The collection for old versions, alone in a package whose own one was lost. */
function refuseStub(notes: readonly ImportedNote[]): void {
  const [only, second] = notes;
  if (only === undefined || second !== undefined) return;
  if (!Object.values(only.source.fields)[0]?.startsWith(stubText)) return;
  throw new PackageError(
    'This package holds only the note that asks to update Anki; the deck itself is missing. Nothing was imported. Export the deck again.',
  );
}

function reportStrays(
  notes: readonly ImportedNote[],
  notesOfCards: number,
  problems: ProblemList,
): void {
  const strays = notesOfCards - notes.filter(({ cards }) => cards.length > 0).length;
  if (strays > 0) {
    const notesWords = strays === 1 ? 'a note that is' : `${strays} notes that are`;
    problems.report(`The cards of ${notesWords} not in the package were left out.`);
  }
}

/** The deck that all others lie in; else, and where Anki gave that its name, the file's name. */
function toTitle(paths: readonly string[], fileName: string | undefined): string {
  const roots = new Set(paths.map((path) => path.split('::', 1)[0] ?? path));
  const [root] = roots;
  const own = roots.size === 1 ? root : undefined;
  if (own !== undefined && own !== 'Default') return own;
  const name = fileName?.replace(/\.[^.]*$/, '').trim() ?? '';
  return name === '' ? (own ?? 'Anki decks') : name;
}
