import type { StudyDay } from '../ids.ts';
import type { PlanForecast } from './plan-forecast.ts';
import { listPlanCards, toPlanScope, type PlanGround } from './plan-ground.ts';
import type { PlanRequest } from './plan-request.ts';
import { runForecast } from './run-forecast.ts';

/** One thing that can give where a plan does not fit, with what would come of it. */
export interface WayOut {
  readonly kind: 'more-days' | 'fewer-new' | 'more-minutes' | 'more-reviews' | 'mandatory-only';
  readonly request: PlanRequest;
  readonly forecast: PlanForecast;
}

/** No search for a later day tries more than this. */
const mostTries = 5;

/**
 * What could give where a forecast does not fit: more days or fewer new cards a day, more minutes or
 * reviews a day, or only mandatory topics; each by itself, and only where its own forecast is better.
 * Yields as `runForecast` does.
 */
export function* findWaysOut(
  ground: PlanGround,
  forecast: PlanForecast,
): Generator<void, readonly WayOut[]> {
  const { request, troubles, busiest } = forecast;
  if (troubles.length === 0) return [];
  const ways: WayOut[] = [];
  const slower = yield* findSlower(ground, forecast);
  if (slower !== undefined) ways.push(slower);
  for (const trouble of troubles) {
    if (trouble.kind === 'long-days') {
      const more: PlanRequest = { ...request, minutes: busiest };
      const way = yield* tryRequest(ground, 'more-minutes', more);
      if (way !== undefined && isBetter(way.forecast, forecast)) ways.push(way);
    }
    if (trouble.kind === 'held') {
      const way = yield* findMoreReviews(ground, forecast, trouble.needed);
      if (way !== undefined && isBetter(way.forecast, forecast)) ways.push(way);
    }
  }
  if (hasOptional(ground, request)) {
    const mandatory: PlanRequest = { ...request, mandatoryOnly: true };
    const way = yield* tryRequest(ground, 'mandatory-only', mandatory);
    if (way !== undefined && isBetter(way.forecast, forecast)) ways.push(way);
  }
  return ways;
}

function* tryRequest(
  ground: PlanGround,
  kind: WayOut['kind'],
  request: PlanRequest,
): Generator<void, WayOut | undefined> {
  const forecast = yield* runForecast(ground, request);
  return forecast && { kind, request, forecast };
}

/** A later last day, or a smaller pace, with which it fits. */
function* findSlower(
  ground: PlanGround,
  forecast: PlanForecast,
): Generator<void, WayOut | undefined> {
  const { left, newPerDay } = forecast;
  const { request } = forecast;
  if (left === 0 || request.kind === 'periods') return undefined;
  let pace = Math.min(newPerDay - 1, Math.floor(newPerDay * findRelief(forecast)));
  for (let tries = 0; tries < mostTries && pace >= 1; tries += 1) {
    const kind = request.kind === 'pace' ? 'fewer-new' : 'more-days';
    const way = yield* tryRequest(ground, kind, slowDown(ground, request, left, pace));
    if (way === undefined) return undefined;
    if (way.forecast.troubles.length === 0) return way;
    pace = Math.min(pace - 1, Math.floor(pace * 0.85));
  }
  return undefined;
}

/** By which share less would have to be done: the tightest of what is too much. */
function findRelief({ troubles, limits }: PlanForecast): number {
  const shares = troubles.map((trouble) => {
    switch (trouble.kind) {
      case 'long-days':
        return trouble.wanted / trouble.minutes;
      case 'held':
        return limits.reviewsPerDay / trouble.needed;
      case 'late':
      case 'short':
        return 0.8;
    }
  });
  return Math.min(...shares);
}

function slowDown(
  { study }: PlanGround,
  request: Exclude<PlanRequest, { kind: 'periods' }>,
  left: number,
  newPerDay: number,
): PlanRequest {
  if (request.kind === 'pace') return { ...request, newPerDay };
  const days = Math.ceil(left / newPerDay) + (request.kind === 'interview' ? 1 : 0);
  const until = Math.max(request.until + 1, study.today + days - 1) as StudyDay;
  return { ...request, until };
}

/** Room for more reviews makes for more reviews: the limit is raised until nothing is held back. */
function* findMoreReviews(
  ground: PlanGround,
  { request }: PlanForecast,
  needed: number,
): Generator<void, WayOut | undefined> {
  let reviewsPerDay = needed;
  let way: WayOut | undefined;
  for (let tries = 0; tries < mostTries; tries += 1) {
    way = yield* tryRequest(ground, 'more-reviews', { ...request, reviewsPerDay });
    const held = way?.forecast.troubles.find((trouble) => trouble.kind === 'held');
    if (held?.kind !== 'held') return way;
    reviewsPerDay = held.needed;
  }
  return way;
}

/** Whether leaving out what is not mandatory leaves something, and something out. */
function hasOptional(ground: PlanGround, request: PlanRequest): boolean {
  if (request.mandatoryOnly) return false;
  const isLeft = new Set(ground.study.fresh.map(({ card }) => card));
  const count = (mandatoryOnly: boolean) =>
    listPlanCards(ground, toPlanScope({ ...request, mandatoryOnly })).filter((card) =>
      isLeft.has(card),
    ).length;
  const mandatory = count(true);
  return mandatory > 0 && mandatory < count(false);
}

function isBetter(one: PlanForecast, other: PlanForecast): boolean {
  const kinds = new Set(one.troubles.map(({ kind }) => kind));
  return other.troubles.some(({ kind }) => !kinds.has(kind));
}
