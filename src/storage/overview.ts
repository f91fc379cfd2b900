import { toStudyDay } from '#src/domain/day.ts';
import type { CompiledRoadmap, CompiledTopic, ManifestRoadmap } from '#src/domain/content.ts';
import type { CardId, HomeId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { recall } from '#src/domain/memory.ts';
import type { Moment, Present } from '#src/domain/moment.ts';
import { ownRoadmapPrefix } from '#src/domain/own-roadmap.ts';
import { measureProgress, type Progress } from '#src/domain/progress.ts';
import { listCardsBelow, walkTopics } from '#src/domain/roadmap-cards.ts';
import { measureRoadmap, type RoadmapMeasure } from '#src/domain/roadmap-progress.ts';
import type { CardState } from '#src/domain/schedule.ts';
import { schedulingSettings } from '#src/domain/settings-history.ts';
import type { Settings } from '#src/domain/settings.ts';
import { bankHome } from './bank.ts';
import type { CairnDatabase, RoadmapRecord } from './database.ts';
import { groupCards } from './group-cards.ts';
import { loadGoneCards } from './gone-cards.ts';
import { listBlocks } from './blocks.ts';
import { listBlockCards, scanScheduled } from './due-block.ts';
import { listOwnRecords } from './own-record.ts';
import { listEntries } from './schedule-block.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

interface Reading {
  readonly settings: Settings;
  readonly present: Present;
  /** What is remembered of these cards, as of the present unless another moment is given. */
  readonly measure: (cards: readonly CardId[], moment?: Moment) => Progress;
}

/** One roadmap with what is remembered of it. */
export interface RoadmapProgress extends RoadmapMeasure {
  readonly roadmap: CompiledRoadmap;
  readonly present: Present;
  /** Whether it is one that the learner brought and that waits to be linked to the bank. */
  readonly isWaiting: boolean;
  /** Measures the roadmap as of another moment. */
  readonly measureAt: (moment: Moment) => RoadmapMeasure;
}

/** A roadmap and the learner's progress in all its parts; undefined where the bank has no such one. */
export function loadRoadmap(store: Store, id: RoadmapId): Promise<RoadmapProgress | undefined> {
  const { db } = store;
  return readPresent(store, async ({ present, measure }) => {
    const [record, bank] = await Promise.all([db.roadmaps.get(id), db.bank.get(bankHome)]);
    if (record === undefined || bank === undefined) return undefined;
    const { roadmap } = record;
    const cards = groupCards(bank.index, [record]);
    const measureAt = (moment: Moment) =>
      measureRoadmap(roadmap, cards, (list) => measure(list, moment));
    const isWaiting = record.own?.isLinked === false;
    return { roadmap, present, isWaiting, measureAt, ...measureAt(present) };
  });
}

/** A section of a followed roadmap, as the strips on Today show it. */
export interface SectionStrip {
  readonly id: TopicId;
  readonly title: string;
  readonly progress: Progress;
}

export interface RoadmapStrip {
  readonly id: RoadmapId;
  readonly title: string;
  readonly sections: readonly SectionStrip[];
  readonly whole: Progress;
}

/** The followed roadmaps, in the learner's order, by section. */
export function loadStrips(store: Store): Promise<RoadmapStrip[]> {
  const { db } = store;
  return readPresent(store, async ({ settings, measure }) => {
    const ids = settings.learner.roadmaps;
    const [records, bank] = await Promise.all([
      db.roadmaps.bulkGet([...ids]),
      db.bank.get(bankHome),
    ]);
    if (bank === undefined) return [];
    const cards = groupCards(bank.index, records);
    return records.flatMap((record) => {
      if (record === undefined) return [];
      const { id, title, sections } = record.roadmap;
      const strips = sections.map((section) => ({
        id: section.id,
        title: section.title,
        progress: measure(listCardsBelow(section.topics, cards)),
      }));
      const whole = measure(listCardsBelow(allTopics(record.roadmap), cards));
      return [{ id, title, sections: strips, whole }];
    });
  });
}

function allTopics({ sections }: CompiledRoadmap): CompiledTopic[] {
  return sections.flatMap((section) => section.topics);
}

/** A roadmap as lists of them show it. */
export interface RoadmapSummary extends Omit<ManifestRoadmap, 'file'> {
  /** Whether the learner brought it. */
  readonly isOwn: boolean;
}

/** The shipped roadmaps, then those that the learner brought; empty before the bank was fetched. */
export async function listRoadmaps({ db }: Store): Promise<readonly RoadmapSummary[]> {
  const [bank, own] = await withStorageErrors(() =>
    Promise.all([db.bank.get(bankHome), listOwnRecords(db)]),
  );
  if (bank === undefined) return [];
  const shipped = bank.manifest.roadmaps.map((roadmap) => ({ ...roadmap, isOwn: false }));
  return [...shipped, ...own.map(summarise)];
}

function summarise({ id, roadmap, introduction }: RoadmapRecord): RoadmapSummary {
  return {
    ...{ id, title: roadmap.title, isOwn: true },
    sections: roadmap.sections.length,
    topics: [...walkTopics(roadmap)].length,
    cards: introduction === '' ? 0 : introduction.split('\n').length,
  };
}

/** How many cards come due on each of the coming days; the first day takes in all that is overdue. */
export function loadForecast(store: Store, days: number): Promise<number[]> {
  const { db } = store;
  return readPresent(store, async ({ present: { today } }) => {
    const counts = new Array<number>(days).fill(0);
    const gone = await loadGoneCards(db);
    for (const block of await db.schedules.toArray()) {
      const cards = gone.size === 0 ? [] : listBlockCards(block);
      scanScheduled(block, today, (position, _, dueDay) => {
        const card = cards[position];
        if (card !== undefined && gone.has(card)) return;
        const ahead = Math.max(0, (dueDay ?? today) - today);
        if (ahead < days) counts[ahead] = (counts[ahead] ?? 0) + 1;
      });
    }
    return counts;
  });
}

/** Reads within one transaction, as of one moment. */
async function readPresent<Result>(
  { db, clock }: Store,
  read: (reading: Reading) => Promise<Result>,
): Promise<Result> {
  const now = clock.now();
  const offset = clock.offsetMinutes(now);
  return withStorageErrors(() =>
    db.transaction('r', [db.kept, db.schedules, db.memories, db.roadmaps, db.bank], async () => {
      const [settings, states] = await Promise.all([loadSettings(db), listRoadmapStates(db)]);
      const { rolloverMinutes } = settings.learner;
      const today = toStudyDay(now, offset, rolloverMinutes);
      const present: Present = { states, now, today, offset, rolloverMinutes };
      const { leechLapses, parameters } = schedulingSettings(settings, bankHome);
      return read({
        settings,
        present,
        measure: (cards, moment = present) =>
          measureProgress({
            ...{ cards, states: moment.states, now: moment.now, today: moment.today, leechLapses },
            recall: (memory, elapsed) => recall(memory, elapsed, parameters),
          }),
      });
    }),
  );
}

/**
 * The states of all cards that roadmaps show: the bank's, and those the learner wrote for roadmaps of their
 * own; a card without an entry is new and unmarked. In the caller's transaction, if any.
 */
export async function listRoadmapStates(db: CairnDatabase): Promise<Map<CardId, CardState>> {
  const own = await db.roadmaps.where('id').startsWith(ownRoadmapPrefix).primaryKeys();
  const homes = [bankHome, ...(own as string[] as HomeId[])];
  const blocks = await Promise.all(homes.map((home) => listBlocks(db, home)));
  return new Map(
    blocks
      .flat()
      .flatMap((block) => listEntries(block).map(({ card, state }) => [card, state] as const)),
  );
}
