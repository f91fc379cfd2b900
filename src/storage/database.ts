import { Dexie, type Table } from 'dexie';
import type {
  BankIndex,
  CompiledNote,
  CompiledRoadmap,
  DeckManifest,
} from '#src/domain/content.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import type { ConceptId, EventId, HomeId, RoadmapId } from '#src/domain/ids.ts';
import type { Place } from '#src/domain/roadmap-cards.ts';
import type { EventSegment } from './event-segment.ts';
import type { DueBlock } from './due-block.ts';
import { gatherDueBlocks } from './gather-due-blocks.ts';
import type { MemoryBlock } from './schedule-block.ts';

/** Notes of a home, about a hundred to a record; never changed once written. */
export interface PackRecord {
  /** The pack's file name, which holds its hash. */
  readonly id: string;
  readonly home: HomeId;
  readonly notes: readonly CompiledNote[];
}

/** What a home holds, without its text. */
export interface HomeRecord {
  readonly home: HomeId;
  readonly title: string;
  readonly version: string;
  /** Card ids in the order in which they are introduced, one a line, by pack. */
  readonly packs: readonly { readonly id: string; readonly cards: string }[];
  /** Packs of the version before, kept until this one is settled. */
  readonly previous: readonly string[];
}

/** The shipped bank's concepts and manifest beside its home record. */
export interface BankRecord {
  readonly home: HomeId;
  readonly manifest: DeckManifest;
  readonly index: BankIndex;
  /** Where each concept stands in the roadmaps, in the roadmaps' order. */
  readonly places: ReadonlyMap<ConceptId, readonly Place[]>;
}

export interface RoadmapRecord {
  readonly id: RoadmapId;
  readonly roadmap: CompiledRoadmap;
  /** The roadmap's card ids in the order in which they are introduced, one a line. */
  readonly introduction: string;
}

/** One row of the device (theme, its id) or of what is derived (the settings in force). */
export interface KeptRecord {
  readonly key: string;
  readonly value: unknown;
}

/**
 * Left to itself, Dexie answers a newer database by opening it without a version, and adds to it what
 * it misses there. Here that second try fails as the first did, and the newer data stays as it is.
 */
function openingNoNewer({ indexedDB: native }: { indexedDB?: IDBFactory }) {
  if (native === undefined) return {};
  const open = (name: string, version?: number) => {
    if (version === undefined) throw new DOMException('The database is newer.', 'VersionError');
    return native.open(name, version);
  };
  const deleteDatabase = (name: string) => native.deleteDatabase(name);
  return { indexedDB: { open, deleteDatabase, databases: () => native.databases() } };
}

/** Cairn's database. Only files of this folder touch it. */
export class CairnDatabase extends Dexie {
  declare readonly events: Table<AnyEvent, EventId>;
  declare readonly segments: Table<EventSegment, string>;
  declare readonly schedules: Table<DueBlock, [HomeId, number]>;
  declare readonly memories: Table<MemoryBlock, [HomeId, number]>;
  declare readonly homes: Table<HomeRecord, HomeId>;
  declare readonly packs: Table<PackRecord, string>;
  declare readonly bank: Table<BankRecord, HomeId>;
  declare readonly roadmaps: Table<RoadmapRecord, RoadmapId>;
  declare readonly kept: Table<KeptRecord, string>;

  constructor(name: string) {
    // Strict: a review that the screen calls saved must survive the device losing power.
    super(name, { chromeTransactionDurability: 'strict', ...openingNoNewer(globalThis) });
    // A released version is never edited; a new one is added below it.
    this.version(1).stores({
      events: 'id, subject, studyDay, act',
      segments: 'id, bucket, month, newest',
      schedules: '[home+bucket]',
      memories: '[home+bucket]',
      homes: 'home',
      packs: 'id, home',
      bank: 'home',
      roadmaps: 'id',
      kept: 'key',
    });
    // Due dates of eight buckets share a record from here on.
    this.version(2).stores({}).upgrade(gatherDueBlocks);
  }
}
