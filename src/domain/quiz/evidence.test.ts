import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, StudyDay } from '../ids.ts';
import type { Schedule } from '../schedule.ts';
import { weighAnswer, type QuizEvidence } from './evidence.ts';

const today = 20_000 as StudyDay;
const at = 1_728_032_400_000 as Instant;

const base = {
  stability: 8,
  difficulty: 5,
  lastReview: { day: (today - 8) as StudyDay, at },
  introduced: (today - 20) as StudyDay,
  reps: 3,
  lapses: 0,
};
const dueOn = (day: number): Schedule => ({
  ...base,
  phase: 'review',
  intervalDays: 8,
  due: { day: day as StudyDay },
});
const stepDue = (ms: number): Schedule => ({
  ...base,
  phase: 'relearning',
  step: 0,
  due: { at: (at + ms) as Instant },
});

function weigh(given: Partial<QuizEvidence>) {
  return weighAnswer({
    result: 'right',
    format: 'typed',
    schedule: dueOn(today),
    at,
    today,
    wasForgottenToday: false,
    ...given,
  });
}

describe('what an answer in a quiz says of its card', () => {
  it('wrong, or not known, is a lapse, whatever the way it was asked and whenever it is due', () => {
    for (const result of ['wrong', 'unknown'] as const) {
      for (const format of ['choice', 'typed', 'recall'] as const) {
        expect(weigh({ result, format })).toBe('again');
        expect(weigh({ result, format, schedule: dueOn(today + 9) })).toBe('again');
      }
    }
  });

  it('is a lapse once a card and study day', () => {
    expect(weigh({ result: 'wrong', wasForgottenToday: true })).toBeNull();
  });

  it('typed or recalled right is a Good on a card that is due', () => {
    for (const format of ['typed', 'recall'] as const) {
      expect(weigh({ format })).toBe('good');
      expect(weigh({ format, schedule: dueOn(today - 3) })).toBe('good');
      expect(weigh({ format, schedule: stepDue(-1) })).toBe('good');
    }
  });

  it('picked right says nothing: it may be a guess', () => {
    expect(weigh({ format: 'choice' })).toBeNull();
  });

  it('right before its time says nothing', () => {
    expect(weigh({ schedule: dueOn(today + 1) })).toBeNull();
    expect(weigh({ schedule: stepDue(60_000) })).toBeNull();
  });

  it('never gives a schedule to a card that has none', () => {
    const evidence = fc.record({
      result: fc.constantFrom('right', 'wrong', 'unknown'),
      format: fc.constantFrom('choice', 'typed', 'recall'),
      wasForgottenToday: fc.boolean(),
    });
    fc.assert(
      fc.property(evidence, (given) => {
        expect(weigh({ ...given, schedule: undefined })).toBeNull();
      }),
    );
  });
});
