import type { DeckId } from '../ids.ts';
import type { NewCard } from '../queue.ts';
import { defaultDeckSettings, type LearnerSettings, type Settings } from '../settings.ts';
import type { PlanRequest } from './plan-request.ts';
import type { Plan } from './plan.ts';

/** The settings a plan sets beside itself. */
export interface PlanLimits {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  readonly reviewOrder: LearnerSettings['reviewOrder'];
  /** New cards a day of the plan's deck, and of the others where they would take its room. */
  readonly newByDeck: ReadonlyMap<DeckId, number>;
}

/**
 * The limits under which a deck gets its `newPerDay` every day. Where all that is allowed a day does
 * not reach for it and the other decks with new cards, those share what it leaves, and may have to
 * wait; where it does not reach for the plan alone, it is raised to that. Before an interview the
 * reviews most likely forgotten come first.
 */
export function findPlanLimits(
  settings: Settings,
  { deck, fresh }: { readonly deck: DeckId; readonly fresh: readonly NewCard[] },
  request: Pick<PlanRequest, 'kind' | 'reviewsPerDay'>,
  newPerDay: number,
): PlanLimits {
  const { learner, decks: limits } = settings;
  const overall = Math.max(learner.newPerDay, newPerDay);
  const others = [...new Set(fresh.flatMap(({ decks }) => decks))].filter((each) => each !== deck);
  const ownLimits = others.map(
    (other) => (limits.get(other) ?? defaultDeckSettings).newPerDay ?? Infinity,
  );
  const newByDeck = new Map([[deck, newPerDay]]);
  let room = overall - newPerDay;
  if (ownLimits.reduce((sum, limit) => sum + limit, 0) > room) {
    others.forEach((other, index) => {
      const share = Math.floor(room / (others.length - index));
      const limit = Math.min(share, ownLimits[index] ?? share);
      room -= limit;
      newByDeck.set(other, limit);
    });
  }
  return {
    newPerDay: overall,
    reviewsPerDay: Math.max(learner.reviewsPerDay, request.reviewsPerDay ?? 0),
    reviewOrder: request.kind === 'interview' ? 'recall' : learner.reviewOrder,
    newByDeck,
  };
}

/** The settings as they are once a plan is in force with its limits. */
export function applyPlan(
  settings: Settings,
  limits: PlanLimits,
  deck: DeckId,
  plan: Plan | null,
): Settings {
  const { newPerDay, reviewsPerDay, reviewOrder, newByDeck } = limits;
  const decks = new Map(settings.decks);
  for (const [each, newLimit] of newByDeck) {
    const own = decks.get(each) ?? defaultDeckSettings;
    decks.set(each, { ...own, newPerDay: newLimit, ...(each === deck && { plan }) });
  }
  const learner = { ...settings.learner, newPerDay, reviewsPerDay, reviewOrder };
  return { ...settings, learner, decks };
}
