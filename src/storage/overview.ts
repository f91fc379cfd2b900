import { toStudyDay } from '#src/domain/day.ts';
import type { CompiledRoadmap, CompiledTopic, ManifestRoadmap } from '#src/domain/content.ts';
import type { CardId, RoadmapId, StudyDay, TopicId } from '#src/domain/ids.ts';
import { recall } from '#src/domain/memory.ts';
import { measureProgress, type Progress } from '#src/domain/progress.ts';
import { groupCardsByConcept, listCardsBelow } from '#src/domain/roadmap-cards.ts';
import type { CardState } from '#src/domain/schedule.ts';
import { schedulingSettings } from '#src/domain/settings-history.ts';
import type { Settings } from '#src/domain/settings.ts';
import { bankHome } from './bank.ts';
import type { CairnDatabase } from './database.ts';
import { loadGoneCards } from './gone-cards.ts';
import { listBlocks } from './blocks.ts';
import { listBlockCards, scanScheduled } from './due-block.ts';
import { listEntries } from './schedule-block.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

interface Moment {
  readonly settings: Settings;
  readonly today: StudyDay;
  measure(cards: readonly CardId[]): Progress;
}

/** One roadmap with what is remembered of it. */
export interface RoadmapProgress {
  readonly roadmap: CompiledRoadmap;
  /** By the id of every section and topic, each with all that lies below it. */
  readonly progress: ReadonlyMap<TopicId, Progress>;
  readonly whole: Progress;
}

/** A roadmap and the learner's progress in all its parts; undefined where the bank has no such one. */
export function loadRoadmap(store: Store, id: RoadmapId): Promise<RoadmapProgress | undefined> {
  const { db } = store;
  return readMoment(store, async (moment) => {
    const [record, bank] = await Promise.all([db.roadmaps.get(id), db.bank.get(bankHome)]);
    if (record === undefined || bank === undefined) return undefined;
    const { roadmap } = record;
    const cards = groupCardsByConcept(bank.index);
    const progress = new Map<TopicId, Progress>();
    const visit = (topic: CompiledTopic) => {
      progress.set(topic.id, moment.measure(listCardsBelow([topic], cards)));
      topic.topics?.forEach(visit);
    };
    for (const { id: section, topics } of roadmap.sections) {
      progress.set(section, moment.measure(listCardsBelow(topics, cards)));
      topics.forEach(visit);
    }
    return { roadmap, progress, whole: moment.measure(listCardsBelow(allTopics(roadmap), cards)) };
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
  return readMoment(store, async (moment) => {
    const ids = moment.settings.learner.roadmaps;
    const [records, bank] = await Promise.all([
      db.roadmaps.bulkGet([...ids]),
      db.bank.get(bankHome),
    ]);
    if (bank === undefined) return [];
    const cards = groupCardsByConcept(bank.index);
    return records.flatMap((record) => {
      if (record === undefined) return [];
      const { id, title, sections } = record.roadmap;
      const strips = sections.map((section) => ({
        id: section.id,
        title: section.title,
        progress: moment.measure(listCardsBelow(section.topics, cards)),
      }));
      const whole = moment.measure(listCardsBelow(allTopics(record.roadmap), cards));
      return [{ id, title, sections: strips, whole }];
    });
  });
}

function allTopics({ sections }: CompiledRoadmap): CompiledTopic[] {
  return sections.flatMap((section) => section.topics);
}

/** The roadmaps of the shipped bank; empty before it was fetched. */
export async function listRoadmaps({ db }: Store): Promise<readonly ManifestRoadmap[]> {
  const bank = await withStorageErrors(() => db.bank.get(bankHome));
  return bank?.manifest.roadmaps ?? [];
}

/** How many cards come due on each of the coming days; the first day takes in all that is overdue. */
export function loadForecast(store: Store, days: number): Promise<number[]> {
  const { db } = store;
  return readMoment(store, async ({ today }) => {
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
async function readMoment<Result>(
  { db, clock }: Store,
  read: (moment: Moment) => Promise<Result>,
): Promise<Result> {
  const now = clock.now();
  const offset = clock.offsetMinutes(now);
  return withStorageErrors(() =>
    db.transaction('r', [db.kept, db.schedules, db.memories, db.roadmaps, db.bank], async () => {
      const [settings, states] = await Promise.all([loadSettings(db), listBankStates(db)]);
      const today = toStudyDay(now, offset, settings.learner.rolloverMinutes);
      const { leechLapses, parameters } = schedulingSettings(settings, bankHome);
      return read({
        settings,
        today,
        measure: (cards) =>
          measureProgress({
            cards,
            states,
            now,
            today,
            leechLapses,
            recall: (memory, elapsed) => recall(memory, elapsed, parameters),
          }),
      });
    }),
  );
}

/** The states of the bank's cards; a card without an entry is new and unmarked. */
export async function listBankStates(db: CairnDatabase): Promise<Map<CardId, CardState>> {
  const blocks = await listBlocks(db, bankHome);
  return new Map(
    blocks.flatMap((block) => listEntries(block).map(({ card, state }) => [card, state] as const)),
  );
}
