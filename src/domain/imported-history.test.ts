import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventVersion, type CardEvent } from './event.ts';
import { eventTime } from './event-id.ts';
import type { ActId, CardId, DeviceId, Instant, StudyDay } from './ids.ts';
import type { ImportedCard, ImportedReview } from './imported-card.ts';
import type { ImportedEvent } from './imported-event.ts';
import { toImportedEvents, type ImportedHistory } from './imported-history.ts';
import { nextMemory } from './memory.ts';
import { replayCard } from './replay.ts';
import type { Memory } from './schedule.ts';
import { defaultHomeSettings, defaultParameters } from './settings.ts';
import { anyCard } from './testing/any-imported-card.ts';

const now = Date.UTC(2026, 10, 27, 12) as Instant;
const first = Date.UTC(2026, 0, 5, 9) as Instant;
const day = Math.floor(first / 86_400_000) as StudyDay;
const zone = { offsetMinutes: 60, rolloverMinutes: 240 };
const card = 'deck-1:guid#1' as CardId;

function eventsOf(imported: ImportedCard, more: Partial<ImportedHistory> = {}): ImportedEvent[] {
  return toImportedEvents({ card, imported, zone, parameters: null, now, ...more });
}

function replay(events: readonly ImportedEvent[], parameters = defaultParameters) {
  const settings = { ...defaultHomeSettings, parameters, rolloverMinutes: 240 };
  const whole = events.map((event): CardEvent => ({
    ...event,
    act: event.id as string as ActId,
    device: 'd' as DeviceId,
  }));
  return replayCard(whole, { parameters, settingsAt: () => settings });
}

const good = (days: number, at: number, id = at): ImportedReview => ({
  id,
  at: at as Instant,
  act: { kind: 'graded', grade: 'good', durationMs: 4000 },
  next: { days },
});
const dayMs = 86_400_000;
/** Good after nothing, two and ten days. */
const reviews = [good(2, first), good(10, first + 2 * dayMs), good(40, first + 12 * dayMs)];
const due = { day: (day + 52) as StudyDay };
const schedule = { phase: 'review', intervalDays: 40, due, reps: 3, lapses: 0 } as const;
const base: ImportedCard = { ordinal: '1', deck: 0 };

describe('the events of an imported card', () => {
  it('replay to its due date, interval, memory and marks, whatever its history', () => {
    fc.assert(
      fc.property(anyCard('1', 1), fc.boolean(), (imported, isReplayed) => {
        const events = eventsOf(imported, { parameters: isReplayed ? defaultParameters : null });
        const state = replay(events);
        const wanted = imported.schedule;
        expect(state.marks).toEqual({
          suspended: imported.suspended === true,
          buriedUntil: imported.buried ? Math.floor(now / dayMs) + 1 : null,
          flag: imported.flag ?? 0,
        });
        if (wanted === undefined) {
          expect(state.schedule).toBeUndefined();
          return;
        }
        expect(state.schedule).toMatchObject({ phase: wanted.phase, due: wanted.due });
        if (wanted.phase === 'review') {
          expect(state.schedule).toMatchObject({ intervalDays: wanted.intervalDays });
        }
        if (wanted.memory) {
          const { stability, difficulty } = state.schedule!;
          expect(Math.abs(stability / wanted.memory.stability - 1)).toBeLessThanOrEqual(0.0101);
          expect(Math.abs(difficulty - wanted.memory.difficulty)).toBeLessThanOrEqual(0.0501);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are the same at every import, sorted by their ids, each once', () => {
    fc.assert(
      fc.property(anyCard('1', 1), (imported) => {
        const events = eventsOf(imported);
        const ids = events.map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)].sort());
        const again = eventsOf(imported, { now: (now + 40 * dayMs) as Instant });
        expect(again.map(({ id }) => id)).toEqual(ids);
      }),
    );
  });

  it('hold each review with what the log says it led to', () => {
    const events = eventsOf({ ...base, schedule, reviews }, { parameters: defaultParameters });
    expect(events).toMatchObject([
      {
        kind: 'reviewed',
        v: eventVersion,
        subject: card,
        at: first,
        offset: 60,
        studyDay: day,
        grade: 'good',
        durationMs: 4000,
        outcome: { phase: 'review', intervalDays: 2, due: { day: day + 2 }, after: null },
      },
      { kind: 'reviewed', outcome: { intervalDays: 10, after: events[0]!.id } },
      { kind: 'reviewed', outcome: { intervalDays: 40, after: events[1]!.id } },
    ]);
    expect(events).toHaveLength(3);
    expect(events.map(({ id }) => eventTime(id))).toEqual(reviews.map(({ at }) => at));
  });

  it('go through the steps that the grades say', () => {
    const graded = (grade: 'again' | 'hard' | 'good', seconds: number, minutes: number) => ({
      ...good(0, first + minutes * 60_000),
      act: { kind: 'graded', grade, durationMs: 1 } as const,
      next: { seconds },
    });
    const log = [
      graded('good', 600, 0),
      graded('hard', 600, 10),
      graded('again', 60, 20),
      good(1, first + 30 * 60_000),
      graded('again', 90_000, 1440),
    ];
    const steps = { phase: 'relearning', due, reps: 5, lapses: 1 } as const;
    const events = eventsOf({ ...base, schedule: steps, reviews: log });
    expect(events.map((event) => event.kind === 'reviewed' && event.outcome)).toMatchObject([
      { phase: 'learning', step: 1, due: { at: first + 600_000 } },
      { phase: 'learning', step: 1 },
      { phase: 'learning', step: 0 },
      { phase: 'review', intervalDays: 1 },
      // The source keeps when a step is over, chance included.
      { phase: 'relearning', step: 0, due },
    ]);
  });

  it('end where the card’s day was moved without a line in the log', () => {
    const moved = { ...schedule, due: { day: (day + 60) as StudyDay } };
    const events = eventsOf({ ...base, schedule: moved, reviews });
    expect(events.at(-1)).toMatchObject({
      kind: 'rescheduled',
      due: moved.due,
      intervalDays: 40,
      after: events[2]!.id,
    });
    const steps = { ...moved, phase: 'learning' } as const;
    expect(eventsOf({ ...base, schedule: steps, reviews }).at(-1)).toMatchObject({
      kind: 'imported-memory',
      outcome: { phase: 'learning', step: 0, due: moved.due },
    });
  });

  it('forget what was forgotten, with or without a line in the log', () => {
    const reset: ImportedReview = {
      ...good(0, first + 20 * dayMs),
      act: { kind: 'reset' },
      next: { days: 0 },
    };
    expect(eventsOf({ ...base, reviews: [...reviews, reset] }).map(({ kind }) => kind)).toEqual([
      'reviewed',
      'reviewed',
      'reviewed',
      'forgot',
    ]);
    expect(eventsOf({ ...base, reviews }).at(-1)).toMatchObject({ kind: 'forgot' });
  });

  it('take days set by hand for what they are', () => {
    const set: ImportedReview = {
      ...good(0, first + 20 * dayMs),
      act: { kind: 'set-due' },
      next: { days: 7 },
    };
    const wanted = { ...schedule, intervalDays: 7, due: { day: (day + 27) as StudyDay } };
    const events = eventsOf({ ...base, schedule: wanted, reviews: [...reviews, set] });
    expect(events).toHaveLength(4);
    expect(events.at(-1)).toMatchObject({ kind: 'rescheduled', intervalDays: 7, due: wanted.due });
    const soon = { ...set, next: { seconds: 5 } };
    const today = eventsOf({ ...base, schedule: wanted, reviews: [...reviews, soon] })[3];
    expect(today).toMatchObject({ kind: 'rescheduled', intervalDays: 1, due: { day: day + 20 } });
  });
});

describe('memory of an imported card', () => {
  const memory = { stability: 77, difficulty: 3.3 };

  it('is the source’s where nothing tells how it was computed', () => {
    const events = eventsOf({ ...base, schedule: { ...schedule, memory }, reviews });
    expect(events.at(-1)).toMatchObject({ kind: 'imported-memory', ...memory, reps: 3, lapses: 0 });
    expect(replay(events).schedule).toMatchObject({
      ...memory,
      introduced: day,
      lastReview: { day: day + 12 },
    });
  });

  it('follows from the reviews where they lead to the source’s with its parameters', () => {
    const parameters = defaultParameters.with(2, 5);
    const computed = [0, 2, 10].reduce<Memory | null>(
      (before, days) => nextMemory(before, days, 'good', parameters),
      null,
    )!;
    const rounded = {
      stability: Number(computed.stability.toFixed(3)),
      difficulty: computed.difficulty,
    };
    const imported = { ...base, schedule: { ...schedule, memory: rounded }, reviews };
    const events = eventsOf(imported, { parameters });
    expect(events.map(({ kind }) => kind)).toEqual(['reviewed', 'reviewed', 'reviewed']);
    expect(replay(events, parameters).schedule).toMatchObject(computed);
    const other = { ...imported, schedule: { ...schedule, memory } };
    expect(eventsOf(other, { parameters }).at(-1)).toMatchObject({ kind: 'imported-memory' });
  });

  it('is made of interval and ease where reviews are missing', () => {
    const imported = { ...base, schedule: { ...schedule, reps: 9, ease: 2.5 }, reviews };
    const last = eventsOf(imported).at(-1);
    expect(last).toMatchObject({ kind: 'imported-memory', stability: 40, reps: 9 });
    const unread = { phase: 'learning', due, reps: 0, lapses: 0 } as const;
    expect(eventsOf({ ...base, schedule: unread })).toMatchObject([
      { kind: 'imported-memory', stability: 1 },
    ]);
  });

  it('is that of the reviews where only the phase differs', () => {
    const steps = { ...schedule, phase: 'relearning' } as const;
    const last = eventsOf({ ...base, schedule: steps, reviews }).at(-1);
    const state = replay(eventsOf({ ...base, schedule, reviews })).schedule!;
    expect(last).toMatchObject({ kind: 'imported-memory', stability: state.stability });
  });
});

describe('when an imported card changed', () => {
  const at = (imported: Partial<ImportedCard>) =>
    eventsOf({ ...base, flag: 2, ...imported })[0]!.at;

  it('is what the source says, but not after the import', () => {
    expect(at({ changedAt: first })).toBe(first);
    expect(at({ changedAt: (now + 5) as Instant })).toBe(now);
  });

  it('is told by its schedule where the source does not say', () => {
    const start = Date.UTC(2026, 0, 17, 3);
    expect(at({ schedule })).toBe(start);
    const soon = { phase: 'learning', due: { at: first }, reps: 1, lapses: 0 } as const;
    expect(at({ schedule: soon })).toBe(first);
    const odd = { phase: 'review', due, reps: 0, lapses: 0 } as const;
    expect(at({ schedule: odd })).toBe(Date.UTC(2026, 1, 25, 3));
    expect(at({})).toBe(0);
  });

  it('leaves out reviews from after the import, as of a clock that was wrong', () => {
    const late = good(3, now + 2 * dayMs);
    expect(eventsOf({ ...base, reviews: [late] })).toEqual([]);
  });

  it('keeps the order of two reviews in one millisecond', () => {
    const twice = [good(2, first, 1), good(3, first, 2)];
    const wanted = { ...schedule, intervalDays: 3, due: { day: (day + 3) as StudyDay }, reps: 2 };
    const events = eventsOf({ ...base, schedule: wanted, reviews: twice });
    expect(events.map(({ kind }) => kind)).toEqual(['reviewed', 'reviewed']);
    expect(events[0]!.id < events[1]!.id).toBe(true);
  });

  it('reads a due moment of a card in review as its day', () => {
    const moment = { ...schedule, due: { at: first } };
    expect(replay(eventsOf({ ...base, schedule: moment })).schedule).toMatchObject({
      due: { day },
    });
  });
});
