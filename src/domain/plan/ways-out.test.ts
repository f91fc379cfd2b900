import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../fixtures/make-event.ts';
import type { TopicId } from '../ids.ts';
import { finish, makeGround } from '../testing/plan-ground.ts';
import { makeSettings } from '../testing/study-input.ts';
import type { PlanGround } from './plan-ground.ts';
import type { PlanRequest } from './plan-request.ts';
import { runForecast } from './run-forecast.ts';
import { findWaysOut } from './ways-out.ts';

const base = { mandatoryOnly: false, minutes: null, reviewsPerDay: null };

function waysOut(ground: PlanGround, request: PlanRequest) {
  const forecast = finish(runForecast(ground, request));
  if (forecast === undefined) throw new Error('There is no forecast.');
  return { forecast, ways: finish(findWaysOut(ground, forecast)) };
}

describe('what can give', () => {
  const ground = makeGround([{ topics: [[60, 'mandatory'], [120]] }]);

  it('is nothing where the plan fits', () => {
    expect(waysOut(ground, { ...base, kind: 'finish', until: toDay(60) }).ways).toEqual([]);
  });

  it('is more days, more minutes, or less to learn, each with what comes of it', () => {
    const request: PlanRequest = { ...base, kind: 'finish', until: toDay(12), minutes: 10 };
    const { forecast, ways } = waysOut(ground, request);
    expect(forecast.troubles).toMatchObject([{ kind: 'long-days', wanted: 10 }]);
    expect(ways.map(({ kind }) => kind)).toEqual(['more-days', 'more-minutes', 'mandatory-only']);
    for (const way of ways) {
      expect(way.forecast).toEqual(finish(runForecast(ground, way.request)));
      expect(way.forecast.troubles).toEqual([]);
    }
    const [days, minutes, mandatory] = ways;
    expect(days?.forecast.until).toBeGreaterThan(toDay(12));
    expect(minutes?.request.minutes).toBe(forecast.busiest);
    expect(mandatory?.forecast.left).toBe(60);
  });

  it('is a smaller pace where there is no last day', () => {
    const { ways } = waysOut(ground, { ...base, kind: 'pace', newPerDay: 30, minutes: 15 });
    expect(ways[0]).toMatchObject({ kind: 'fewer-new', forecast: { troubles: [] } });
    expect(ways[0]?.forecast.newPerDay).toBeLessThan(30);
  });

  it('is more reviews where their limit holds cards back', () => {
    const study = { ...ground.study, settings: makeSettings({ reviewsPerDay: 25 }) };
    const tight = { ...ground, study };
    const { forecast, ways } = waysOut(tight, { ...base, kind: 'finish', until: toDay(20) });
    expect(forecast.troubles.map(({ kind }) => kind)).toContain('held');
    const way = ways.find(({ kind }) => kind === 'more-reviews');
    expect(way?.forecast.troubles).toEqual([]);
    expect(way?.forecast.limits.reviewsPerDay).toBeGreaterThan(25);
  });

  it('is a later day before an interview that comes too soon', () => {
    const sections = ['backend/s0' as TopicId];
    const interview = { ...base, kind: 'interview', sections, recall: 0.9 } as const;
    const { ways } = waysOut(ground, { ...interview, until: toDay(0) });
    expect(ways[0]).toMatchObject({ kind: 'more-days', forecast: { troubles: [] } });
  });

  it('leaves the source’s periods where they are', () => {
    const periods = makeGround([{ period: '2 days', topics: [[60]] }]);
    const { ways } = waysOut(periods, { ...base, kind: 'periods', minutes: 5 });
    expect(ways.map(({ kind }) => kind)).toEqual(['more-minutes']);
  });

  it('never offers what has the same troubles', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 5, max: 60 }),
        (days, minutes, reviewsPerDay) => {
          const settings = makeSettings({ reviewsPerDay });
          const small = makeGround([{ topics: [[15, 'mandatory'], [25]] }], { settings });
          const request: PlanRequest = { ...base, kind: 'finish', until: toDay(days), minutes };
          const { forecast, ways } = waysOut(small, request);
          for (const way of ways) {
            const left = way.forecast.troubles.map(({ kind }) => kind);
            expect(forecast.troubles.every(({ kind }) => left.includes(kind))).toBe(false);
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
