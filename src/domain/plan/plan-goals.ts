import type { CardId, StudyDay, TopicId } from '../ids.ts';
import { listCardsBelow } from '../roadmap-cards.ts';
import type { PlanGround } from './plan-ground.ts';
import type { PlanRequest } from './plan-request.ts';
import type { PlanStretch } from './plan.ts';
import type { SectionWindow } from './section-windows.ts';

/** What a setting of a limit can hold. */
export const mostPerDay = 9999;

/** Cards that shall be introduced by the end of a day. */
export interface Goal {
  readonly cards: readonly CardId[];
  readonly until: StudyDay;
}

/**
 * What a request wants introduced by when; nothing of a pace, and undefined where the source's
 * periods are asked for and it has none.
 */
export function listGoals(
  ground: PlanGround,
  request: PlanRequest,
  left: readonly CardId[],
  windows: ReadonlyMap<TopicId, SectionWindow>,
): Goal[] | undefined {
  if (request.kind === 'pace') return [];
  if (request.kind === 'finish') return [{ cards: left, until: request.until }];
  // On the day itself it is too late to meet a card.
  if (request.kind === 'interview') {
    return [{ cards: left, until: (request.until - 1) as StudyDay }];
  }
  if (windows.size === 0) return undefined;
  const isLeft = new Set(left);
  const goals: Goal[] = [];
  for (const { id, topics } of ground.roadmap.sections) {
    const window = windows.get(id);
    if (window === undefined) continue;
    const own = new Set(
      listCardsBelow(topics, ground.cardsByConcept).filter((card) => isLeft.has(card)),
    );
    // Cards come in one order: all before a section's last one come first.
    const last = left.findLastIndex((card) => own.has(card));
    goals.push({ cards: left.slice(0, last + 1), until: window.to });
  }
  // Sections without a period are met by the end of the last one.
  goals.push({ cards: left, until: Math.max(...goals.map(({ until }) => until)) as StudyDay });
  return goals;
}

/** A plan's last day; a pace has none. */
export function findUntil(
  request: PlanRequest,
  windows: ReadonlyMap<TopicId, SectionWindow>,
): StudyDay | undefined {
  if (request.kind === 'pace') return undefined;
  if (request.kind !== 'periods') return request.until;
  return Math.max(...[...windows.values()].map(({ to }) => to)) as StudyDay;
}

/**
 * The least number of new cards a day with which every goal is reached, stretch by stretch up to each
 * goal's last day; today's cards that are done already are counted in. Empty where there is no goal.
 */
export function layOutStretches(
  goals: readonly Goal[],
  today: StudyDay,
  doneToday: number,
): PlanStretch[] {
  const stretches: PlanStretch[] = [];
  let done = -doneToday;
  let from: number = today;
  const least = goals.some(({ cards }) => cards.length > 0) ? 1 : 0;
  for (const { cards, until } of goals.toSorted((one, other) => one.until - other.until)) {
    // One a day at least, for what fell behind; and none where there is nothing to plan.
    const toDo = Math.max(least, cards.length - done);
    const newPerDay = Math.min(mostPerDay, Math.ceil(toDo / Math.max(1, until - from + 1)));
    stretches.push({ until, newPerDay });
    done = Math.max(done, cards.length);
    from = Math.max(from, until + 1);
  }
  return stretches;
}
