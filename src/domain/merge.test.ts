import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideReview } from './decision.ts';
import { mintEventId } from './event-id.ts';
import { grades, type AnyEvent } from './event.ts';
import {
  inReplayOrder,
  listValid,
  listValidOf,
  projectLog,
  toContext,
} from './fixtures/project-log.ts';
import {
  cards,
  changes,
  simulateDevices,
  type Clock,
  type Device,
  type Move,
  type Turn,
} from './fixtures/simulate-devices.ts';
import { isCardEvent, isKnownEvent } from './known-event.ts';
import type { ActId, CardId, EventId } from './ids.ts';
import { listStates, replayCard } from './replay.ts';

const dayMs = 86_400_000;
const card = fc.nat(cards.length - 1);
const actKinds = ['suspend', 'bury', 'flag', 'forget', 'due', 'place', 'import', 'cram'] as const;

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      card,
      grade: fc.constantFrom(...grades),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      card,
      what: fc.constantFrom(...actKinds),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const), value: fc.string() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('set' as const), change: fc.nat(changes.length - 1) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'later-version' as const }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const), pick: fc.nat(99) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sync' as const), from: fc.nat(2) }) },
);

const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    device: fc.nat(2),
    waitMs: fc.oneof(fc.nat(600_000), fc.nat(20 * dayMs)),
    move,
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

const clocks: fc.Arbitrary<Clock[]> = fc.array(
  fc.record({
    skewMs: fc.oneof(fc.constant(0), fc.integer({ min: -40 * dayMs, max: 40 * dayMs })),
    offset: fc.integer({ min: -12 * 60, max: 14 * 60 }),
  }),
  { minLength: 2, maxLength: 3 },
);

function forAllLogs(check: (devices: Device[], union: AnyEvent[]) => void, numRuns = 100): void {
  fc.assert(
    fc.property(clocks, turns, (skewed, played) => {
      const devices = simulateDevices(skewed, played);
      check(devices, inReplayOrder(devices.flatMap((device) => [...device.log.values()])));
    }),
    { numRuns },
  );
}

/** An event newer than all in a log. */
function newerThan(log: readonly AnyEvent[], body: object): AnyEvent {
  const last = log.at(-1)!;
  const id = mintEventId(last.at, last.id, new Uint8Array(10));
  return { ...last, sitting: 'later', id, act: id as string as ActId, v: 1, ...body } as AnyEvent;
}

function duesOf(events: readonly AnyEvent[]) {
  return new Map(
    [...projectLog(events).states].map(([id, { schedule }]) => {
      return [id, schedule && { phase: schedule.phase, due: schedule.due }];
    }),
  );
}

describe('devices that merge', () => {
  it('agree on everything, whatever the order of merging, and merging twice changes nothing', () => {
    forAllLogs((devices, union) => {
      const expected = projectLog(union);
      const logs = devices.map((device) => [...device.log.values()]);
      expect(projectLog(logs.toReversed().flat())).toEqual(expected);
      expect(projectLog([...logs.flat().reverse(), ...logs.flat()])).toEqual(expected);
      const inSteps = logs.reduce((merged, log) => inReplayOrder([...log, ...merged]), []);
      expect(projectLog(inSteps)).toEqual(expected);
    });
  });

  it('hold as states folded event by event what a replay of their logs gives', () => {
    forAllLogs((devices) => {
      for (const device of devices) {
        const { states } = projectLog(device.log.values());
        expect(new Map([...device.states].filter(([id]) => states.has(id)))).toEqual(states);
      }
    });
  });

  it('lose no review: each that is not void counts since its card was last new', () => {
    forAllLogs((_, union) => {
      for (const [id, state] of projectLog(union).states) {
        let reps = 0;
        for (const event of listValidOf(union, id)) {
          if (event.kind === 'forgot') reps = 0;
          if (event.kind === 'imported-memory') reps = event.reps;
          if (event.kind === 'reviewed') reps += 1;
        }
        expect(state.schedule?.reps ?? 0).toBe(reps);
      }
    });
  });

  it('void an act exactly where an undo of it holds', () => {
    forAllLogs((_, union) => {
      const valid = new Set(listValid(union).map((event) => event.id));
      const undos = union.filter((event) => isKnownEvent(event) && event.kind === 'undone');
      const holds = (undo: Pick<AnyEvent, 'act'>): boolean =>
        !undos.some((other) => other.subject === undo.act && holds(other));
      for (const event of union) {
        if (event.kind === 'undone') continue;
        const isVoid = undos.some((undo) => undo.subject === event.act && holds(undo));
        expect(valid.has(event.id)).toBe(!isVoid);
      }
    });
  });
});

describe('a due date', () => {
  const settled = (union: readonly AnyEvent[], id: CardId, last: EventId) => {
    const known = union.filter((event) => event.id <= last);
    const events = listValidOf(union, id).filter((event) => event.id <= last);
    return replayCard(events, toContext(known)).schedule;
  };

  it('is explained by the event that set it, with nothing that came later but undo', () => {
    forAllLogs((_, union) => {
      for (const [id, { schedule, last }] of projectLog(union).states) {
        if (schedule === undefined || last === null) continue;
        const event = listValidOf(union, id).find((found) => found.id === last)!;
        expect(event.subject).toBe(id);
        const { due, phase } = settled(union, id, last)!;
        expect({ due, phase }).toEqual({ due: schedule.due, phase: schedule.phase });
        if ('day' in due) expect(due.day).toBeGreaterThanOrEqual(event.studyDay);
        else expect(due.at).toBeGreaterThan(event.at);
      }
    });
  });

  it('is the one the event recorded, or where something came between what it decided then', () => {
    forAllLogs((_, union) => {
      const context = toContext(union);
      for (const id of cards) {
        const events = listValidOf(union, id);
        listStates(events, context).forEach(({ event, state: { schedule } }, index) => {
          if (event.kind === 'rescheduled') expect(schedule?.due).toEqual(event.due);
          if (event.kind !== 'reviewed') return;
          const settings = context.settingsAt(event);
          const parameters = settings.parameters;
          const state = replayCard(events.slice(0, index), { ...context, parameters });
          const { at, studyDay, offset, grade } = event;
          const then = { state, at, studyDay, offset, grade, settings, seed: event.id };
          const stands = event.outcome.after === state.last;
          const outcome = stands ? event.outcome : decideReview(then).outcome;
          expect({ ...schedule, after: outcome.after }).toMatchObject(outcome);
        });
      }
    });
  });

  it('is moved by no change of parameters, steps, retention, maximum or rollover', () => {
    forAllLogs((_, union) => {
      if (union.length === 0) return;
      const later = [...union];
      for (const [key, value, scope] of changes) {
        const where = scope === undefined ? {} : { scope };
        later.push(
          newerThan(later, { kind: 'setting-set', subject: `setting:${key}`, value, ...where }),
        );
      }
      expect(duesOf(later)).toEqual(duesOf(union));
    });
  });

  it('is as before after an undo of what came last, and as it was after its redo', () => {
    forAllLogs((_, union) => {
      const last = listValid(union).findLast(isCardEvent);
      if (last === undefined) return;
      const undo = newerThan(union, { kind: 'undone', subject: last.act });
      const redo = newerThan([...union, undo], { kind: 'undone', subject: undo.act });
      const without = union.filter((event) => event.act !== last.act);
      expect(projectLog([...union, undo])).toEqual(projectLog(without));
      expect(projectLog([...union, undo, redo])).toEqual(projectLog(union));
    });
  });
});

describe('memory', () => {
  it('stays finite through clock jumps and travel, and counts no day below zero', () => {
    forAllLogs((_, union) => {
      for (const { schedule } of projectLog(union).states.values()) {
        if (schedule === undefined) continue;
        expect(schedule.stability).toBeGreaterThanOrEqual(0.001);
        expect(schedule.stability).toBeLessThanOrEqual(36_500);
        expect(schedule.difficulty).toBeGreaterThanOrEqual(1);
        expect(schedule.difficulty).toBeLessThanOrEqual(10);
      }
    });
  });
});
