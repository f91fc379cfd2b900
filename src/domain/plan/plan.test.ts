import { describe, expect, it } from 'vitest';
import { settingSet, toDay } from '../fixtures/make-event.ts';
import type { DeckId, TopicId } from '../ids.ts';
import { buildSettingsHistory } from '../settings-history.ts';
import { findPlannedNew, measurePlan, type Plan } from './plan.ts';

const plan: Plan = {
  kind: 'finish',
  start: toDay(0),
  until: toDay(89),
  newPerDay: 3,
  cards: 260,
  started: 10,
  mandatoryOnly: false,
};

describe('where a plan stands', () => {
  it('is day 12 of 90, 3 cards behind', () => {
    expect(measurePlan(plan, toDay(11), 40)).toEqual({
      day: 12,
      days: 90,
      introduced: 30,
      behind: 3,
      isDone: false,
      isOver: false,
    });
  });

  it('asks nothing of the first day before it is over', () => {
    expect(measurePlan(plan, toDay(0), 10)).toMatchObject({ day: 1, behind: 0 });
    expect(measurePlan(plan, toDay(1), 10)).toMatchObject({ day: 2, behind: 3 });
  });

  it('is done with its last card, and over after its last day', () => {
    expect(measurePlan(plan, toDay(80), 270)).toMatchObject({ isDone: true, behind: 0 });
    expect(measurePlan(plan, toDay(90), 260)).toMatchObject({ isOver: true, behind: 10 });
  });

  it('has no last day at a pace, and takes cards made new again for what they are', () => {
    const { until: _, ...rest } = plan as Plan & { until: unknown };
    const pace: Plan = { ...rest, kind: 'pace' };
    expect(measurePlan(pace, toDay(500), 5)).toEqual({
      day: 501,
      introduced: 0,
      behind: 260,
      isDone: false,
      isOver: false,
    });
  });
});

describe('a plan by the source’s periods', () => {
  const stretches = [
    { until: toDay(9), newPerDay: 2 },
    { until: toDay(9), newPerDay: 0 },
    { until: toDay(19), newPerDay: 5 },
  ];
  const periods: Plan = { ...plan, kind: 'periods', until: toDay(19), stretches };

  it('has another pace in each', () => {
    const days = [-1, 0, 9, 10, 19, 20].map((day) => findPlannedNew(periods, toDay(day)));
    expect(days).toEqual([undefined, 2, 2, 5, 5, undefined]);
    expect(findPlannedNew(plan, toDay(3))).toBeUndefined();
  });

  it('counts by the paces so far', () => {
    expect(measurePlan(periods, toDay(12), 10)).toMatchObject({ behind: 30 });
    expect(measurePlan(periods, toDay(30), 10)).toMatchObject({ behind: 70 });
  });
});

describe('a plan as a setting', () => {
  const current = (value: unknown) =>
    buildSettingsHistory([settingSet(1, 'plan', value, 'roadmap:backend')])
      .current()
      .decks.get('roadmap:backend' as DeckId)?.plan;

  it('is kept with its deck', () => {
    const sections = ['backend/s1' as TopicId];
    const interview = { ...plan, kind: 'interview', sections, recall: 0.9 };
    const stretches = [{ until: toDay(9), newPerDay: 2 }];
    for (const value of [plan, { ...plan, kind: 'periods', stretches }, interview]) {
      expect(current(value)).toEqual(value);
    }
    expect(current({ ...plan, kind: 'pace' })).toMatchObject({ kind: 'pace' });
    expect(current(null)).toBeNull();
  });

  it('is none where no plan can be like that', () => {
    const strange = [
      { ...plan, kind: 'someday' },
      { ...plan, until: 'May' },
      { ...plan, kind: 'periods', stretches: [{ until: toDay(9) }] },
      { ...plan, newPerDay: -1 },
      { ...plan, kind: 'interview', recall: 0.9 },
      'plan',
    ];
    for (const value of strange) expect(current(value)).toBeNull();
  });
});
