import { listCards } from '#src/domain/content.ts';
import type { CopiedDeck, CopiedMedia } from '#src/domain/copied-deck.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import { toOrdinal } from '#src/domain/ids.ts';
import { previewEvents, restoreEvents, type EventsPreview } from './copy.ts';
import { clearEdition } from './leftovers.ts';
import { addMedia, stageEdition, type BroughtNote } from './stage-edition.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** A copy, as far as it is brought in. */
export interface CopyToRestore {
  readonly events: readonly AnyEvent[];
  readonly decks: readonly CopiedDeck[];
  readonly media: readonly CopiedMedia[];
}

/** What bringing a copy in would do. */
export interface RestorePreview extends EventsPreview {
  /** What the copy holds of decks that were brought in and this device lacks. */
  readonly lacking: { readonly decks: number; readonly notes: number; readonly media: number };
}

/** Compares a copy with what the device holds; writes nothing. */
export async function previewRestore(store: Store, copy: CopyToRestore): Promise<RestorePreview> {
  const [events, { decks, media }] = await Promise.all([
    previewEvents(store, copy.events),
    findLacking(store, copy),
  ]);
  const notes = decks.reduce((sum, deck) => sum + deck.notes.length, 0);
  return { ...events, lacking: { decks: decks.length, notes, media: media.length } };
}

/** What a learner is told of while a copy comes in. */
export interface RestoreOptions {
  readonly how: 'merge' | 'replace';
  /** Called with how much of all decks and files was written. */
  readonly onProgress?: (done: number, total: number) => void;
}

const mediaBytesAtOnce = 8_000_000;

/**
 * Brings a copy in: its decks and files are staged out of sight, then one transaction adds its events
 * and shows them, or puts them in the place of what was here. Until that transaction commits, nothing
 * has changed, whatever happens. Doing it twice changes nothing. Rejects with a `StorageError`.
 * Returns how many notes could not be compiled by this version of the app and were left out.
 *
 * After replacing, the page must be loaded again: see `restoreEvents`.
 */
export async function restoreCopy(
  store: Store,
  copy: CopyToRestore,
  { how, onProgress }: RestoreOptions,
): Promise<{ readonly leftOut: number }> {
  const { decks, media } = await findLacking(store, copy);
  const total = decks.length + media.length;
  const staged: CopiedDeck[] = [];
  let leftOut = 0;
  try {
    for (const deck of decks) {
      staged.push(deck);
      leftOut += await stageDeck(store, deck);
      onProgress?.(staged.length, total);
    }
    for (let start = 0; start < media.length;) {
      start += await addSome(store, media.slice(start));
      onProgress?.(decks.length + start, total);
    }
    await restoreEvents(
      store,
      copy.events,
      how,
      staged.map(({ edition, home }) => ({ edition, home })),
    );
  } catch (error) {
    // Makes room again; where even that fails, upkeep will.
    for (const { edition } of staged) await clearEdition(store, edition).catch(() => undefined);
    throw error;
  }
  return { leftOut };
}

async function findLacking({ db }: Store, copy: CopyToRestore) {
  return withStorageErrors(async () => {
    const [editions, media] = await Promise.all([
      db.editions.toArray(),
      db.media.toCollection().primaryKeys(),
    ]);
    const complete = new Set(editions.flatMap(({ id, isComplete }) => (isComplete ? [id] : [])));
    const held = new Set(media);
    return {
      decks: copy.decks.filter(({ edition }) => !complete.has(edition)),
      media: copy.media.filter(({ hash }) => !held.has(hash)),
    };
  });
}

/** Compiles a deck's notes and writes them out of sight; returns how many could not be compiled. */
async function stageDeck(store: Store, deck: CopiedDeck): Promise<number> {
  const typeByKey = new Map(deck.noteTypes.map((type) => [type.key, type]));
  const notes: BroughtNote[] = [];
  for (const { id, source, decks } of deck.notes) {
    const noteType = typeByKey.get(source.noteType ?? '');
    const note = await store.noteFormats.compile({ id, source, ...(noteType && { noteType }) });
    if (typeof note === 'string') continue;
    const places = listCards(note).map((card) => decks[toOrdinal(card)] ?? 0);
    notes.push({ note, source: note.kind === 'template' ? null : source, decks: places });
  }
  const { edition, home, title, noteTypes, origin, media } = deck;
  const content = { home, title, notes, decks: deck.decks, noteTypes, origin, media: [] };
  await stageEdition(store, content, { known: { id: edition, hashes: media } });
  return deck.notes.length - notes.length;
}

/** Writes the first of these files, a few megabytes at most but one at least; returns how many. */
async function addSome(store: Store, media: readonly CopiedMedia[]): Promise<number> {
  const files: { hash: string; bytes: Uint8Array }[] = [];
  let bytes = 0;
  for (const { hash, read } of media) {
    const content = read();
    files.push({ hash, bytes: content });
    bytes += content.length;
    if (bytes >= mediaBytesAtOnce) break;
  }
  await withStorageErrors(() => addMedia(store, files));
  return files.length;
}
