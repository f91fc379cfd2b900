import { describe, expect, it } from 'vitest';
import { toLearnedCard } from './exported-card.ts';
import { morning, reviewedFor, stamp, toDay, card } from './fixtures/make-event.ts';
import type { CardEvent } from './event.ts';
import { noMarks, newCardState, type CardState } from './schedule.ts';

const today = toDay(0);

/** A review that led to a step. */
function stepped(number: number, due: object): CardEvent {
  const event = reviewedFor(number, 0, 'good', 3, null);
  return { ...event, outcome: { phase: 'learning', step: 1, due, after: null } } as CardEvent;
}

const nextOf = (event: CardEvent) => toLearnedCard(newCardState, [event], today).reviews?.[0]?.next;

describe('toLearnedCard', () => {
  it('leaves nothing of a card that is new and unmarked', () => {
    expect(toLearnedCard(newCardState, [], today)).toEqual({});
  });

  it('takes marks along, and a burial only while it lasts', () => {
    const marks = { suspended: true, flag: 3, buriedUntil: toDay(1) };
    const state: CardState = { last: null, marks };
    const all = { suspended: true, flag: 3, buried: true };
    expect(toLearnedCard(state, [], today)).toEqual(all);
    expect(toLearnedCard(state, [], toDay(1))).toEqual({ suspended: true, flag: 3 });
  });

  it('gives the schedule with its memory', () => {
    const base = { stability: 4, difficulty: 5, reps: 2, lapses: 1, introduced: today };
    const lastReview = { day: today, at: morning(0) };
    const due = { day: toDay(9) };
    const state: CardState = {
      ...{ last: null, marks: noMarks },
      schedule: { ...base, lastReview, phase: 'review', intervalDays: 9, due },
    };
    const kept = { reps: 2, lapses: 1, memory: { stability: 4, difficulty: 5 }, due };
    expect(toLearnedCard(state, [], today)).toEqual({
      schedule: { ...kept, phase: 'review', intervalDays: 9 },
    });
    const learning: CardState = {
      ...{ last: null, marks: noMarks },
      schedule: { ...base, lastReview, phase: 'learning', step: 0, due },
    };
    expect(toLearnedCard(learning, [], today)).toEqual({
      schedule: { ...kept, phase: 'learning' },
    });
  });

  it('says of reviews what they led to: days, or seconds of a step', () => {
    const at = stamp(1).at;
    expect(nextOf(reviewedFor(1, 0, 'good', 7, null))).toEqual({ days: 7 });
    expect(nextOf(stepped(1, { at: at + 600_000 }))).toEqual({ seconds: 600 });
    const { studyDay } = stepped(1, {});
    expect(nextOf(stepped(1, { day: studyDay + 1 }))).toEqual({ seconds: 86_400 });
  });

  it('tells of resets and days set by hand, and of nothing else', () => {
    const { studyDay } = stamp(2);
    const events = [
      { ...stamp(1), kind: 'forgot', subject: card },
      {
        ...{ ...stamp(2), kind: 'rescheduled', subject: card, after: null },
        ...{ due: { day: studyDay + 4 }, intervalDays: 4 },
      },
      { ...stamp(3), kind: 'flagged', subject: card, flag: 1 },
    ] as CardEvent[];
    const acts = toLearnedCard(newCardState, events, today).reviews;
    expect(acts?.map(({ act, next }) => [act.kind, next])).toEqual([
      ['reset', { days: 0 }],
      ['set-due', { days: 4 }],
    ]);
  });
});
