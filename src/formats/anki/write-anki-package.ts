import type { Instant } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type { NoteType } from '../import/imported-deck.ts';
import type { LoadSqlite, SqliteDatabase, SqlRow } from '../sqlite.ts';
import { writeZip } from '../zip.ts';
import type { ExportedDeck } from './exported-deck.ts';
import { writeOwnNote, type WrittenNote } from './own-notes.ts';
import {
  toConfigJson,
  toDeckJson,
  toModelJson,
  toOptionsJson,
  toWrittenDays,
} from './write-collection-facts.ts';
import { toCardRow, toLogRows, toNoteRow } from './write-rows.ts';

export interface AnkiWriting {
  readonly loadSqlite: LoadSqlite;
  readonly now: Instant;
}

/**
 * Writes a deck as an Anki package of schema 11, which every Anki opens: notes with their types, deck
 * tree, tags, flags, suspension, schedules, history and media. Cards without `schedule` and `reviews`
 * leave as new ones. Where the deck says no zone, its days are those of UTC.
 *
 * Throws where a `template` note names a note type that the deck does not bring.
 */
export async function writeAnkiPackage(
  deck: ExportedDeck,
  { loadSqlite, now }: AnkiWriting,
): Promise<Uint8Array> {
  const sqlite = await loadSqlite();
  const db = sqlite.create();
  try {
    db.run('BEGIN');
    for (const sql of schema) db.run(sql);
    new CollectionWriter(db, deck, now).write();
    db.run('COMMIT');
    const files = new Map([['collection.anki2', db.export()]]);
    deck.media.forEach(({ bytes }, index) => files.set(String(index), bytes));
    const names = Object.fromEntries(deck.media.map(({ name }, index) => [String(index), name]));
    files.set('media', new TextEncoder().encode(JSON.stringify(names)));
    // Media files, which are numbers here, are packed already.
    return writeZip(files, (name) => /^\d+$/.test(name));
  } finally {
    db.close();
  }
}

const schema = [
  'CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL)',
  'CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL)',
  'CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL)',
  'CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL)',
  'CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL)',
];

/** Made once the rows are in. */
const indexes = [
  'CREATE INDEX ix_notes_usn ON notes (usn)',
  'CREATE INDEX ix_cards_usn ON cards (usn)',
  'CREATE INDEX ix_revlog_usn ON revlog (usn)',
  'CREATE INDEX ix_cards_nid ON cards (nid)',
  'CREATE INDEX ix_cards_sched ON cards (did, queue, due)',
  'CREATE INDEX ix_revlog_cid ON revlog (cid)',
  'CREATE INDEX ix_notes_csum ON notes (csum)',
];

class CollectionWriter {
  readonly #db: SqliteDatabase;
  readonly #deck: ExportedDeck;
  readonly #now: Instant;
  readonly #seconds: number;
  readonly #typeByKey: ReadonlyMap<string, NoteType>;
  readonly #types = new Map<NoteType, number>();
  readonly #deckIds: ReadonlyMap<string, number>;

  constructor(db: SqliteDatabase, deck: ExportedDeck, now: Instant) {
    this.#db = db;
    this.#deck = deck;
    this.#now = now;
    this.#seconds = Math.floor(now / 1000);
    this.#typeByKey = new Map(deck.noteTypes.map((type) => [type.key, type]));
    this.#deckIds = nameDecks(deck.decks, now);
  }

  write(): void {
    const notes: SqlRow[] = [];
    const cards: SqlRow[] = [];
    const log: SqlRow[] = [];
    const days = toWrittenDays(this.#deck, this.#now);
    const claim = createClaim();
    const cardCount = this.#deck.notes.reduce((count, note) => count + note.cards.length, 0);
    this.#deck.notes.forEach((note, index) => {
      const written = this.#writeSource(note.source);
      const id = this.#now - this.#deck.notes.length + index;
      const noteType = this.#findTypeId(written.noteType);
      const row = { id, guid: note.key, noteType, tags: note.source.tags, values: written.values };
      notes.push(toNoteRow(row, this.#seconds));
      for (const card of note.cards) {
        const place = {
          id: this.#now - cardCount + cards.length,
          note: id,
          deck: this.#deckIds.get(this.#deck.decks[card.deck] ?? '') ?? 1,
          template: toTemplate(card.ordinal),
        };
        cards.push(toCardRow(place, card, days, index + 1, this.#seconds));
        for (const each of toLogRows(place.id, card.reviews ?? [], claim)) log.push(each);
      }
    });
    this.#insert('notes', notes);
    this.#insert('cards', cards);
    this.#insert('revlog', log);
    const { createdSeconds } = days;
    const config = toConfigJson(days, this.#deck.homes);
    const facts = [config, this.#models(), this.#decks(), this.#options(), {}];
    const json = facts.map((each) => JSON.stringify(each));
    this.#insert('col', [[1, createdSeconds, this.#now, this.#now, 11, 0, 0, 0, ...json]]);
    for (const sql of indexes) this.#db.run(sql);
  }

  #insert(table: string, rows: readonly SqlRow[]): void {
    const [first] = rows;
    if (first === undefined) return;
    this.#db.insert(`INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`, rows);
  }

  #writeSource({ kind, fields, noteType: key }: NoteSource): WrittenNote {
    if (kind !== 'template') return writeOwnNote({ kind, fields });
    const noteType = this.#typeByKey.get(key ?? '');
    if (noteType === undefined) throw new Error(`The note type ${key ?? ''} is not in the deck.`);
    const values = noteType.fields.map((name) =>
      (Object.hasOwn(fields, name) ? (fields[name] ?? '') : '').replaceAll('\u001f', ''),
    );
    return { noteType, values };
  }

  /** The id that the type had in Anki, where no other type of this package has it. */
  #findTypeId(noteType: NoteType): number {
    const known = this.#types.get(noteType);
    if (known !== undefined) return known;
    const taken = new Set(this.#types.values());
    let id = Number(noteType.key);
    if (!Number.isSafeInteger(id) || id <= 0) id = this.#now;
    while (taken.has(id)) id += 1;
    this.#types.set(noteType, id);
    return id;
  }

  #models(): object {
    const models = [...this.#types].map(([type, id]) => [id, toModelJson(id, type, this.#seconds)]);
    return Object.fromEntries(models) as object;
  }

  #decks(): object {
    const decks = [...this.#deckIds].map(([path, id]) => [id, toDeckJson(id, path, this.#seconds)]);
    return Object.fromEntries(decks) as object;
  }

  #options(): object {
    return { 1: toOptionsJson(this.#deck, this.#seconds) };
  }
}

const defaultDeck = 'Default';

/** An id for each deck and for those it lies in; Anki's first deck is in every collection. */
function nameDecks(paths: readonly string[], now: Instant): ReadonlyMap<string, number> {
  const ids = new Map([[defaultDeck, 1]]);
  for (const path of paths) {
    const parts = path.split('::');
    parts.forEach((_, index) => {
      const outer = parts.slice(0, index + 1).join('::');
      if (!ids.has(outer)) ids.set(outer, now + ids.size);
    });
  }
  return ids;
}

/** Position of a card's template: `1` and `c1` are the first. */
function toTemplate(ordinal: string): number {
  return ordinal === 'reverse' ? 1 : Number(ordinal.replace(/^c/, '')) - 1;
}

function createClaim(): (at: Instant) => number {
  const taken = new Set<number>();
  return (at) => {
    let id: number = at;
    while (taken.has(id)) id += 1;
    taken.add(id);
    return id;
  };
}
