import { decidePlacement } from '#src/domain/decision.ts';
import type { CardEvent } from '#src/domain/event.ts';
import {
  toHomeId,
  type ActId,
  type CardId,
  type RoadmapId,
  type SittingId,
  type StudyDay,
  type TopicId,
} from '#src/domain/ids.ts';
import { listPlaceable, proposeKnown, type PlaceableCard } from '#src/domain/quiz/propose-known.ts';
import { spreadPlacement, type KnownCard } from '#src/domain/quiz/spread-placement.ts';
import { newCardState } from '#src/domain/schedule.ts';
import { schedulingSettings } from '#src/domain/settings-history.ts';
import { performAct, type ActWriter } from './act.ts';
import { bankHome } from './bank.ts';
import type { CairnDatabase } from './database.ts';
import { scanScheduled } from './due-block.ts';
import { dropVoid } from './event-log.ts';
import { loadQuizGround } from './quiz-ground.ts';
import type { QuizLog } from './quiz-log.ts';
import { applyCardEvents } from './record-review.ts';
import { findEntries } from './schedules.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** What could be taken as known of one section. */
export interface PlaceableSection {
  readonly section: TopicId;
  readonly title: string;
  /** Titles of the topics proposed as known. */
  readonly known: readonly string[];
  readonly topics: number;
  /** The cards that this would place, those of sections before it left out. */
  readonly cards: readonly PlaceableCard[];
}

export interface LoadedProposal {
  readonly sections: readonly PlaceableSection[];
  /** Where to begin; null where every section is known whole. */
  readonly begin: { readonly section: TopicId; readonly title: string } | null;
}

/** What a placement's answers propose, by section, with the cards behind it. */
export async function loadProposal(
  store: Store,
  quiz: QuizLog,
  roadmap: RoadmapId,
): Promise<LoadedProposal> {
  const { tree, cards } = await loadQuizGround(store, [roadmap]);
  const rightByCard = new Map(
    [...quiz.answers].map(([card, { result }]) => [card, result === 'right']),
  );
  const proposal = proposeKnown(quiz.started.questions, rightByCard, tree);
  const titleOf = (topic: TopicId) => tree.get(topic)?.title ?? '';
  const taken = new Set<CardId>();
  const sections = proposal.sections.map(({ section, known, topics }) => {
    const own = listPlaceable(known, tree, cards, rightByCard).filter(
      ({ card }) => !taken.has(card),
    );
    for (const { card } of own) taken.add(card);
    const titles = known.map(({ topic }) => titleOf(topic));
    return { section, title: titleOf(section), known: titles, topics, cards: own };
  });
  const { begin } = proposal;
  return { sections, begin: begin && { section: begin, title: titleOf(begin) } };
}

/** A placement adds at least so many reviews a day, however few new cards a day the learner asked for. */
const leastPerDay = 5;

/**
 * Gives cards their first schedule as known, in one act, with their first reviews spread over days; those
 * that have a schedule by now are passed over. Null where none is left to place.
 */
export function placeKnown(
  store: Store,
  cards: readonly PlaceableCard[],
  sitting: SittingId,
): Promise<ActId | null> {
  const { db } = store;
  return performAct(store, { sitting }, async (act) => {
    const entries = await findEntries(
      db,
      cards.map(({ card }) => card),
    );
    const stateOf = (card: CardId) => entries.get(card)?.state ?? newCardState;
    const fresh = cards.filter(({ card }) => stateOf(card).schedule === undefined);
    const { newPerDay } = act.settings.learner;
    const spread = spreadPlacement({
      cards: fresh.flatMap(({ card, grade }) => planInterval(act, card, grade)),
      today: act.studyDay,
      perDay: Math.max(leastPerDay, newPerDay),
      planned: await countPlanned(db, act.studyDay),
      maximumIntervalDays: schedulingSettings(act.settings, bankHome).maximumIntervalDays,
    });
    const events = spread.map(({ card, grade, day }) => {
      const intervalDays = day - act.studyDay;
      const outcome = {
        phase: 'review',
        intervalDays,
        due: { day },
        after: stateOf(card).last,
      } as const;
      return act.write({ kind: 'placed', subject: card, grade, outcome });
    });
    if (events.length === 0) return null;
    await applyCardEvents(db, act, events as CardEvent[]);
    return act.id();
  });
}

/** The interval that the grade gives by itself. */
function planInterval(act: ActWriter, card: CardId, grade: PlaceableCard['grade']): KnownCard[] {
  const { outcome } = decidePlacement({
    state: newCardState,
    grade,
    at: act.at,
    studyDay: act.studyDay,
    offset: act.offset,
    settings: schedulingSettings(act.settings, toHomeId(card)),
    seed: `${card}:placed`,
  });
  // A placement is past the steps: it always leads to review.
  return outcome.phase === 'review' ? [{ card, grade, intervalDays: outcome.intervalDays }] : [];
}

/** How many cards come due on each coming day. */
async function countPlanned(
  db: CairnDatabase,
  today: StudyDay,
): Promise<ReadonlyMap<StudyDay, number>> {
  const counts = new Map<StudyDay, number>();
  for (const block of await db.schedules.toArray()) {
    scanScheduled(block, today, (_position, _phase, dueDay) => {
      if (dueDay !== null) counts.set(dueDay, (counts.get(dueDay) ?? 0) + 1);
    });
  }
  return counts;
}

/** The act that confirmed a placement, where it still counts. */
export function findPlaced({ db }: Store, { started }: QuizLog): Promise<ActId | null> {
  return withStorageErrors(async () => {
    const later = await db.events.where('id').above(started.id).toArray();
    const placed = later.filter(
      ({ kind, sitting }) => kind === 'placed' && sitting === started.sitting,
    );
    return (await dropVoid(db, placed)).at(-1)?.act ?? null;
  });
}
