import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidePlacement, decideReview, previewGrades } from './decision.ts';
import { grades, type Grade, type Outcome } from './event.ts';
import { eventId, morning, toDay } from './fixtures/make-event.ts';
import { fuzzRange } from './fuzz.ts';
import { intervalFor } from './memory.ts';
import { newCardState, type CardState, type Schedule } from './schedule.ts';
import type { SchedulingSettings } from './settings-history.ts';
import { defaultHomeSettings, defaultParameters } from './settings.ts';

const settings: SchedulingSettings = {
  ...defaultHomeSettings,
  parameters: defaultParameters,
  rolloverMinutes: 240,
};
const base = {
  stability: 10,
  difficulty: 5,
  lastReview: { day: toDay(-10), at: morning(-10) },
  introduced: toDay(-40),
  reps: 5,
  lapses: 0,
};

function inReview(intervalDays: number, more: Partial<typeof base> = {}): CardState {
  const due = { day: toDay(intervalDays - 10) };
  const schedule: Schedule = { ...base, ...more, phase: 'review', intervalDays, due };
  return { ...newCardState, last: eventId(7), schedule };
}

function inSteps(phase: 'learning' | 'relearning', step: number): CardState {
  const lastReview = { day: toDay(0), at: morning(0) };
  const schedule: Schedule = { ...base, lastReview, phase, step, due: { at: morning(0) } };
  return { ...newCardState, last: eventId(7), schedule };
}

function situation(state: CardState, more: Partial<SchedulingSettings> = {}) {
  return {
    state,
    at: morning(0),
    studyDay: toDay(0),
    offset: 0,
    settings: { ...settings, ...more },
    seed: 'cairn:redis#1:5',
  };
}

function outcomes(state: CardState, more: Partial<SchedulingSettings> = {}) {
  const previews = previewGrades(situation(state, more));
  return Object.fromEntries(grades.map((grade) => [grade, previews[grade].outcome])) as Record<
    Grade,
    Outcome
  >;
}

const daysOf = (outcome: Outcome) => (outcome.phase === 'review' ? outcome.intervalDays : 0);
const inMinutes = (minutes: number) => ({ at: morning(0) + minutes * 60_000 });

describe('a new card', () => {
  it('goes through its learning steps', () => {
    const { again, hard, good, easy } = outcomes(newCardState);
    expect(again).toEqual({ phase: 'learning', step: 0, due: inMinutes(1), after: null });
    expect(hard).toEqual({ phase: 'learning', step: 0, due: inMinutes(5.5), after: null });
    expect(good).toEqual({ phase: 'learning', step: 1, due: inMinutes(10), after: null });
    expect(easy.phase).toBe('review');
  });

  it('goes straight to review where there are no steps, a better grade for a day more', () => {
    const { again, hard, good, easy } = outcomes(newCardState, { learningStepsMinutes: [] });
    expect([again, hard, good].map(daysOf)).toEqual([1, 1, 2]);
    expect(daysOf(easy)).toBeGreaterThan(2);
    expect(again.due).toEqual({ day: toDay(1) });
  });

  it('is due on a study day after a step that crosses the end of this one', () => {
    const { good } = outcomes(newCardState, { learningStepsMinutes: [10, 1440] });
    expect(good).toEqual({ phase: 'learning', step: 1, due: { day: toDay(1) }, after: null });
  });

  it('placed as known is in review at once', () => {
    const place = (grade: 'good' | 'easy') =>
      decidePlacement({ ...situation(newCardState), grade }).outcome;
    expect(place('good')).toMatchObject({ phase: 'review', intervalDays: 2 });
    expect(daysOf(place('easy'))).toBeGreaterThan(5);
  });
});

describe('a card in steps', () => {
  it('leaves them on Good at the last, and on Easy for a day more', () => {
    const { good, easy } = outcomes(inSteps('learning', 1));
    expect(good.phase).toBe('review');
    expect(daysOf(easy)).toBeGreaterThan(daysOf(good));
  });

  it('stays in relearning until its steps are done, and says what it was decided on', () => {
    const { again, hard, good } = outcomes(inSteps('relearning', 0));
    expect(again).toMatchObject({ phase: 'relearning', step: 0, due: inMinutes(10) });
    expect(hard).toMatchObject({ phase: 'relearning', step: 0, due: inMinutes(15) });
    expect(good).toMatchObject({ phase: 'review', after: eventId(7) });
  });

  it('leaves them with any grade where there are none any more', () => {
    for (const phase of ['learning', 'relearning'] as const) {
      const none = { learningStepsMinutes: [], relearningStepsMinutes: [] };
      const phases = Object.values(outcomes(inSteps(phase, 1), none)).map((o) => o.phase);
      expect(phases).toEqual(['review', 'review', 'review', 'review']);
    }
  });
});

describe('a card in review', () => {
  it('goes to relearning on Again', () => {
    const { again } = outcomes(inReview(10));
    expect(again).toEqual({
      phase: 'relearning',
      step: 0,
      due: inMinutes(10),
      after: eventId(7),
    });
  });

  it('stays in review on Again where there are no relearning steps, not later than on Hard', () => {
    const { again, hard } = outcomes(inReview(10), { relearningStepsMinutes: [] });
    expect(again.phase).toBe('review');
    expect(daysOf(again)).toBeGreaterThanOrEqual(1);
    expect(daysOf(again)).toBeLessThanOrEqual(daysOf(hard));
  });

  it('gets the day its interval leads to', () => {
    const { good } = outcomes(inReview(10));
    expect(good.due).toEqual({ day: toDay(daysOf(good)) });
  });

  it('is never scheduled above the maximum, not even to part the grades', () => {
    const { hard, good, easy } = outcomes(inReview(10), { maximumIntervalDays: 12 });
    expect([hard, good, easy].map(daysOf)).toEqual([12, 12, 12]);
  });

  it('counts no days since a review that lies in the future', () => {
    const later = inReview(10, { lastReview: { day: toDay(3), at: morning(3) } });
    const today = inReview(10, { lastReview: { day: toDay(0), at: morning(0) } });
    expect(outcomes(later)).toEqual(outcomes(today));
  });

  it('counts no day between reviews on one study day', () => {
    const { memory } = decideReview({
      ...situation(inReview(10, { lastReview: { day: toDay(0), at: morning(0) } })),
      grade: 'good',
    });
    expect(memory.stability).toBe(10);
  });
});

describe('a decision', () => {
  const states = fc.record({
    stability: fc.double({ min: 0.1, max: 3000, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    interval: fc.integer({ min: 1, max: 3000 }),
    elapsed: fc.nat(3000),
    seed: fc.string(),
    maximum: fc.integer({ min: 1, max: 36_500 }),
    retention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
  });

  it('parts Hard, Good and Easy by a day or more, and lets grow what should grow', () => {
    fc.assert(
      fc.property(states, ({ stability, difficulty, interval, elapsed, seed, ...limits }) => {
        const lastReview = { day: toDay(-elapsed), at: morning(-elapsed) };
        const state = inReview(interval, { stability, difficulty, lastReview });
        const maximumIntervalDays = limits.maximum;
        const given = situation(state, { maximumIntervalDays, desiredRetention: limits.retention });
        const decisions = previewGrades({ ...given, seed });
        const [hard, good, easy] = (['hard', 'good', 'easy'] as const).map((grade) => {
          const { memory, outcome } = decisions[grade];
          const days = daysOf(outcome);
          const unfuzzed = intervalFor(memory.stability, limits.retention, defaultParameters);
          expect(days).toBeGreaterThanOrEqual(1);
          expect(days).toBeLessThanOrEqual(maximumIntervalDays);
          if (Math.round(unfuzzed) > interval) {
            expect(days).toBeGreaterThanOrEqual(Math.min(interval + 1, maximumIntervalDays));
          }
          if (grade === 'hard' && Math.round(unfuzzed) < interval) {
            const middle = Math.min(Math.max(1, unfuzzed), maximumIntervalDays);
            expect(Math.abs(days - middle)).toBeLessThanOrEqual(fuzzRange(middle) + 1);
          }
          return days;
        });
        expect(good!).toBeGreaterThanOrEqual(Math.min(hard! + 1, maximumIntervalDays));
        expect(easy!).toBeGreaterThanOrEqual(Math.min(good! + 1, maximumIntervalDays));
      }),
    );
  });

  it('is what its preview said, and the same each time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grades), fc.integer({ min: 1, max: 900 }), (grade, days) => {
        const given = situation(inReview(days, { stability: days }));
        expect(decideReview({ ...given, grade })).toEqual(previewGrades(given)[grade]);
      }),
    );
  });

  it('spreads cards reviewed together over days', () => {
    const days = Array.from({ length: 200 }, (_, card) => {
      const given = {
        ...situation(inReview(60, { stability: 60 })),
        seed: `cairn:c${String(card)}#1:5`,
      };
      return daysOf(decideReview({ ...given, grade: 'good' }).outcome);
    });
    expect(new Set(days).size).toBeGreaterThan(8);
  });
});
