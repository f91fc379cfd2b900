import type { ActId, DeckId, RoadmapId } from '#src/domain/ids.ts';
import type { PlanForecast } from '#src/domain/plan/plan-forecast.ts';
import {
  listPlanCards,
  toPlanIntroduction,
  toPlanScope,
  type PlanGround,
} from '#src/domain/plan/plan-ground.ts';
import type { Plan } from '#src/domain/plan/plan.ts';
import { defaultDeckSettings, type Settings } from '#src/domain/settings.ts';
import { performAct, type ActWriter } from './act.ts';
import { setDue, writeDue, type DueTarget } from './card-acts.ts';
import type { CairnDatabase } from './database.ts';
import { countStarted } from './plans-in-force.ts';
import { findEntries } from './schedules.ts';
import { writeSettings, type SettingChange } from './set-settings.ts';
import type { Store } from './store.ts';
import { listUndoable } from './undo.ts';

/**
 * Chooses a plan as one act: follows its roadmap, sets the limits and the order it needs, keeps the
 * plan with the deck, and brings forward the reviews that an interview asks for next. Undoing the act
 * takes all of that back. A card that was reviewed since the forecast keeps its day.
 */
export function choosePlan(
  store: Store,
  ground: PlanGround,
  forecast: PlanForecast,
): Promise<ActId> {
  return performAct(store, {}, async (act) => {
    const { settings } = act;
    const cards = listPlanCards(ground, toPlanScope(forecast.request));
    const plan = toPlan(act, forecast, await countStarted(store.db, cards));
    writeSettings(act, [
      ...listFollow(settings, ground.roadmap.id),
      ...listLimits(settings, forecast),
      ...listOrder(settings, ground, forecast),
      { key: 'plan', deck: ground.deck, value: plan },
    ]);
    await writeDue(store.db, act, await listStillNext(store.db, ground, forecast));
    return act.id();
  });
}

/**
 * Brings forward the extra reviews before an interview that have become the next ones of their cards
 * since the plan was chosen. Returns the act, or null where there are none.
 */
export async function bringForwardExtras(
  store: Store,
  ground: PlanGround,
  forecast: PlanForecast,
): Promise<ActId | null> {
  const targets = await listStillNext(store.db, ground, forecast);
  return targets.length === 0 ? null : setDue(store, targets);
}

/** The act of this device, of today or yesterday, that chose the plan in force; undefined where there is none to undo. */
export async function findPlanAct(store: Store, deck: DeckId): Promise<ActId | undefined> {
  const acts = await listUndoable(store);
  return acts.findLast(({ events }) =>
    events.some(
      (event) =>
        event.kind === 'setting-set' &&
        event.subject === 'setting:plan' &&
        'scope' in event &&
        event.scope === deck,
    ),
  )?.act;
}

function toPlan({ studyDay }: ActWriter, forecast: PlanForecast, started: number): Plan {
  const { request, newPerDay, stretches, left, until } = forecast;
  const { mandatoryOnly } = request;
  const base = { start: studyDay, newPerDay, cards: left, started, mandatoryOnly };
  if (request.kind === 'interview') {
    const { kind, until: day, sections, recall } = request;
    return { ...base, kind, until: day, sections, recall };
  }
  if (request.kind === 'pace' || until === undefined) return { ...base, kind: 'pace' };
  if (request.kind === 'finish') return { ...base, kind: 'finish', until };
  return { ...base, kind: 'periods', until, stretches };
}

function listFollow({ learner }: Settings, roadmap: RoadmapId): SettingChange[] {
  if (learner.roadmaps.includes(roadmap)) return [];
  return [{ key: 'roadmaps', value: [...learner.roadmaps, roadmap] }];
}

/** Only what is not so already: a setting the learner left alone stays at its default. */
function listLimits(settings: Settings, { limits }: PlanForecast): SettingChange[] {
  const { learner, decks } = settings;
  const changes: SettingChange[] = [];
  const { newPerDay, reviewsPerDay, reviewOrder } = limits;
  if (learner.newPerDay !== newPerDay) changes.push({ key: 'newPerDay', value: newPerDay });
  if (learner.reviewsPerDay !== reviewsPerDay) {
    changes.push({ key: 'reviewsPerDay', value: reviewsPerDay });
  }
  if (learner.reviewOrder !== reviewOrder) changes.push({ key: 'reviewOrder', value: reviewOrder });
  for (const [deck, value] of limits.newByDeck) {
    const own = decks.get(deck) ?? defaultDeckSettings;
    if (own.newPerDay !== value) changes.push({ key: 'newPerDay', deck, value });
  }
  return changes;
}

/** Which new cards come: those the plan takes in, and none waiting; only what is not so already. */
function listOrder(
  { decks }: Settings,
  { deck }: PlanGround,
  { request }: PlanForecast,
): SettingChange[] {
  const own = decks.get(deck) ?? defaultDeckSettings;
  const order = toPlanIntroduction(own, toPlanScope(request));
  const keys = ['newPriorities', 'newSections', 'waitStabilityDays'] as const;
  return keys
    .filter((key) => JSON.stringify(own[key]) !== JSON.stringify(order[key]))
    .map((key) => ({ key, deck, value: order[key] }) as SettingChange);
}

async function listStillNext(
  db: CairnDatabase,
  { study }: PlanGround,
  { interview }: PlanForecast,
): Promise<DueTarget[]> {
  const next = interview?.extras.filter(({ isNext }) => isNext) ?? [];
  const lastSeen = new Map(study.studied.map(({ card, state }) => [card, state.last]));
  const entries = await findEntries(
    db,
    next.map(({ card }) => card),
  );
  return next
    .filter(({ card }) => entries.get(card)?.state.last === lastSeen.get(card))
    .map(({ card, day }) => ({ card, day }));
}
