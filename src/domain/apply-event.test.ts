import { describe, expect, it } from 'vitest';
import type { CardEvent } from './event.ts';
import { eventId, morning, onCard, reviewed, reviewedFor, toDay } from './fixtures/make-event.ts';
import { nextMemory, startMemory } from './memory.ts';
import { replayCard, type ReplayContext } from './replay.ts';
import { noMarks } from './schedule.ts';
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

describe('forgetting a card', () => {
  const forgot = onCard(3, 5, { kind: 'forgot' });

  it('makes it new again and leaves its marks', () => {
    const flagged = onCard(2, 1, { kind: 'flagged', flag: 2 });
    expect(replayCard([first, flagged, forgot], context)).toEqual({
      last: eventId(3),
      marks: { ...noMarks, flag: 2 },
    });
  });

  it('starts memory, counts and introduction over', () => {
    const again = reviewedFor(4, 6, 'good', 2, 3);
    expect(scheduleAfter([first, second, forgot, again])).toMatchObject({
      ...nextMemory(null, 0, 'good', defaultParameters),
      reps: 1,
      introduced: toDay(6),
    });
  });

  it('also starts over what is decided again', () => {
    const { phase } = scheduleAfter([first, forgot, reviewedFor(4, 6, 'again', 2, 1)]);
    expect(phase).toBe('learning');
  });
});

describe('setting a due day', () => {
  const body = { kind: 'rescheduled', due: { day: toDay(20) }, intervalDays: 18 } as const;

  it('moves the due day and leaves memory alone', () => {
    const before = scheduleAfter([first, second]);
    const after = scheduleAfter([first, second, onCard(3, 3, { ...body, after: eventId(2) })]);
    expect(after).toEqual({ ...before, due: { day: toDay(20) }, intervalDays: 18 });
  });

  it('stands whatever else happened to the card meanwhile', () => {
    const set = onCard(3, 3, { ...body, after: null });
    expect(scheduleAfter([first, second, set]).due).toEqual({ day: toDay(20) });
  });

  it('puts a card in steps into review', () => {
    const outcome = { phase: 'learning', step: 1, due: { at: morning(0) }, after: null } as const;
    const learning = reviewed(1, 0, 'good', outcome);
    const schedule = scheduleAfter([learning, onCard(2, 0, { ...body, after: eventId(1) })]);
    expect(schedule).toMatchObject({ phase: 'review', intervalDays: 18 });
    expect(schedule).not.toHaveProperty('step');
  });

  it('puts a new card into review, with memory from its interval', () => {
    expect(scheduleAfter([onCard(1, 2, { ...body, after: null })])).toEqual({
      ...startMemory(18, defaultParameters),
      phase: 'review',
      intervalDays: 18,
      due: { day: toDay(20) },
      lastReview: { day: toDay(2), at: morning(2) },
      introduced: toDay(2),
      reps: 0,
      lapses: 0,
    });
  });
});

describe('a placement', () => {
  const outcome = {
    phase: 'review',
    intervalDays: 8,
    due: { day: toDay(8) },
    after: null,
  } as const;
  const placed = onCard(3, 0, { kind: 'placed', grade: 'easy', outcome });

  it('gives a new card its first schedule, without a review', () => {
    expect(scheduleAfter([placed])).toMatchObject({
      ...nextMemory(null, 0, 'easy', defaultParameters),
      due: { day: toDay(8) },
      reps: 0,
    });
  });

  it('says nothing on a card that has a schedule', () => {
    expect(replayCard([first, second, placed], context)).toEqual(
      replayCard([first, second], context),
    );
  });

  it('keeps the day it was given on a card that was forgotten meanwhile, so that the load stays level', () => {
    const forgot = onCard(2, 0, { kind: 'forgot' });
    const later = { ...outcome, intervalDays: 40, due: { day: toDay(40) } };
    expect(
      scheduleAfter([first, forgot, { ...placed, outcome: later } as typeof placed]),
    ).toMatchObject({
      intervalDays: 40,
      due: { day: toDay(40) },
    });
  });

  it('into steps, as no screen writes it, is decided again past them', () => {
    const steps = { phase: 'learning', step: 0, due: { day: toDay(1) }, after: null } as const;
    const forgot = onCard(2, 0, { kind: 'forgot' });
    const odd = { ...placed, outcome: steps } as typeof placed;
    expect(scheduleAfter([first, forgot, odd])).toMatchObject({ phase: 'review' });
  });

  it('is decided again on a card that was forgotten meanwhile', () => {
    const forgot = onCard(2, 0, { kind: 'forgot' });
    const limited = { ...context, settingsAt: () => ({ ...settings, maximumIntervalDays: 5 }) };
    const { due } = scheduleAfter([first, forgot, placed], limited);
    expect(due).toEqual({ day: toDay(5) });
  });
});

describe('memory from another program', () => {
  const body = {
    kind: 'imported-memory',
    stability: 80,
    difficulty: 6,
    reps: 9,
    lapses: 2,
  } as const;

  it('is taken as it is, and counts from the review its interval began with', () => {
    const outcome = {
      phase: 'review',
      intervalDays: 70,
      due: { day: toDay(5) },
      after: null,
    } as const;
    expect(scheduleAfter([onCard(1, 0, { ...body, outcome })])).toEqual({
      stability: 80,
      difficulty: 6,
      phase: 'review',
      intervalDays: 70,
      due: { day: toDay(5) },
      lastReview: { day: toDay(-65), at: morning(-65) },
      introduced: toDay(0),
      reps: 9,
      lapses: 2,
    });
  });

  it('never counts from a day after the import', () => {
    const outcome = {
      phase: 'review',
      intervalDays: 3,
      due: { day: toDay(50) },
      after: null,
    } as const;
    expect(scheduleAfter([onCard(1, 0, { ...body, outcome })]).lastReview.day).toBe(toDay(0));
  });

  it('counts from the import where the card is in steps, and keeps its introduction', () => {
    const outcome = { phase: 'learning', step: 1, due: { at: morning(4) }, after: null } as const;
    expect(scheduleAfter([first, onCard(2, 4, { ...body, outcome })])).toMatchObject({
      phase: 'learning',
      lastReview: { day: toDay(4), at: morning(4) },
      introduced: toDay(0),
    });
  });
});
