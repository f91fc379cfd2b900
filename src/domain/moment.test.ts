import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, studyDayStart } from './day.ts';
import { grades } from './event.ts';
import { listValidOf, toContext } from './fixtures/project-log.ts';
import { cards, simulateDevices, type Device, type Turn } from './fixtures/simulate-devices.ts';
import type { CardId, Instant, StudyDay } from './ids.ts';
import { recall } from './memory.ts';
import { findMoment, toCardPast, type Moment, type Present } from './moment.ts';
import { measureProgress, type Progress } from './progress.ts';
import { replayCard } from './replay.ts';
import { defaultParameters } from './settings.ts';

const anyTurns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    device: fc.constant(0),
    waitMs: fc.oneof(fc.nat(600_000), fc.nat(20 * dayMs)),
    move: fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('review' as const),
          card: fc.nat(cards.length - 1),
          grade: fc.constantFrom(...grades),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('act' as const),
          card: fc.nat(cards.length - 1),
          what: fc.constantFrom('suspend', 'bury', 'forget', 'due', 'place'),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('undo' as const), pick: fc.nat(99) }),
      },
    ),
  }),
  { minLength: 1, maxLength: 30 },
);

/** A learner's cards after these turns, an hour after the last of them. */
function live(turns: readonly Turn[]) {
  const [device] = simulateDevices([{ skewMs: 0, offset: 0 }], turns) as [Device];
  const events = [...device.log.values()];
  const context = toContext(events);
  const validOf = (card: CardId) => listValidOf(events, card);
  const past = new Map(cards.map((card) => [card, toCardPast(validOf(card), context)]));
  const last = Math.max(0, ...events.map(({ at }) => at));
  const today = Math.max(0, ...events.map(({ studyDay }) => studyDay)) as StudyDay;
  const present: Present = {
    states: new Map(cards.map((card) => [card, replayCard(validOf(card), context)])),
    now: (last + 3_600_000) as Instant,
    today,
    offset: 0,
    rolloverMinutes: 240,
  };
  return { past, present, validOf, context };
}

function measure({ states, now, today }: Moment): Progress {
  return measureProgress({
    ...{ cards, states, now, today, leechLapses: 8 },
    recall: (memory, elapsed) => recall(memory, elapsed, defaultParameters),
  });
}

describe('the moment a day is seen from', () => {
  it('is today the present', () => {
    fc.assert(
      fc.property(anyTurns, (turns) => {
        const { past, present } = live(turns);
        expect(measure(findMoment(present.today, present, past))).toEqual(measure(present));
      }),
    );
  });

  it('has on a past day what a replay of the events up to then comes to', () => {
    fc.assert(
      fc.property(anyTurns, fc.nat(60), (turns, daysAgo) => {
        const { past, present, validOf, context } = live(turns);
        const day = (present.today - 1 - daysAgo) as StudyDay;
        const { states, now, today } = findMoment(day, present, past);
        for (const card of cards) {
          const until = validOf(card).filter((event) => event.studyDay <= day);
          const replayed = replayCard(until, context);
          expect(states.get(card) ?? { last: null, marks: replayed.marks }).toEqual(replayed);
        }
        expect(today).toBe(day);
        expect(now).toBe(studyDayStart((day + 1) as StudyDay, 0, 240));
      }),
    );
  });

  it('never sees recall rise in days to come, nor cards begin', () => {
    fc.assert(
      fc.property(anyTurns, (turns) => {
        const { past, present } = live(turns);
        let before = measure(present);
        for (let ahead = 1; ahead <= 30; ahead += 1) {
          const after = measure(findMoment((present.today + ahead) as StudyDay, present, past));
          expect(after.known).toBeLessThanOrEqual(before.known);
          expect(after.started).toBe(before.started);
          expect(after.due).toBeGreaterThanOrEqual(before.due);
          before = after;
        }
      }),
    );
  });

  it('is never later than now, where the learner flew west', () => {
    const present: Present = {
      ...{ states: new Map(), offset: -600, rolloverMinutes: 240 },
      now: studyDayStart(100 as StudyDay, -600, 240),
      today: 101 as StudyDay,
    };
    expect(findMoment(100 as StudyDay, present, new Map()).now).toBe(present.now);
  });
});
