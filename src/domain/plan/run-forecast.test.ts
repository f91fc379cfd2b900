import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, toDay } from '../fixtures/make-event.ts';
import type { CardId, ConceptId, DeckId, TopicId } from '../ids.ts';
import { usualShares } from '../simulation/grade-shares.ts';
import { defaultDeckSettings } from '../settings.ts';
import { finish, makeGround, type TestSection } from '../testing/plan-ground.ts';
import { makeCards, makeSettings, planDeck } from '../testing/study-input.ts';
import type { PlanForecast } from './plan-forecast.ts';
import type { PlanGround } from './plan-ground.ts';
import { applyPlan } from './plan-limits.ts';
import type { PlanRequest } from './plan-request.ts';
import { runForecast } from './run-forecast.ts';

const base = { mandatoryOnly: false, minutes: null, reviewsPerDay: null };

function forecast(ground: PlanGround, request: PlanRequest): PlanForecast {
  const found = finish(runForecast(ground, request));
  if (found === undefined) throw new Error('There is no forecast.');
  return found;
}

const sections: fc.Arbitrary<TestSection[]> = fc.array(
  fc.record({
    period: fc.constantFrom('Week 1', 'Week 2–3', '2 weeks', 'some day'),
    topics: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom('mandatory' as const, 'good' as const, 'optional' as const),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 3 },
);
const requests: fc.Arbitrary<PlanRequest> = fc
  .record({
    kind: fc.constantFrom('pace' as const, 'finish' as const, 'periods' as const),
    days: fc.integer({ min: 0, max: 30 }),
    newPerDay: fc.integer({ min: 0, max: 15 }),
    mandatoryOnly: fc.boolean(),
    minutes: fc.option(fc.integer({ min: 1, max: 20 })),
    reviewsPerDay: fc.option(fc.integer({ min: 1, max: 50 })),
  })
  .map(({ kind, days, newPerDay, ...rest }) => {
    if (kind === 'pace') return { kind, newPerDay, ...rest };
    if (kind === 'finish') return { kind, until: toDay(days), ...rest };
    return { kind, ...rest };
  });
const grounds = fc
  .record({
    sections,
    newPerDay: fc.integer({ min: 0, max: 10 }),
    reviewsPerDay: fc.integer({ min: 1, max: 60 }),
    done: fc.integer({ min: 0, max: 4 }),
    seed: fc.string({ maxLength: 3 }),
  })
  .map(({ sections: drawn, newPerDay, reviewsPerDay, done, seed }) => {
    const ground = makeGround(drawn, {
      settings: makeSettings({ newPerDay, reviewsPerDay }),
      seed,
    });
    const newByDeck = new Map([[planDeck, done]]);
    const tally = { ...ground.study.tally, new: done, newByDeck };
    return { ...ground, study: { ...ground.study, tally } };
  });

describe('a forecast', () => {
  it('never introduces more than the plan says, and is the same each time', () => {
    fc.assert(
      fc.property(grounds, requests, (ground, request) => {
        const found = finish(runForecast(ground, request));
        if (found === undefined) return;
        for (const day of found.days) expect(day.planned).toBeLessThanOrEqual(found.newPerDay);
        if (request.kind === 'pace') expect(found.newPerDay).toBe(request.newPerDay);
        expect(finish(runForecast(ground, request))).toEqual(found);
      }),
      { numRuns: 20 },
    );
  });

  it('comes to its end in time whenever it says that it fits', () => {
    fc.assert(
      fc.property(grounds, requests, (ground, request) => {
        const found = finish(runForecast(ground, request));
        if (found === undefined || found.troubles.length > 0) return;
        if (request.minutes !== null) expect(found.busiest).toBeLessThanOrEqual(request.minutes);
        for (const { held } of found.days) expect(held).toBe(0);
        if (found.until === undefined) return;
        expect(found.finish).toBeLessThanOrEqual(found.until);
        for (const { finished, window } of found.sections) {
          if (window !== undefined && request.kind === 'periods') {
            expect(finished).toBeLessThanOrEqual(window.to);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes the least number a day that comes to an end in time', () => {
    const ground = makeGround([{ topics: [[50], [40]] }]);
    const found = forecast(ground, { ...base, kind: 'finish', until: toDay(29) });
    expect(found).toMatchObject({ newPerDay: 3, left: 90, troubles: [] });
    expect(found.finish).toBe(toDay(29));
    expect(found.days).toHaveLength(30);
    expect(found.days.reduce((sum, day) => sum + day.planned, 0)).toBe(90);
  });

  it('counts in what today already introduced', () => {
    const ground = makeGround([{ topics: [[20]] }]);
    const tally = { ...ground.study.tally, new: 5, newByDeck: new Map([[planDeck, 5]]) };
    const study = { ...ground.study, tally };
    const found = forecast({ ...ground, study }, { ...base, kind: 'finish', until: toDay(4) });
    expect(found.days.map((day) => day.planned)).toEqual([0, 5, 5, 5, 5]);
  });

  it('takes more a day where siblings, one a day, would make it late', () => {
    const ground = makeGround([{ topics: [[3]] }]);
    const [[concept, singles] = []] = [...ground.cardsByConcept];
    const siblings = ['c1', 'c2', 'c3'].map((ordinal) => `cairn:cloze#${ordinal}` as CardId);
    const cards = [...(singles ?? []), ...siblings];
    const cardsByConcept = new Map([[concept as ConceptId, cards]]);
    const fresh = cards.map((card) => ({ card, decks: [planDeck] }));
    // What was known from the start is not due again, and so keeps no sibling waiting.
    const shares = { ...usualShares, first: { again: 0, hard: 0, good: 0, easy: 1 } };
    const study = { ...ground.study, fresh, shares };
    const found = forecast(
      { ...ground, cardsByConcept, study },
      { ...base, kind: 'finish', until: toDay(2) },
    );
    expect(found.days.map((day) => day.planned)).toEqual([4, 1, 1]);
    expect(found).toMatchObject({ newPerDay: 4, finish: toDay(2), troubles: [] });
  });

  it('says how many are late where the day has come', () => {
    const settings = makeSettings({ reviewsPerDay: 10 });
    const ground = makeGround([{ topics: [[60]] }], { settings });
    const found = forecast(ground, { ...base, kind: 'finish', until: toDay(1) });
    const [late] = found.troubles;
    expect(late).toEqual({ kind: 'late', cards: 60 - sum(found.days.slice(0, 2)) });
    expect(found.finish).toBeGreaterThan(toDay(1));
    expect(found.troubles.map(({ kind }) => kind)).toContain('held');
  });

  it('has nothing to do where every card is started', () => {
    const ground = makeGround([{ topics: [[5]] }]);
    const study = { ...ground.study, fresh: [] };
    const found = forecast({ ...ground, study }, { ...base, kind: 'finish', until: toDay(5) });
    expect(found).toMatchObject({ newPerDay: 0, left: 0, finish: firstDay, sections: [] });
    const pace = forecast({ ...ground, study }, { ...base, kind: 'pace', newPerDay: 5 });
    expect(pace.days).toHaveLength(14);
  });

  it('does not wait for ever for a pace of none', () => {
    const ground = makeGround([{ topics: [[5]] }]);
    const found = forecast(ground, { ...base, kind: 'pace', newPerDay: 0 });
    expect(found.finish).toBeUndefined();
    expect(found.days).toHaveLength(14);
  });

  it('follows the periods of the source, section by section', () => {
    const ground = makeGround([
      { topics: [[3]] },
      { period: 'Week 1', topics: [[20]] },
      { period: 'Week 2', topics: [[12]] },
    ]);
    const found = forecast(ground, { ...base, kind: 'periods' });
    expect(found.stretches).toEqual([
      { until: toDay(6), newPerDay: 4 },
      { until: toDay(13), newPerDay: 2 },
      { until: toDay(13), newPerDay: 1 },
    ]);
    expect(found.newPerDay).toBe(4);
    expect(found.until).toBe(toDay(13));
    expect(found.days.map((day) => day.planned).slice(7)).toEqual([2, 2, 2, 1, 0, 0, 0]);
    expect(found.sections.map(({ window }) => window)).toEqual([
      undefined,
      { from: toDay(0), to: toDay(6) },
      { from: toDay(7), to: toDay(13) },
    ]);
    expect(found.sections[1]?.finished).toBeLessThanOrEqual(toDay(6));
    expect(found.troubles).toEqual([]);
    const none = makeGround([{ period: '40 hours', topics: [[3]] }]);
    expect(finish(runForecast(none, { ...base, kind: 'periods' }))).toBeUndefined();
  });

  it('is late where the order of introduction leaves a section’s last cards for the end', () => {
    const ground = makeGround([
      { period: 'Week 1', topics: [[4], [1, 'optional']] },
      { period: 'Week 2–60', topics: [[70, 'mandatory']] },
    ]);
    const settings = makeSettings({ reviewsPerDay: 9 });
    const study = { ...ground.study, settings };
    const found = forecast({ ...ground, study }, { ...base, kind: 'periods' });
    expect(found.troubles.find(({ kind }) => kind === 'late')).toEqual({ kind: 'late', cards: 5 });
  });

  it('introduces nothing outside what the plan takes in, but goes on with other decks', () => {
    const other = 'roadmap:devops' as DeckId;
    const ground = makeGround([{ topics: [[6, 'mandatory'], [20]] }, { topics: [[10]] }]);
    const elsewhere = makeCards(30, 'mine').map((card) => ({ card, decks: [other] }));
    const fresh = [...elsewhere, ...ground.study.fresh];
    const study = { ...ground.study, fresh, settings: makeSettings({ newPerDay: 10 }) };
    const request = { ...base, kind: 'finish' as const, until: toDay(2), mandatoryOnly: true };
    const found = forecast({ ...ground, study }, request);
    expect(found).toMatchObject({ left: 6, newPerDay: 2, troubles: [] });
    expect(found.days.map((day) => [day.planned, day.new])).toEqual([
      [2, 10],
      [2, 10],
      [2, 10],
    ]);
    expect([...found.limits.newByDeck]).toEqual([
      [planDeck, 2],
      [other, 8],
    ]);
  });

  it('finds nothing beyond two years', () => {
    const ground = makeGround([{ topics: [[740]] }]);
    const found = forecast(ground, { ...base, kind: 'pace', newPerDay: 1 });
    expect(found.finish).toBeUndefined();
    expect(found.sections[0]?.finished).toBeUndefined();
    expect(found.days).toHaveLength(730);
  });
});

describe('an interview', () => {
  it('introduces its sections the day before at the latest', () => {
    const ground = makeGround([{ topics: [[30]] }, { topics: [[30]] }]);
    const request: PlanRequest = {
      ...base,
      kind: 'interview',
      until: toDay(10),
      sections: ['backend/s1' as TopicId],
      recall: 0.9,
    };
    const found = forecast(ground, request);
    expect(found).toMatchObject({ newPerDay: 3, left: 30, finish: toDay(9), troubles: [] });
    expect(found.limits.reviewOrder).toBe('recall');
    expect(found.interview?.known).toBeGreaterThan(27);
    const tooLate = forecast(ground, { ...request, until: toDay(0) });
    expect(tooLate.troubles).toContainEqual({ kind: 'short', cards: 30 });
  });
});

describe('the extra reviews before an interview', () => {
  it('are counted on their days', () => {
    const ground = makeGround([{ topics: [[30]] }]);
    const sections = ['backend/s0' as TopicId];
    const request = { ...base, kind: 'interview', until: toDay(20), sections } as const;
    const found = forecast(ground, { ...request, recall: 0.97 });
    const extras = found.interview?.extras ?? [];
    expect(extras.length).toBeGreaterThan(5);
    for (const { day, extra } of found.days) {
      expect(extra).toBe(extras.filter((each) => each.day === day).length);
    }
  });
});

describe('the limits of a plan', () => {
  const settings = makeSettings({ newPerDay: 20 });

  it('are set in the queue the learner will meet', () => {
    const ground = makeGround([{ topics: [[90]] }], { settings });
    const { limits } = forecast(ground, { ...base, kind: 'pace', newPerDay: 30 });
    const set = applyPlan(settings, limits, planDeck, null);
    expect(set.learner.newPerDay).toBe(30);
    expect(set.decks.get(planDeck)?.newPerDay).toBe(30);
    expect(set.learner.reviewsPerDay).toBe(settings.learner.reviewsPerDay);
    const { limits: more } = forecast(ground, {
      ...base,
      kind: 'pace',
      newPerDay: 3,
      reviewsPerDay: 300,
    });
    expect(more).toMatchObject({ newPerDay: 20, reviewsPerDay: 300 });
  });

  it('leave other decks their own where there is room for all', () => {
    const other = 'roadmap:devops' as DeckId;
    const decks = new Map([[other, { ...defaultDeckSettings, newPerDay: 5 }]]);
    const ground = makeGround([{ topics: [[20]] }], { settings: { ...settings, decks } });
    const fresh = [...ground.study.fresh, { card: 'mine:x#1' as CardId, decks: [other] }];
    const study = { ...ground.study, fresh };
    const narrow = forecast({ ...ground, study }, { ...base, kind: 'pace', newPerDay: 10 });
    expect([...narrow.limits.newByDeck.keys()]).toEqual([planDeck]);
    const wide = forecast({ ...ground, study }, { ...base, kind: 'pace', newPerDay: 18 });
    expect(wide.limits.newByDeck.get(other)).toBe(2);
  });
});

function sum(days: readonly { readonly planned: number }[]): number {
  return days.reduce((all, day) => all + day.planned, 0);
}
