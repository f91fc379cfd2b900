import { describe, expect, it } from 'vitest';
import type { Instant, StudyDay } from './ids.ts';
import { nextStep, toStepDue } from './steps.ts';

const day = 20_000 as StudyDay;
/** 22:00 of the study day, in UTC with the day starting at 4:00. */
const evening = (day * 86_400_000 + 22 * 3_600_000) as Instant;
const start = { at: evening, studyDay: day, offset: 0, rolloverMinutes: 240 };

describe('the next step', () => {
  it('goes back to the first on Again', () => {
    expect(nextStep([1, 10, 60], 2, 'again')).toEqual({ step: 0, delayMinutes: 1 });
  });

  it('is half way between the first two on Hard at the first', () => {
    expect(nextStep([1, 10], 0, 'hard')).toEqual({ step: 0, delayMinutes: 5.5 });
  });

  it('repeats the step on Hard at a later one', () => {
    expect(nextStep([1, 10], 1, 'hard')).toEqual({ step: 1, delayMinutes: 10 });
  });

  it('is half as long again on Hard where there is one step', () => {
    expect(nextStep([10], 0, 'hard')).toEqual({ step: 0, delayMinutes: 15 });
  });

  it('is at most a day longer on Hard where there is one step', () => {
    expect(nextStep([3 * 1440], 0, 'hard')).toEqual({ step: 0, delayMinutes: 4 * 1440 });
  });

  it('comes in whole days on Hard above a day', () => {
    expect(nextStep([60, 3 * 1440], 0, 'hard')).toEqual({ step: 0, delayMinutes: 2 * 1440 });
    expect(nextStep([1440], 0, 'hard')).toEqual({ step: 0, delayMinutes: 2 * 1440 });
  });

  it('follows on Good, and is none after the last', () => {
    expect(nextStep([1, 10], 0, 'good')).toEqual({ step: 1, delayMinutes: 10 });
    expect(nextStep([1, 10], 1, 'good')).toBeNull();
  });

  it('is none on Easy, and none where there are no steps', () => {
    expect(nextStep([1, 10], 0, 'easy')).toBeNull();
    expect(nextStep([], 0, 'again')).toBeNull();
    expect(nextStep([], 3, 'hard')).toBeNull();
  });

  it('takes a step that no longer exists for the last', () => {
    expect(nextStep([1, 10], 4, 'good')).toBeNull();
    expect(nextStep([1, 10], 4, 'hard')).toEqual({ step: 1, delayMinutes: 10 });
    expect(nextStep([2], 4, 'hard')).toEqual({ step: 0, delayMinutes: 3 });
  });
});

describe('the end of a step', () => {
  it('is an instant on the same study day, after midnight too', () => {
    expect(toStepDue(1, start)).toEqual({ at: evening + 60_000 });
    expect(toStepDue(0.5, start)).toEqual({ at: evening + 30_000 });
    expect(toStepDue(5 * 60, start)).toEqual({ at: evening + 5 * 3_600_000 });
  });

  it('is a study day where it runs past the end of this one', () => {
    expect(toStepDue(6 * 60, start)).toEqual({ day: day + 1 });
    expect(toStepDue(1440, start)).toEqual({ day: day + 1 });
    expect(toStepDue(3 * 1440, start)).toEqual({ day: day + 3 });
  });

  it('counts from the study day that was written, whatever the clock says', () => {
    const written = { ...start, studyDay: (day - 2) as StudyDay };
    expect(toStepDue(1440, written)).toEqual({ day: day - 1 });
  });
});
