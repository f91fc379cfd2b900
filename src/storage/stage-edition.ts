import { listCards, type CompiledNote } from '#src/domain/content.ts';
import { toHex } from '#src/domain/hex.ts';
import type { HomeId } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import type { DeckOrigin, EditionRecord, PackRecord, SourceRecord } from './database.ts';
import { toPackCards } from './home-record.ts';
import { clearEdition } from './leftovers.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** One note that an import brings. */
export interface BroughtNote {
  readonly note: CompiledNote;
  /** What it was made from; null for a `template` note, which holds all of that. */
  readonly source: NoteSource | null;
  /** The deck of each of its cards, as a position in `BroughtContent.decks`. */
  readonly decks: readonly number[];
}

export interface BroughtMedia {
  /** As the notes call it. */
  readonly name: string;
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** What an import brings into a home, besides what was learned of it. */
export interface BroughtContent {
  readonly home: HomeId;
  readonly title: string;
  /** In order of introduction; their ids begin with the home's. */
  readonly notes: readonly BroughtNote[];
  readonly decks: readonly string[];
  readonly noteTypes: readonly NoteType[];
  readonly origin: DeckOrigin;
  readonly media: readonly BroughtMedia[];
}

/** An edition that has its id elsewhere, and whose files come apart from it. */
export interface KnownEdition {
  readonly id: string;
  /** The SHA-256 of each file by the name that its notes call it. */
  readonly hashes: ReadonlyMap<string, string>;
}

export interface StagingOptions {
  /** Called after each transaction with how much of all there is was written. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asks to stop; what was written so far is cleared. */
  readonly signal?: AbortSignal;
  /** Absent for an import, which mints an id. */
  readonly known?: KnownEdition;
}

const notesPerPack = 100;
const packsPerTransaction = 20;
const mediaBytesPerTransaction = 8_000_000;
/** Well within what upkeep waits before it takes an import for one that was broken off. */
const touchEveryMs = 60_000;

/**
 * Writes an edition where nobody sees it, in several transactions. Returns its id, or null where it
 * was asked to stop; a failure rejects. In both cases what was written is cleared; where the tab is
 * closed in the middle it stays out of sight until upkeep does that.
 */
export async function stageEdition(
  store: Store,
  content: BroughtContent,
  { onProgress, signal, known }: StagingOptions = {},
): Promise<string | null> {
  const { db } = store;
  const id = known?.id ?? mintEdition(store, content.home);
  const { edition, packs, sources } = toRecords(store, id, content);
  const touch = makeTouch(store, edition);
  const steps = [
    ...toMediaSteps(store, content.media),
    ...Array.from({ length: Math.ceil(packs.length / packsPerTransaction) }, (_, index) => {
      const start = index * packsPerTransaction;
      const end = start + packsPerTransaction;
      return { packs: packs.slice(start, end), sources: sources.slice(start, end) };
    }).map((part) => () => writePacks(store, part, touch)),
  ];
  const hashes = known?.hashes ?? new Map(content.media.map(({ name, hash }) => [name, hash]));
  await withStorageErrors(() =>
    db.transaction('rw', [db.editions, db.mediaNames], async () => {
      await db.editions.put(edition);
      // Named before they are there, so that nobody takes them for unused.
      await db.mediaNames.put({ edition: id, home: content.home, hashes });
    }),
  );
  try {
    await writeInTurn(steps, signal, (done) => onProgress?.(done, steps.length));
  } catch (error) {
    // Makes room again; where even that fails, upkeep will.
    await clearEdition(store, id).catch(() => undefined);
    throw error;
  }
  if (signal?.aborted !== true) return id;
  await clearEdition(store, id);
  return null;
}

/**
 * Writes step after step. The next one is handed over while the database still makes the one before
 * it durable: else each would wait for the other.
 */
async function writeInTurn(
  steps: readonly (() => Promise<void>)[],
  signal: AbortSignal | undefined,
  onDone: (done: number) => void,
): Promise<void> {
  const written: Promise<void>[] = [];
  try {
    for (const [index, step] of steps.entries()) {
      if (signal?.aborted === true) return;
      written.push(withStorageErrors(step));
      if (index === 0) continue;
      await written[index - 1];
      onDone(index);
    }
    await written.at(-1);
    onDone(steps.length);
  } finally {
    // What is cleared next must not be written after that.
    await Promise.allSettled(written);
  }
}

function mintEdition({ clock }: Store, home: HomeId): string {
  return `${home}.${toHex(clock.randomBytes(8))}`;
}

function toRecords({ clock }: Store, id: string, content: BroughtContent) {
  const { home, title, notes, decks, noteTypes, origin } = content;
  const packs: PackRecord[] = [];
  const sources: SourceRecord[] = [];
  const cards: EditionRecord['packs'][number][] = [];
  for (let start = 0; start < notes.length; start += notesPerPack) {
    const members = notes.slice(start, start + notesPerPack);
    const pack = `${id}/${packs.length}`;
    packs.push({ id: pack, home, notes: members.map(({ note }) => note) });
    if (members.some(({ source }) => source !== null)) {
      sources.push({ id: pack, home, sources: members.map(({ source }) => source) });
    }
    const placed = members.flatMap((member) =>
      listCards(member.note).map((card, position) => ({ card, deck: member.decks[position] ?? 0 })),
    );
    cards.push(toPackCards(pack, placed));
  }
  const edition: EditionRecord = {
    ...{ id, home, title, packs: cards, decks, noteTypes, origin },
    touchedAt: clock.now(),
    isComplete: false,
  };
  return { edition, packs, sources };
}

/** Tells from time to time that an import is still at work: an edition is large, and telling writes it. */
function makeTouch({ db, clock }: Store, { id, touchedAt }: EditionRecord) {
  let last = touchedAt;
  return async () => {
    const now = clock.now();
    if (now - last < touchEveryMs) return;
    last = now;
    await db.editions.update(id, { touchedAt: now });
  };
}

function writePacks(
  { db }: Store,
  part: { readonly packs: readonly PackRecord[]; readonly sources: readonly SourceRecord[] },
  touch: () => Promise<void>,
): Promise<void> {
  return db.transaction('rw', [db.packs, db.sources, db.editions], async () => {
    await Promise.all([db.packs.bulkPut(part.packs), db.sources.bulkPut(part.sources), touch()]);
  });
}

/** One step for each few megabytes of files. */
function toMediaSteps(store: Store, media: readonly BroughtMedia[]) {
  const parts: BroughtMedia[][] = [];
  let bytes = Infinity;
  const seen = new Set<string>();
  for (const file of media) {
    if (seen.has(file.hash)) continue;
    seen.add(file.hash);
    if (bytes >= mediaBytesPerTransaction) {
      parts.push([]);
      bytes = 0;
    }
    bytes += file.bytes.length;
    parts.at(-1)?.push(file);
  }
  return parts.map((part) => () => addMedia(store, part));
}

/** Keeps files, in one transaction: those of them that this device does not hold yet. */
export function addMedia(
  { db, clock }: Store,
  files: readonly { readonly hash: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  return db.transaction('rw', db.media, async () => {
    const hashes = files.map(({ hash }) => hash);
    const held = new Set(await db.media.where('hash').anyOf(hashes).primaryKeys());
    const added = files.filter(({ hash }) => !held.has(hash));
    const addedAt = clock.now();
    await db.media.bulkPut(added.map(({ hash, bytes }) => ({ hash, bytes, addedAt })));
  });
}
