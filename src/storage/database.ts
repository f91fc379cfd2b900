import { Dexie, type Table } from 'dexie';
import type {
  BankIndex,
  CompiledNote,
  CompiledRoadmap,
  DeckManifest,
} from '#src/domain/content.ts';
import type { DeckOrigin } from '#src/domain/copied-deck.ts';
import type { DeckState } from '#src/domain/deck-state.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import type {
  CardId,
  ConceptId,
  EventId,
  HomeId,
  Instant,
  NoteId,
  RoadmapId,
} from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type { NoteState } from '#src/domain/note-state.ts';
import type { NoteType } from '#src/domain/note-type.ts';
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
  readonly packs: readonly PackCards[];
  /** Packs of the version before, kept until this one is settled. */
  readonly previous: readonly string[];
  /** The stored content it shows; absent for the bank and for decks of the learner's own. */
  readonly edition?: string;
  /** Paths of the decks within it, as they came; absent where it is one deck. */
  readonly decks?: readonly string[];
  /** Where the learner moved decks, by the path they came with. */
  readonly moved?: DeckState['moved'];
  /** Paths, as they came, of decks that are not asked. */
  readonly resting?: DeckState['resting'];
  /** What draws its `template` notes. */
  readonly noteTypes?: readonly NoteType[];
}

export interface PackCards {
  readonly id: string;
  /** One a line. */
  readonly cards: string;
  /** For each card its deck, as a position in the home's `decks`; absent where all lie in the first. */
  readonly decks?: Int32Array;
}

/**
 * What one import brought into a home, beside its packs. It is there before anyone can see it: the
 * home shows it once an event names it, in the transaction that writes the event.
 */
export interface EditionRecord {
  readonly id: string;
  readonly home: HomeId;
  readonly title: string;
  readonly packs: readonly PackCards[];
  /** Paths as they came. */
  readonly decks: readonly string[];
  readonly noteTypes: readonly NoteType[];
  readonly origin: DeckOrigin;
  /** When it was last written to, or shown: what is neither in use nor of the last days is cleared. */
  readonly touchedAt: Instant;
  /** Whether an event ever named it. */
  readonly isComplete: boolean;
}

export type { DeckOrigin };

/** What notes were made from, for editing and export: a review never reads it. */
export interface SourceRecord {
  /** That of the pack with the same notes. */
  readonly id: string;
  readonly home: HomeId;
  /** In the order of the pack; null for a `template` note, which holds all it was made from. */
  readonly sources: readonly (NoteSource | null)[];
}

/** A picture, sound or film, once for all decks that name it. */
export interface MediaRecord {
  /** SHA-256, in hexadecimal digits. */
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly addedAt: Instant;
}

/** The hash of each file by the name that an edition's notes call it. */
export interface MediaNamesRecord {
  readonly edition: string;
  readonly home: HomeId;
  readonly hashes: ReadonlyMap<string, string>;
}

/** A note as the learner made it or changed it; derived from events. */
export interface OverlayRecord extends NoteState {
  readonly note: NoteId;
  readonly home: HomeId;
  /** What its cards show; absent until it is compiled, and where it cannot be. */
  readonly compiled?: CompiledNote;
  /** 1 while it waits to be compiled; absent else, so that an index finds those alone. */
  readonly pending?: 1;
  /** When it was last changed, to know what undo may still ask for. */
  readonly changedAt: Instant;
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
  /** For one that the learner brought; absent for a shipped one. */
  readonly own?: OwnRoadmapFacts;
}

/** What is known of a learner's own roadmap beside its tree. */
export interface OwnRoadmapFacts {
  /** The event that brought the tree. */
  readonly event: EventId;
  /** Its title as it came, whatever it is called now. */
  readonly title: string;
  /** False while it waits to be linked to the bank as it is now. */
  readonly isLinked: boolean;
  /** The cards of the notes that the learner wrote for its topics, by the concept that each lends. */
  readonly cards: ReadonlyMap<ConceptId, readonly CardId[]>;
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
  declare readonly editions: Table<EditionRecord, string>;
  declare readonly sources: Table<SourceRecord, string>;
  declare readonly media: Table<MediaRecord, string>;
  declare readonly mediaNames: Table<MediaNamesRecord, string>;
  declare readonly overlays: Table<OverlayRecord, NoteId>;

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
    // Decks that learners bring or make.
    this.version(3).stores({
      editions: 'id, home',
      sources: 'id, home',
      media: 'hash',
      mediaNames: 'edition, home',
      overlays: 'note, home, pending',
    });
  }
}
