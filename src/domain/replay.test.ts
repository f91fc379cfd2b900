import { describe, expect, it } from 'vitest';
import type { CardEvent } from './event.ts';
import { eventId, morning, onCard, reviewed, reviewedFor, toDay } from './fixtures/make-event.ts';
import { nextMemory } from './memory.ts';
import { foldEvent, listStates, replayCard, type ReplayContext } from './replay.ts';
import { newCardState, noMarks } from './schedule.ts';
import type { SchedulingSettings } from './settings-history.ts';
import { defaultHomeSettings, defaultParameters } from './settings.ts';

const settings: SchedulingSettings = {
  ...defaultHomeSettings,
  parameters: defaultParameters,
  rolloverMinutes: 240,
};
const context: ReplayContext = { parameters: defaultParameters, settingsAt: () => settings };

function scheduleAfter(events: readonly CardEvent[], given = context) {
  return replayCard(events, given).schedule!;
}

const first = reviewedFor(1, 0, 'good', 2, null);
const second = reviewedFor(2, 2, 'good', 11, 1);
const third = reviewedFor(3, 13, 'good', 46, 2);

describe('replay', () => {
  it('leaves a card without events new', () => {
    expect(replayCard([], context)).toEqual(newCardState);
  });

  it('takes phase and due from the last review, memory from all of them', () => {
    const afterFirst = nextMemory(null, 0, 'good', defaultParameters);
    expect(replayCard([first, second], context)).toEqual({
      last: eventId(2),
      marks: noMarks,
      schedule: {
        ...nextMemory(afterFirst, 2, 'good', defaultParameters),
        phase: 'review',
        intervalDays: 11,
        due: { day: toDay(13) },
        lastReview: { day: toDay(2), at: morning(2) },
        introduced: toDay(0),
        reps: 2,
        lapses: 0,
      },
    });
  });

  it('computes memory with today’s parameters and moves no due date by them', () => {
    const parameters = defaultParameters.with(2, 5);
    const now = scheduleAfter([first, second, third]);
    const then = scheduleAfter([first, second, third], { ...context, parameters });
    expect(then.stability).not.toBe(now.stability);
    expect(then.due).toEqual(now.due);
  });

  it('counts no days where the clock was set back between reviews', () => {
    const back = reviewedFor(2, -30, 'good', 3, 1);
    const afterFirst = nextMemory(null, 0, 'good', defaultParameters);
    const { stability } = nextMemory(afterFirst, 0, 'good', defaultParameters);
    expect(scheduleAfter([first, back]).stability).toBe(stability);
  });

  it('counts a lapse for Again in review only', () => {
    const events = [
      reviewed(1, 0, 'again', {
        phase: 'learning',
        step: 0,
        due: { at: morning(0) },
        after: null,
      }),
      reviewedFor(2, 0, 'good', 3, 1),
      reviewed(3, 3, 'again', {
        phase: 'relearning',
        step: 0,
        due: { at: morning(3) },
        after: eventId(2),
      }),
      reviewed(4, 3, 'again', {
        phase: 'relearning',
        step: 0,
        due: { at: morning(3) },
        after: eventId(3),
      }),
    ];
    expect(scheduleAfter(events)).toMatchObject({ lapses: 1, reps: 4, phase: 'relearning' });
  });

  it('gives every state a card went through, for its history', () => {
    const states = listStates([first, second], context);
    expect(states.map(({ event, state }) => [event.id, state.schedule?.due])).toEqual([
      [eventId(1), { day: toDay(2) }],
      [eventId(2), { day: toDay(13) }],
    ]);
  });

  it('keeps marks apart from the schedule', () => {
    const marks = [
      onCard(1, 0, { kind: 'suspended', value: true }),
      onCard(2, 0, { kind: 'buried', until: toDay(1) }),
      onCard(3, 0, { kind: 'flagged', flag: 3 }),
    ];
    expect(replayCard(marks, context)).toEqual({
      last: null,
      marks: { suspended: true, buriedUntil: toDay(1), flag: 3 },
    });
    const undoing = [
      onCard(4, 0, { kind: 'suspended', value: false }),
      onCard(5, 0, { kind: 'buried', until: null }),
      onCard(6, 0, { kind: 'flagged', flag: 0 }),
    ];
    expect(replayCard([...marks, ...undoing], context)).toEqual(newCardState);
  });

  it('passes over kinds and versions it does not know', () => {
    const later = { ...reviewedFor(3, 13, 'again', 1, 2), v: 2 };
    const dreamt = { ...later, v: 1, kind: 'dreamt' };
    expect(replayCard([first, second, later, dreamt], context)).toEqual(
      replayCard([first, second], context),
    );
  });

  it('lets an answer in a quiz change nothing', () => {
    const body = { kind: 'answered', result: 'wrong', mode: 'quiz', format: 'choice' } as const;
    const answer = onCard(3, 5, { ...body, durationMs: 900 });
    expect(replayCard([first, second, answer], context)).toEqual(
      replayCard([first, second], context),
    );
  });
});

describe('a review decided on another state than the replay’s', () => {
  const concurrent = reviewedFor(2, 2, 'good', 99, null);

  it('is decided again, with fuzz drawn from its id', () => {
    const schedule = scheduleAfter([first, concurrent]);
    expect(schedule.due).not.toEqual({ day: toDay(101) });
    expect(schedule).toMatchObject({ phase: 'review', reps: 2 });
    expect(scheduleAfter([first, concurrent])).toEqual(schedule);
  });

  it('is decided with the settings in force at it', () => {
    const limited = { ...context, settingsAt: () => ({ ...settings, maximumIntervalDays: 4 }) };
    expect(scheduleAfter([first, concurrent], limited).due).toEqual({ day: toDay(6) });
  });

  it('is decided with the memory that the parameters in force at it gave', () => {
    const events = [
      onCard(1, 0, { kind: 'rescheduled', due: { day: toDay(3) }, intervalDays: 3, after: null }),
      reviewedFor(2, 3, 'good', 12, 1),
      reviewedFor(3, 15, 'good', 99, null),
    ];
    const later = { ...context, parameters: defaultParameters.with(8, 0.5).with(2, 9) };
    const [now, then] = [scheduleAfter(events), scheduleAfter(events, later)];
    expect(then.due).toEqual(now.due);
    expect(then.stability).not.toBe(now.stability);
  });

  it('lets those decided on it stand', () => {
    expect(scheduleAfter([first, concurrent, third]).due).toEqual({ day: toDay(59) });
  });

  it('goes back into the steps of a card that is new after all', () => {
    const { phase } = scheduleAfter([reviewedFor(2, 2, 'good', 11, 1)]);
    expect(phase).toBe('learning');
  });

  it('is decided again from memory another program gave', () => {
    const outcome = {
      phase: 'review',
      intervalDays: 300,
      due: { day: toDay(1) },
      after: null,
    } as const;
    const body = { kind: 'imported-memory', stability: 300, difficulty: 4 } as const;
    const imported = onCard(1, 0, { ...body, reps: 9, lapses: 1, outcome });
    const schedule = scheduleAfter([imported, reviewedFor(2, 1, 'good', 3, null)]);
    expect(schedule.phase === 'review' && schedule.intervalDays).toBeGreaterThan(300);
  });

  it('is decided again from where a placement left the card', () => {
    const outcome = {
      phase: 'review',
      intervalDays: 8,
      due: { day: toDay(8) },
      after: null,
    } as const;
    const placed = onCard(1, 0, { kind: 'placed', grade: 'easy', outcome });
    const schedule = scheduleAfter([placed, reviewedFor(2, 8, 'good', 2, null)]);
    expect(schedule.phase === 'review' && schedule.intervalDays).toBeGreaterThan(8);
  });
});

describe('folding one more event into a state', () => {
  it('gives what a replay of them all gives', () => {
    const state = replayCard([first, second], context);
    expect(foldEvent(state, third, context)).toEqual(replayCard([first, second, third], context));
  });

  it('is refused where the event was decided on another state', () => {
    expect(() => foldEvent(newCardState, second, context)).toThrow('does not follow');
  });
});
