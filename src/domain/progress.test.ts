import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId, Instant, StudyDay } from './ids.ts';
import {
  meanRecall,
  measureProgress,
  recallBands,
  toRecallBand,
  toRecallLevel,
  type Progress,
} from './progress.ts';
import { newCardState, noMarks, type CardState, type Marks, type Schedule } from './schedule.ts';

const today = 20_000 as StudyDay;
const now = (today * 86_400_000) as Instant;
const ids = ['a:1#1', 'a:2#1', 'a:3#1', 'a:4#1'] as CardId[];

function inReview(dueIn: number, elapsedDays = 0, lapses = 0): Schedule {
  return {
    phase: 'review',
    intervalDays: 10,
    due: { day: (today + dueIn) as StudyDay },
    stability: 10,
    difficulty: 5,
    lastReview: { day: today, at: (now - elapsedDays * 86_400_000) as Instant },
    introduced: today,
    reps: 3,
    lapses,
  };
}

function toState(schedule?: Schedule, marks: Partial<Marks> = {}): CardState {
  const state = { ...newCardState, marks: { ...noMarks, ...marks } };
  return schedule === undefined ? state : { ...state, schedule };
}

function measure(states: readonly CardState[], leechLapses = 8): Progress {
  return measureProgress({
    cards: ids,
    states: new Map(states.map((state, index) => [ids[index]!, state])),
    now,
    today,
    leechLapses,
    recall: (_, elapsedDays) => 1 / (1 + elapsedDays),
  });
}

describe('progress over some cards', () => {
  it('is nothing where none has a state', () => {
    const none = { cards: 4, started: 0, due: 0, suspended: 0, leeches: 0, known: 0 };
    expect(measure([])).toEqual({ ...none, stabilityDays: null });
    expect(meanRecall(measure([]))).toBeUndefined();
  });

  it('sums the chances of recall of the cards begun', () => {
    const progress = measure([toState(inReview(1)), toState(inReview(1, 1)), toState()]);
    expect(progress).toMatchObject({ started: 2, known: 1.5 });
    expect(meanRecall(progress)).toBe(0.75);
  });

  it('has the middle stability of the cards begun, between the two middle ones where they are even', () => {
    const stable = (stability: number) => toState({ ...inReview(1), stability });
    expect(measure([stable(40), toState(), stable(2), stable(5)]).stabilityDays).toBe(5);
    expect(measure([stable(40), stable(2)]).stabilityDays).toBe(21);
  });

  it('takes a review in the future, as of a clock set back, for just now', () => {
    expect(measure([toState(inReview(1, -3))]).known).toBe(1);
  });

  it('counts as due what comes up today, unless it is suspended or buried', () => {
    const due = inReview(0);
    expect(measure([toState(due), toState(inReview(-9)), toState(inReview(1))]).due).toBe(2);
    expect(measure([toState(due, { suspended: true })])).toMatchObject({ due: 0, suspended: 1 });
    expect(measure([toState(due, { buriedUntil: (today + 1) as StudyDay })]).due).toBe(0);
    expect(measure([toState(due, { buriedUntil: today })]).due).toBe(1);
  });

  it('counts as due a card in steps, and as suspended one never begun', () => {
    const at = (now + 1) as Instant;
    const step: Schedule = { ...inReview(0), phase: 'learning', step: 0, due: { at } };
    const progress = measure([toState(step), toState(undefined, { suspended: true })]);
    expect(progress).toMatchObject({ started: 1, due: 1, suspended: 1 });
  });

  it('counts leeches from the threshold on, and none where it is switched off', () => {
    const states = [7, 8, 9].map((lapses) => toState(inReview(1, 0, lapses)));
    expect(measure(states, 8).leeches).toBe(2);
    expect(measure(states, 0).leeches).toBe(0);
  });
});

describe('the ramp of recall', () => {
  it.each([
    [0, 'fading'],
    [0.599, 'fading'],
    [0.6, 'weak'],
    [0.75, 'fair'],
    [0.85, 'good'],
    [0.929, 'good'],
    [0.93, 'strong'],
    [1, 'strong'],
  ])('has %d as %s', (chance, band) => {
    expect(toRecallBand(chance)).toBe(band);
  });

  it('fills a bar higher with each step, and not at all before the first review', () => {
    const looks = ['none', ...recallBands] as const;
    expect(looks.map(toRecallLevel)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('never falls as recall rises', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(chance, chance, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const rank = (value: number) => recallBands.indexOf(toRecallBand(value));
        expect(rank(low)).toBeLessThanOrEqual(rank(high));
      }),
    );
  });
});
