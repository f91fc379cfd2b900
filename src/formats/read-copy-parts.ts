import type { CopiedDeck, CopiedMedia, CopiedNote } from '#src/domain/copied-deck.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import { toHex } from '#src/domain/hex.ts';
import { CopyEvents } from './copy-events.ts';
import { parseCopiedNote, parseDeckFacts } from './copy-shapes.ts';
import {
  copyLimits,
  describeNoCopy,
  findHeadError,
  listMissing,
  readInstant,
  useAnother,
  type Copy,
  type CopyProblem,
} from './copy.ts';
import { isJsonObject, parseJson } from './import/json-value.ts';
import { listZip, readZipEntry, ZipError, type ZipArchive } from './zip.ts';

export interface CopyReading {
  /** SHA-256. */
  readonly digest: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Awaited between parts, so that a page can work meanwhile. */
  readonly pause: () => Promise<void>;
}

const zipLimits = {
  entries: 0xffff,
  entryBytes: copyLimits.entryBytes,
  totalBytes: copyLimits.totalBytes,
};

/** A copy of version 3: a zip with a file for each part. Never rejects. */
export async function readCopyParts(
  bytes: Uint8Array,
  reading: CopyReading,
): Promise<Copy | { readonly error: string }> {
  let archive: ZipArchive;
  try {
    archive = listZip(bytes, zipLimits);
  } catch (error) {
    return { error: `This file ${describe(error)}, so none of it was used. ${useAnother}` };
  }
  const reader = new PartReader(bytes, archive, reading);
  if (!archive.has('copy.json')) return { error: describeNoCopy() };
  const head = reader.readJson('copy.json');
  if (!isJsonObject(head)) {
    return { error: `This copy is damaged: copy.json cannot be read. ${useAnother}` };
  }
  const error = findHeadError(head);
  if (error !== undefined) return { error };
  return reader.read(head);
}

class PartReader {
  readonly #bytes: Uint8Array;
  readonly #archive: ZipArchive;
  readonly #reading: CopyReading;
  readonly #problems: CopyProblem[] = [];
  /** The names of the files by the folder they lie in. */
  readonly #namesByFolder = new Map<string, string[]>();

  constructor(bytes: Uint8Array, archive: ZipArchive, reading: CopyReading) {
    this.#bytes = bytes;
    this.#archive = archive;
    this.#reading = reading;
    for (const path of archive.keys()) {
      const nameStart = path.lastIndexOf('/') + 1;
      const folder = path.slice(0, nameStart);
      const names = this.#namesByFolder.get(folder);
      const name = path.slice(nameStart);
      if (names === undefined) this.#namesByFolder.set(folder, [name]);
      else names.push(name);
    }
  }

  async read(head: Readonly<Record<string, unknown>>): Promise<Copy> {
    const events = new CopyEvents();
    for (const name of this.#listParts('events/')) {
      events.add(this.#readList(name));
      await this.#reading.pause();
    }
    const found = events.list();
    const decks = await this.#readDecks(found);
    const media = await this.#readMedia();
    const problems = [
      ...listMissing('events', head.count, events.count),
      ...listMissing('decks', head.decks, this.#listDeckFolders().length),
      ...listMissing('media files', head.media, this.#listNames('media/').length),
      ...events.problems,
      ...this.#problems,
    ];
    return { savedAt: readInstant(head.savedAt), events: found, decks, media, problems };
  }

  /** What a part holds; undefined, and a problem, where it cannot be read. */
  readJson(name: string): unknown {
    const entry = this.#archive.get(name);
    if (entry === undefined) return undefined;
    try {
      const json = parseJson(new TextDecoder().decode(readZipEntry(this.#bytes, entry)));
      if (json !== undefined) return json;
      this.#report(name, 'is damaged');
    } catch (error) {
      this.#report(name, describe(error));
    }
    return undefined;
  }

  #readList(name: string): readonly unknown[] {
    const json = this.readJson(name);
    if (Array.isArray(json)) return json;
    if (json !== undefined) this.#report(name, 'is no list');
    return [];
  }

  async #readDecks(events: readonly AnyEvent[]): Promise<CopiedDeck[]> {
    const named = new Set(
      events.flatMap((event) =>
        event.kind === 'created' && 'edition' in event ? [`${event.subject}/${event.edition}`] : [],
      ),
    );
    const decks: CopiedDeck[] = [];
    const seen = new Set<string>();
    for (const folder of this.#listDeckFolders()) {
      const deck = await this.#readDeck(folder);
      if (deck === undefined) continue;
      if (!named.has(`${deck.home}/${deck.edition}`)) {
        this.#report(folder, 'is no deck that an event of the copy names');
      } else if (seen.has(deck.edition)) this.#report(folder, 'is a deck that is there already');
      else decks.push(deck);
      seen.add(deck.edition);
    }
    return decks;
  }

  async #readDeck(folder: string): Promise<CopiedDeck | undefined> {
    const name = `${folder}deck.json`;
    const json = this.readJson(name);
    if (json === undefined) return undefined;
    const parsed = parseDeckFacts(json);
    if ('error' in parsed) {
      this.#report(name, `has something wrong: ${parsed.error}`);
      return undefined;
    }
    const notes = new Map<string, CopiedNote>();
    let count = 0;
    for (const part of this.#listParts(folder)) {
      for (const item of this.#readList(part)) {
        count += 1;
        const note = parseCopiedNote(item, parsed.facts);
        if ('error' in note) this.#report(part, `has a note that cannot be used: ${note.error}`);
        else if (notes.has(note.id)) this.#report(part, 'has a note that is there already');
        else notes.set(note.id, note);
      }
      await this.#reading.pause();
    }
    for (const { message } of listMissing('notes', parsed.count, count)) {
      this.#report(folder, message.replace('the file', 'is a deck that'));
    }
    return { ...parsed.facts, notes: [...notes.values()] };
  }

  async #readMedia(): Promise<CopiedMedia[]> {
    const media: CopiedMedia[] = [];
    for (const hash of this.#listNames('media/')) {
      const name = `media/${hash}`;
      const entry = this.#archive.get(name);
      if (entry === undefined) continue;
      const read = () => readZipEntry(this.#bytes, entry);
      try {
        if (toHex(await this.#reading.digest(read())) === hash) media.push({ hash, read });
        else this.#report(name, 'is damaged: its content is another than its name says');
      } catch (error) {
        this.#report(name, describe(error));
      }
    }
    return media;
  }

  #listNames(folder: string): readonly string[] {
    return this.#namesByFolder.get(folder)?.filter((name) => name !== '') ?? [];
  }

  /** Parts are numbered from 1; whatever else lies there is of no program that writes copies. */
  #listParts(folder: string): string[] {
    return this.#listNames(folder)
      .flatMap((name) => /^([1-9]\d{0,5})\.json$/.exec(name)?.[1] ?? [])
      .sort((one, other) => Number(one) - Number(other))
      .map((number) => `${folder}${number}.json`);
  }

  #listDeckFolders(): string[] {
    return [...this.#namesByFolder.keys()]
      .filter((folder) => this.#archive.has(`${folder}deck.json`))
      .flatMap((folder) => /^decks\/([1-9]\d{0,5})\/$/.exec(folder)?.[1] ?? [])
      .sort((one, other) => Number(one) - Number(other))
      .map((number) => `decks/${number}/`);
  }

  #report(part: string, message: string): void {
    this.#problems.push({ event: null, message: `${part} ${message}` });
  }
}

function describe(error: unknown): string {
  return error instanceof ZipError ? error.message : 'is damaged';
}
