import { toStudyDay } from '#src/domain/day.ts';
import { measurePace } from '#src/domain/estimate.ts';
import {
  toHomeId,
  toRoadmapDeck,
  type CardId,
  type DeckId,
  type HomeId,
  type RoadmapId,
  type StudyDay,
} from '#src/domain/ids.ts';
import { toPlanIntroduction, type PlanGround } from '#src/domain/plan/plan-ground.ts';
import { defaultDeckSettings, type Settings } from '#src/domain/settings.ts';
import { measureGradeShares } from '#src/domain/simulation/grade-shares.ts';
import type { StudiedCard } from '#src/domain/simulation/simulation.ts';
import { bankHome } from './bank.ts';
import { listBlocks, listDueBlocks } from './blocks.ts';
import type { CairnDatabase } from './database.ts';
import { tallyDay } from './day-tally.ts';
import { listDayAnswers } from './day-events.ts';
import { groupCards } from './group-cards.ts';
import { loadGoneCards } from './gone-cards.ts';
import { listEntries, type BlockEntry } from './schedule-block.ts';
import { listFollowedDecks, mergeDecks, type DeckCards, readFollowed } from './scope-cards.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';
import { listRecentReviews, paceDays } from './today.ts';

/** Long enough for habits of grading, and never more than are single rows. */
const habitDays = 30;

/**
 * What a plan for a roadmap is made from, as of now and as if the roadmap were followed; undefined
 * where the bank has no such one. Reads every card's state once, and no card's text.
 */
export async function loadPlanGround(
  store: Store,
  roadmap: RoadmapId,
): Promise<PlanGround | undefined> {
  const { db, clock } = store;
  const deck = toRoadmapDeck(roadmap);
  const now = clock.now();
  const offset = clock.offsetMinutes(now);
  const tables = [db.kept, db.schedules, db.memories, db.homes, db.roadmaps, db.bank];
  const found = await withStorageErrors(() =>
    db.transaction('r', [...tables, db.events, db.segments], async () => {
      const [kept, record, bank, gone, blocks] = await Promise.all([
        loadSettings(db),
        db.roadmaps.get(roadmap),
        db.bank.get(bankHome),
        loadGoneCards(db),
        listBlocks(db),
      ]);
      if (record === undefined || bank === undefined) return undefined;
      const settings = followRoadmap(kept, roadmap);
      const today = toStudyDay(now, offset, settings.learner.rolloverMinutes);
      const entries = blocks.flatMap(listEntries).filter(({ card }) => !gone.has(card));
      const introduction = settings.decks.get(deck) ?? defaultDeckSettings;
      const followed = await listDecks(db, settings, { today, deck, entries });
      const decksByCard = mergeDecks(followed);
      const wanted = mergeDecks(
        followed.map((each) => ({ ...each, cards: each.wanted ?? each.cards })),
      );
      const decksOf = (card: CardId): readonly DeckId[] =>
        decksByCard.get(card) ?? [toHomeId(card) as string as DeckId];
      const events = await listDayAnswers(db, today);
      const tally = await tallyDay(db, events, {
        today,
        blocks: await listDueBlocks(db),
        decksOf,
      });
      const { studied, taken } = sortEntries(entries, decksOf);
      const fresh = [...wanted]
        .filter(([card]) => !taken.has(card))
        .map(([card, decks]) => ({ card, decks }));
      return {
        roadmap: record.roadmap,
        cardsByConcept: groupCards(bank.index, [record]),
        introduction,
        study: { now, today, offset, settings, fresh, studied, tally },
      };
    }),
  );
  if (found === undefined) return undefined;
  const { study } = found;
  const reviews = await listRecentReviews(store, study.today, habitDays);
  const recent = reviews.filter((review) => review.studyDay >= study.today - paceDays);
  return {
    ...found,
    deck,
    study: {
      ...study,
      pace: measurePace(recent),
      shares: measureGradeShares(reviews),
      truth: study.settings.learner.parameters,
      // One seed a day: another look at the same plan shows the same days.
      seed: `plan/${study.today}`,
    },
  };
}

function followRoadmap(settings: Settings, roadmap: RoadmapId): Settings {
  const { roadmaps } = settings.learner;
  if (roadmaps.includes(roadmap)) return settings;
  return { ...settings, learner: { ...settings.learner, roadmaps: [...roadmaps, roadmap] } };
}

/** The followed decks, the plan's own in the order that choosing a plan for all of it would give. */
async function listDecks(
  db: CairnDatabase,
  settings: Settings,
  { today, deck, entries }: PlanDecks,
): Promise<DeckCards[]> {
  const scheduledByHome = new Map<HomeId, number>();
  for (const { card, state } of entries) {
    if (state.schedule === undefined) continue;
    const home = toHomeId(card);
    scheduledByHome.set(home, (scheduledByHome.get(home) ?? 0) + 1);
  }
  const own = settings.decks.get(deck) ?? defaultDeckSettings;
  const planned = { ...own, ...toPlanIntroduction(own, { mandatoryOnly: false }) };
  const decks = new Map([...settings.decks, [deck, planned]]);
  const ground = { settings: { ...settings, decks }, today };
  const held = await readFollowed(db, settings);
  return listFollowedDecks(db, held, ground, (home, total) => {
    return (scheduledByHome.get(home) ?? 0) < total;
  });
}

interface PlanDecks {
  readonly today: StudyDay;
  readonly deck: DeckId;
  readonly entries: readonly BlockEntry[];
}

function sortEntries(
  entries: readonly BlockEntry[],
  decksOf: (card: CardId) => readonly DeckId[],
): { readonly studied: StudiedCard[]; readonly taken: ReadonlySet<CardId> } {
  const studied: StudiedCard[] = [];
  const taken = new Set<CardId>();
  for (const { card, state } of entries) {
    const { suspended } = state.marks;
    if (state.schedule !== undefined || suspended) taken.add(card);
    if (state.schedule !== undefined && !suspended) {
      studied.push({ card, decks: decksOf(card), state });
    }
  }
  return { studied, taken };
}
