import type { RoadmapTree, TopicStatus } from '#src/domain/content.ts';
import { replayDeck, type BroughtRoadmap } from '#src/domain/deck-state.ts';
import { toHex } from '#src/domain/hex.ts';
import type { ActId, EventId, HomeId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { ownRoadmapPrefix } from '#src/domain/own-roadmap.ts';
import { performAct } from './act.ts';
import type { OwnRoadmapFacts } from './database.ts';
import { dropVoid, listSubjectEvents } from './event-log.ts';
import { linkOwnRoadmaps } from './link-own-roadmaps.ts';
import { listOwnRecords } from './own-record.ts';
import { listHomeTables, settleHomes } from './settle-home.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** A roadmap that the learner brought and that is there. */
export interface OwnRoadmap extends BroughtRoadmap {
  readonly id: RoadmapId;
  /** What it is called now. */
  readonly name: string;
  /** Those of the notes that the learner wrote for its topics. */
  readonly cards: OwnRoadmapFacts['cards'];
}

/** The roadmaps that the learner brought, with the trees they came with last. */
export function listOwnRoadmaps({ db }: Store): Promise<OwnRoadmap[]> {
  return withStorageErrors(() =>
    db.transaction('r', [db.roadmaps, db.events, db.segments], async () => {
      const found: OwnRoadmap[] = [];
      for (const { id, roadmap, own } of await listOwnRecords(db)) {
        const events = await listSubjectEvents(db, id);
        const brought = replayDeck(await dropVoid(db, events)).roadmap;
        if (brought === undefined || own === undefined) continue;
        found.push({ id, name: roadmap.title, cards: own.cards, ...brought });
      }
      return found;
    }),
  );
}

/** An id for a roadmap that a learner brings: no other has it, of theirs or shipped. */
export function mintRoadmapId({ clock }: Store): RoadmapId {
  return `${ownRoadmapPrefix}${toHex(clock.randomBytes(5))}` as RoadmapId;
}

/** A roadmap from a file, in the terms of this store. */
export interface RoadmapToBring {
  readonly id: RoadmapId;
  readonly title: string;
  readonly tree: RoadmapTree;
  /** The event that brought the tree it is to follow, null for a roadmap that is new. */
  readonly follows: EventId | null;
  /** What the file says of topics that it did not say before. */
  readonly statuses: ReadonlyMap<TopicId, TopicStatus>;
}

export type BroughtIn =
  | { readonly status: 'done'; readonly act: ActId }
  /** It was changed meanwhile, in another tab: nothing was written. */
  | { readonly status: 'taken' };

/**
 * Brings a roadmap in, or a newer version of one, in one act with the statuses it came with, which count as
 * set by hand; then links it. Events of topics that are gone stay. Where the links cannot be made now it is
 * there without them, and upkeep makes them. Rejects with a `StorageError`, and then nothing has changed.
 */
export async function importRoadmap(store: Store, brought: RoadmapToBring): Promise<BroughtIn> {
  const { db } = store;
  const { id, title, tree, follows, statuses } = brought;
  const home = id as string as HomeId;
  const imported = await performAct(
    store,
    { tables: listHomeTables(db) },
    async (writer): Promise<BroughtIn> => {
      const before = await db.roadmaps.get(id);
      if ((before?.own?.event ?? null) !== follows) return { status: 'taken' };
      writer.write({ kind: 'created', subject: home, title, roadmap: tree });
      for (const [subject, status] of statuses) {
        writer.write({ kind: 'status-set', subject, status });
      }
      await writer.flush();
      await settleHomes(db, [home], writer.at);
      return { status: 'done', act: writer.id() };
    },
  );
  await linkOwnRoadmaps(store);
  return imported;
}
