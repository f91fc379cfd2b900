import type { CardId, StudyDay } from '../ids.ts';
import { openSimulation, type SimulatedDay } from '../simulation/simulation.ts';
import { addExtras, findBusiest, findFinish, spanSections } from './forecast-parts.ts';
import { planInterview, type InterviewPlan } from './interview.ts';
import type { ForecastDay, PlanForecast } from './plan-forecast.ts';
import { findUntil, layOutStretches, listGoals, mostPerDay } from './plan-goals.ts';
import { listPlanCards, narrowFresh, toPlanScope, type PlanGround } from './plan-ground.ts';
import { applyPlan, findPlanLimits, type PlanLimits } from './plan-limits.ts';
import type { PlanRequest } from './plan-request.ts';
import type { Plan, PlanStretch } from './plan.ts';
import { layOutPeriods } from './section-windows.ts';
import { findTroubles } from './troubles.ts';

/** No forecast looks further: two years. */
export const longestDays = 730;
/** A pace has no last day: its reviews are shown for this long after the last new card. */
const afterPaceDays = 14;

/**
 * What would come of a request, by a simulation of every day with the learner's own parameters,
 * habits, pace and limits. Yields after each simulated day or card, for whoever has to stay
 * responsive. The pace of a plan with a last day is the least with which the simulation comes to its
 * end in time; undefined where the roadmap has no periods to follow.
 */
export function* runForecast(
  ground: PlanGround,
  request: PlanRequest,
): Generator<void, PlanForecast | undefined> {
  const { study } = ground;
  const { today } = study;
  const cards = listPlanCards(ground, toPlanScope(request));
  const planned = new Set(cards);
  const left = study.fresh.map(({ card }) => card).filter((card) => planned.has(card));
  const windows = layOutPeriods(ground.roadmap.sections, today);
  const goals = listGoals(ground, request, left, windows);
  if (goals === undefined) return undefined;
  const until = findUntil(request, windows);

  const doneToday = study.tally.newByDeck.get(ground.deck) ?? 0;
  let stretches = layOutStretches(goals, today, doneToday);
  for (let attempt = 1; ; attempt += 1) {
    const newPerDay = findMost(request, stretches);
    const outline = { planned, left, newPerDay, stretches, until };
    const run = yield* simulatePlan(ground, request, outline);
    const spans = spanSections(ground, left, run.introductions, windows);
    const isLate = goals.some(({ cards: goal, until: end }) =>
      goal.some((card) => (run.introductions.get(card) ?? Infinity) > end),
    );
    // Siblings may cost the last cards a day; what limits of reviews hold back no pace brings in.
    const isHeld = run.days.some(({ held }) => held > 0);
    if (isLate && !isHeld && attempt < 4 && newPerDay < mostPerDay && until !== undefined) {
      stretches = stretches.map(speedUp);
      continue;
    }
    const interview = yield* prepareInterview(ground, request, cards, run);
    const days = addExtras(run.days, interview, study.pace.reviewMs);
    const finish = findFinish(left, run.introductions, today);
    const forecast = {
      request,
      newPerDay,
      stretches,
      limits: run.limits,
      left: left.length,
      ...(until !== undefined && { until }),
      days,
      ...(finish !== undefined && { finish }),
      sections: spans,
      busiest: findBusiest(days),
      ...(interview !== undefined && { interview }),
    };
    return { ...forecast, troubles: findTroubles(forecast) };
  }
}

function findMost(request: PlanRequest, stretches: readonly PlanStretch[]): number {
  if (request.kind === 'pace') return request.newPerDay;
  return Math.max(0, ...stretches.map(({ newPerDay }) => newPerDay));
}

function speedUp({ until, newPerDay }: PlanStretch): PlanStretch {
  return { until, newPerDay: Math.min(mostPerDay, newPerDay + 1) };
}

interface PlanRun {
  readonly limits: PlanLimits;
  readonly days: readonly ForecastDay[];
  readonly introductions: ReadonlyMap<CardId, StudyDay>;
}

function* simulatePlan(
  { study, deck }: PlanGround,
  request: PlanRequest,
  plan: {
    readonly planned: ReadonlySet<CardId>;
    readonly left: readonly CardId[];
    readonly newPerDay: number;
    readonly stretches: readonly PlanStretch[];
    readonly until: StudyDay | undefined;
  },
): Generator<void, PlanRun> {
  const fresh = narrowFresh(study.fresh, deck, plan.planned);
  const limits = findPlanLimits(study.settings, { deck, fresh }, request, plan.newPerDay);
  const settings = applyPlan(study.settings, limits, deck, draftPlan(request, study.today, plan));
  const simulation = openSimulation({ ...study, settings, fresh });
  const introductions = new Map<CardId, StudyDay>();
  const days: ForecastDay[] = [];
  let left = plan.left.length;
  let lastDay = plan.until ?? ((study.today + afterPaceDays - 1) as StudyDay);
  while (days.length < longestDays) {
    const day = simulation.studyDay();
    const planned = day.introduced.filter((card) => plan.planned.has(card));
    for (const card of planned) introductions.set(card, day.day);
    left -= planned.length;
    days.push(toForecastDay(day, planned.length));
    if (plan.until === undefined && planned.length > 0) {
      lastDay = (day.day + afterPaceDays) as StudyDay;
    }
    yield;
    if (day.day >= lastDay && (left === 0 || plan.newPerDay === 0)) break;
  }
  return { limits, days, introductions };
}

/** The plan as the queue will know it; of the rest, which only its count needs, it says nothing. */
function draftPlan(
  { kind, mandatoryOnly }: PlanRequest,
  start: StudyDay,
  plan: Parameters<typeof simulatePlan>[2],
): Plan | null {
  const { newPerDay, stretches, until, left } = plan;
  if (kind !== 'periods' || until === undefined) return null;
  return {
    kind,
    start,
    until,
    newPerDay,
    stretches,
    cards: left.length,
    started: 0,
    mandatoryOnly,
  };
}

function toForecastDay(day: SimulatedDay, planned: number): ForecastDay {
  const { introduced, reviews, held, minutes } = day;
  return { day: day.day, new: introduced.length, planned, reviews, extra: 0, held, minutes };
}

function* prepareInterview(
  { study }: PlanGround,
  request: PlanRequest,
  cards: readonly CardId[],
  { days, introductions }: PlanRun,
): Generator<void, InterviewPlan | undefined> {
  if (request.kind !== 'interview') return undefined;
  const { today, offset, settings } = study;
  const states = new Map(study.studied.map(({ card, state }) => [card, state]));
  // A card that nothing introduces is suspended, and not what the learner wants to be asked.
  const fresh = new Set(study.fresh.map(({ card }) => card));
  return yield* planInterview({
    today,
    offset,
    settings,
    until: request.until,
    recall: request.recall,
    cards: cards.filter((card) => states.has(card) || fresh.has(card)),
    states,
    introductions,
    loadByDay: new Map(days.map(({ day, new: news, reviews }) => [day, news + reviews])),
  });
}
