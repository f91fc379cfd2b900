import { describe, expect, it } from 'vitest';
import { dropKnownEvents } from './drop-known-events.ts';
import type { CardEvent } from './event.ts';
import type { CardId, EventId, Instant, StudyDay } from './ids.ts';
import type { ImportedBody, ImportedEvent } from './imported-event.ts';
import { newCardState, type CardState } from './schedule.ts';

const day = (number: number) => ({ day: number as StudyDay });
const review = (due: number, grade: 'good' | 'hard' = 'good'): ImportedBody => ({
  ...{ kind: 'reviewed', grade, durationMs: 1000, mode: 'review' },
  outcome: { phase: 'review', intervalDays: 3, due: day(due), after: null },
});
const reschedule = (due: number): ImportedBody => ({
  ...{ kind: 'rescheduled', due: day(due), intervalDays: 3, after: null },
});
const memory = (due: number | Instant, isStep = false): ImportedBody => ({
  ...{ kind: 'imported-memory', stability: 3, difficulty: 5, reps: 1, lapses: 0 },
  outcome: isStep
    ? { phase: 'learning', step: 0, due: { at: due as Instant }, after: null }
    : { phase: 'review', intervalDays: 3, due: day(due), after: null },
});
const at = (ms: number, body: ImportedBody, id = `file-${ms}`) =>
  ({
    ...{ id: id as EventId, v: 1, at: ms as Instant, offset: 0, studyDay: 10 as StudyDay },
    ...{ subject: 'mine-1:a#1' as CardId, ...body },
  }) as ImportedEvent;
const here = (ms: number, body: ImportedBody) => at(ms, body, `here-${ms}`) as CardEvent;
const due = (schedule: { day: StudyDay } | { at: Instant }): CardState => ({
  ...newCardState,
  schedule: { due: schedule } as CardState['schedule'] & object,
});
const kinds = (events: readonly ImportedEvent[]) => events.map(({ kind }) => kind);

describe('what a file says of a card that has a history here', () => {
  it('is all new where it has none', () => {
    const events = [at(1, review(3))];
    expect(dropKnownEvents(events, [], newCardState)).toEqual(events);
  });

  it('is known by time and grade, a moment apart too, and by its id', () => {
    const held = [here(5000, review(3)), at(90_000, review(9), 'same') as CardEvent];
    const brought = [at(5001, review(3)), at(80_000, review(9), 'same')];
    expect(dropKnownEvents(brought, held, due(day(9)))).toEqual([]);
    expect(dropKnownEvents([at(5000, review(3, 'hard'))], held, due(day(9)))).toHaveLength(1);
    expect(dropKnownEvents([at(7000, review(3))], held, due(day(9)))).toHaveLength(1);
  });

  it('is known for resets and days set by hand', () => {
    const held = [here(1, { kind: 'forgot' }), here(9000, reschedule(4))];
    const brought = [at(1, { kind: 'forgot' }), at(9000, reschedule(4))];
    expect(dropKnownEvents(brought, held, due(day(4)))).toEqual([]);
  });

  it('gives a day only where that differs and is newer than all that is known', () => {
    const held = [here(5000, review(3))];
    const closings = (ms: number, to: number) => [at(ms, memory(to)), at(ms, reschedule(to))];
    expect(dropKnownEvents(closings(9000, 3), held, due(day(3)))).toEqual([]);
    expect(dropKnownEvents(closings(4000, 8), held, due(day(3)))).toEqual([]);
    expect(kinds(dropKnownEvents(closings(9000, 8), held, due(day(3))))).toEqual([
      'imported-memory',
      'rescheduled',
    ]);
    expect(dropKnownEvents(closings(9000, 8), held, newCardState)).toHaveLength(2);
  });

  it('compares steps by the second, and a step with a day', () => {
    const held = [here(5000, review(3))];
    const step = [at(9000, memory(60_999, true))];
    expect(dropKnownEvents(step, held, due({ at: 60_500 as Instant }))).toEqual([]);
    expect(dropKnownEvents(step, held, due({ at: 90_000 as Instant }))).toEqual(step);
    expect(dropKnownEvents(step, held, due(day(3)))).toEqual(step);
  });

  it('keeps the day that comes with a new review, whatever is here', () => {
    const held = [here(5000, review(3))];
    const brought = [at(3000, review(2)), at(3001, reschedule(3))];
    expect(dropKnownEvents(brought, held, due(day(3)))).toEqual(brought);
  });

  it('sets marks that are not set', () => {
    const held = [here(1, { kind: 'flagged', flag: 2 })];
    const until = 11 as StudyDay;
    const marks: ImportedEvent[] = [
      at(7000, { kind: 'suspended', value: true }),
      at(7000, { kind: 'flagged', flag: 2 }),
      at(7000, { kind: 'buried', until }),
    ];
    const state = { ...newCardState, marks: { suspended: false, flag: 2, buriedUntil: until } };
    expect(kinds(dropKnownEvents(marks, held, state))).toEqual(['suspended']);
    expect(kinds(dropKnownEvents(marks, held, newCardState))).toHaveLength(3);
  });
});
