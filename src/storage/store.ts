import { Dexie } from 'dexie';
import type { BankAliases, BankIndex, CompiledNote, CompiledRoadmap } from '#src/domain/content.ts';
import { toHex } from '#src/domain/hex.ts';
import type { DeviceId, Instant, NoteId } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import { CairnDatabase } from './database.ts';
import { StorageError, toStorageError, type StorageTrouble } from './storage-error.ts';

/** Time, place and chance, handed in so that everything below can be run on any day and repeated. */
export interface Clock {
  now(): Instant;
  /** Minutes east of UTC at that instant where the learner is. */
  offsetMinutes(at: Instant): number;
  randomBytes(count: number): Uint8Array;
}

/** The open store: what every function of this folder takes first. */
export interface Store {
  readonly db: CairnDatabase;
  readonly clock: Clock;
  readonly device: DeviceId;
  /** Reads a JSON file of the shipped decks by its name; rejects where it cannot be had. */
  readonly fetchDeckFile: FetchDeckFile;
  readonly noteFormats: NoteFormats;
}

/** A note to compile, and what it cannot say of itself. */
export interface NoteToCompile {
  readonly id: NoteId;
  readonly source: NoteSource;
  /** What draws it, for a `template` note. */
  readonly noteType?: NoteType;
  /** As it came, where it did: its concept and range stay. */
  readonly before?: CompiledNote;
}

/** Between what learners write or bring and what cards and roadmaps show. Handed in: storage knows no formats. */
export interface NoteFormats {
  /** A string is what is wrong with the text. Never called inside a transaction. */
  compile(note: NoteToCompile): Promise<CompiledNote | string>;
  /** A shipped note's Markdown; undefined where it cannot be edited field by field. */
  read(markdown: string): Promise<NoteSource | undefined>;
  /** The roadmap linked to the concepts of the bank that its topics name now. Never called inside a transaction. */
  linkRoadmap(
    roadmap: CompiledRoadmap,
    index: BankIndex,
    aliases: BankAliases,
  ): Promise<CompiledRoadmap>;
}

export type FetchDeckFile = (file: string) => Promise<unknown>;

export interface OpenOptions {
  readonly name?: string;
  readonly clock: Clock;
  readonly fetchDeckFile: FetchDeckFile;
  readonly noteFormats: NoteFormats;
  /** Called when the opened store stops working for good: reloading is the way on. */
  readonly onLost?: (trouble: StorageTrouble) => void;
}

const blockedAfterMs = 3000;

/** Databases closed on purpose: Dexie tells of that as of a lost connection. */
const left = new WeakSet<CairnDatabase>();

/**
 * Opens the learner's store, making it on the first visit. Rejects with a `StorageError` where it is
 * blocked by another tab, was written by a newer app, or cannot be had in this window.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const { name = 'cairn', clock, fetchDeckFile, noteFormats, onLost } = options;
  const db = new CairnDatabase(name);
  let isOpen = false;
  const lose = (trouble: StorageTrouble) => {
    if (isOpen && !left.has(db)) onLost?.(trouble);
    isOpen = false;
  };
  db.on('close', () => {
    lose('closed');
  });
  db.on('versionchange', ({ newVersion }) => {
    // Another tab wants to upgrade or erase: hold nothing open, and say so.
    lose(newVersion === null ? 'closed' : 'newer');
    db.close();
    return false;
  });
  try {
    await Promise.race([db.open(), rejectWhenBlocked(db)]);
    const device = await findDevice(db, clock);
    isOpen = true;
    return { db, clock, device, fetchDeckFile, noteFormats };
  } catch (error) {
    db.close();
    throw toStorageError(error);
  }
}

/** Dexie waits for ever behind another tab; a learner should not. */
function rejectWhenBlocked(db: CairnDatabase): Promise<never> {
  return new Promise((_, reject) => {
    db.on('blocked', () => {
      setTimeout(() => {
        if (!db.isOpen()) reject(new StorageError('blocked'));
      }, blockedAfterMs);
    });
  });
}

/** This installation's id, minted on its first start and never copied. */
async function findDevice(db: CairnDatabase, clock: Clock): Promise<DeviceId> {
  const kept = await db.kept.get('device');
  if (typeof kept?.value === 'string') return kept.value as DeviceId;
  return db.transaction('rw', db.kept, async () => {
    // Another tab may have been first.
    const again = await db.kept.get('device');
    if (typeof again?.value === 'string') return again.value as DeviceId;
    const device = toHex(clock.randomBytes(10));
    await db.kept.put({ key: 'device', value: device });
    return device as DeviceId;
  });
}

/** Closes the store, as tests and a leaving page do. */
export function closeStore({ db }: Store): void {
  left.add(db);
  db.close();
}

/** Erases everything this device holds of Cairn. There is no way back but a saved copy. */
export async function eraseStore(store: Store): Promise<void> {
  closeStore(store);
  await Dexie.delete(store.db.name);
}
