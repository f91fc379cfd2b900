import type { LearningPath } from '#src/domain/content.ts';
import { toStudyDay } from '#src/domain/day.ts';
import { toRoadmapDeck, type RoadmapId, type StudyDay } from '#src/domain/ids.ts';
import { isPlainIntroduction, type TopicWait } from '#src/domain/introduction.ts';
import { previewIntroduction, type PreviewInput } from '#src/domain/preview-introduction.ts';
import type { DeckSettings, Settings } from '#src/domain/settings.ts';
import { bankHome } from './bank.ts';
import type { CairnDatabase, RoadmapRecord } from './database.ts';
import { groupCards } from './group-cards.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';
import { findDeckSettings, loadWaitInput } from './wanted-cards.ts';

/** What an order of new cards can be previewed from, and the settings in force. */
export interface Introduction {
  readonly input: PreviewInput;
  readonly settings: DeckSettings;
}

/** A roadmap's new cards as of now; undefined where the bank has no such roadmap. */
export function loadIntroduction(store: Store, id: RoadmapId): Promise<Introduction | undefined> {
  return readIntroductions(store, async (settings, today) => {
    const record = await store.db.roadmaps.get(id);
    const input = record && (await loadPreviewInput(store.db, record, today));
    return input && { input, settings: findDeckSettings(settings, toRoadmapDeck(id)) };
  });
}

/** A followed roadmap of which no new card comes, because its order holds back all that are left. */
export interface HeldRoadmap {
  readonly id: RoadmapId;
  readonly title: string;
  /** How many new cards wait for a steadier topic. */
  readonly waiting: number;
  /** How many are not wanted at all. */
  readonly unwanted: number;
  /** The first topic that waits, if one does. */
  readonly wait?: TopicWait;
}

/** The followed roadmaps whose order lets no new card come now, though some are left. */
export function listHeldRoadmaps(store: Store): Promise<HeldRoadmap[]> {
  const { db } = store;
  return readIntroductions(store, async (settings, today) => {
    const held: HeldRoadmap[] = [];
    for (const id of settings.learner.roadmaps) {
      const own = findDeckSettings(settings, toRoadmapDeck(id));
      if (isPlainIntroduction(own)) continue;
      const record = await db.roadmaps.get(id);
      const input = record && (await loadPreviewInput(db, record, today));
      if (input === undefined) continue;
      const { fresh, wanted, waiting, waits } = previewIntroduction(input, own);
      if (fresh === 0 || waiting < wanted) continue;
      const wait = waits.find(({ cards }) => cards.length > 0);
      const { title } = input.roadmap;
      held.push({ id, title, waiting, unwanted: fresh - wanted, ...(wait && { wait }) });
    }
    return held;
  });
}

/** A followed roadmap with the learning paths through it and the one in force. */
export interface PathChoice {
  readonly id: RoadmapId;
  readonly title: string;
  readonly paths: readonly LearningPath[];
  /** Null where the roadmap's own order is in force. */
  readonly path: string | null;
}

/** The followed roadmaps that learning paths lead through. */
export function listPathChoices(store: Store): Promise<PathChoice[]> {
  return readIntroductions(store, async (settings) => {
    const records = await store.db.roadmaps.bulkGet([...settings.learner.roadmaps]);
    return records.flatMap((record) => {
      if (record?.roadmap.paths === undefined) return [];
      const { id, title, paths } = record.roadmap;
      const { path } = findDeckSettings(settings, toRoadmapDeck(id));
      const isThere = paths.some((each) => each.id === path);
      return [{ id, title, paths, path: isThere ? path : null }];
    });
  });
}

async function loadPreviewInput(
  db: CairnDatabase,
  record: RoadmapRecord,
  today: StudyDay,
): Promise<PreviewInput | undefined> {
  const bank = await db.bank.get(bankHome);
  if (bank === undefined) return undefined;
  const { roadmap } = record;
  const cards = groupCards(bank.index, [record]);
  return { roadmap, cards, ...(await loadWaitInput(db, roadmap.id, today)) };
}

function readIntroductions<Result>(
  { db, clock }: Store,
  read: (settings: Settings, today: StudyDay) => Promise<Result>,
): Promise<Result> {
  const now = clock.now();
  const offset = clock.offsetMinutes(now);
  const tables = [db.kept, db.schedules, db.memories, db.roadmaps, db.bank, db.events];
  return withStorageErrors(() =>
    db.transaction('r', tables, async () => {
      const settings = await loadSettings(db);
      return read(settings, toStudyDay(now, offset, settings.learner.rolloverMinutes));
    }),
  );
}
