import { toStudyDay } from '#src/domain/day.ts';
import {
  toHomeId,
  type CardId,
  type DeckId,
  type RoadmapId,
  type StudyDay,
} from '#src/domain/ids.ts';
import { listPlanCards, toPlanScope } from '#src/domain/plan/plan-ground.ts';
import { measurePlan, type Plan, type PlanProgress } from '#src/domain/plan/plan.ts';
import { bankHome } from './bank.ts';
import { listDueBlocks } from './blocks.ts';
import type { CairnDatabase } from './database.ts';
import { dueColumn, dueColumns, listBlockCards } from './due-block.ts';
import { groupCards } from './group-cards.ts';
import { toRoadmapId } from './scope-cards.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** A plan the learner chose, and where it stands today. */
export interface PlanInForce {
  readonly roadmap: RoadmapId;
  readonly title: string;
  readonly deck: DeckId;
  readonly today: StudyDay;
  readonly plan: Plan;
  readonly progress: PlanProgress;
}

/** The plans of all roadmaps; reads one row where there is none. */
export function listPlansInForce({ db, clock }: Store): Promise<PlanInForce[]> {
  const now = clock.now();
  const offset = clock.offsetMinutes(now);
  const tables = [db.kept, db.schedules, db.roadmaps, db.bank];
  return withStorageErrors(() =>
    db.transaction('r', tables, async () => {
      const { learner, decks } = await loadSettings(db);
      const today = toStudyDay(now, offset, learner.rolloverMinutes);
      const found: PlanInForce[] = [];
      for (const [deck, introduction] of decks) {
        const { plan } = introduction;
        const roadmap = toRoadmapId(deck);
        if (plan === null || roadmap === undefined) continue;
        const record = await db.roadmaps.get(roadmap);
        if (record === undefined) continue;
        const bank = await db.bank.get(bankHome);
        if (bank === undefined) continue;
        const cardsByConcept = groupCards(bank.index, [record]);
        const cards = listPlanCards({ ...record, cardsByConcept, introduction }, toPlanScope(plan));
        const started = await countStarted(db, cards);
        const progress = measurePlan(plan, today, started);
        found.push({ roadmap, title: record.roadmap.title, deck, today, plan, progress });
      }
      return found;
    }),
  );
}

/**
 * How many of these cards have a schedule; suspended ones too, as what was learned once
 * is not to be learned again.
 */
export async function countStarted(db: CairnDatabase, cards: readonly CardId[]): Promise<number> {
  const wanted = new Set(cards);
  let count = 0;
  const homes = [...new Set(cards.map(toHomeId))];
  const blocks = await Promise.all(homes.map((home) => listDueBlocks(db, home)));
  for (const block of blocks.flat()) {
    listBlockCards(block).forEach((card, position) => {
      const phase = block.dues[position * dueColumns + dueColumn.phase];
      if (phase !== 0 && wanted.has(card)) count += 1;
    });
  }
  return count;
}
