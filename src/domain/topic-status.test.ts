import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledRoadmap } from './content.ts';
import { grades, type AnyEvent, type StatusSetEvent } from './event.ts';
import { stamp, toDay } from './fixtures/make-event.ts';
import { listValidOf, toContext } from './fixtures/project-log.ts';
import {
  cards,
  changes,
  simulateDevices,
  type Device,
  type Turn,
} from './fixtures/simulate-devices.ts';
import type { CardId, TopicId } from './ids.ts';
import { listStates } from './replay.ts';
import { mapStatuses } from './roadmap-statuses.ts';
import { newCardState, noMarks, type CardState } from './schedule.ts';
import {
  combineStatus,
  deriveDatedStatus,
  deriveStatus,
  findStart,
  notStarted,
  readHandStatuses,
  sumStatuses,
  type CardStep,
  type DatedStatus,
} from './topic-status.ts';

const topic = 'backend/redis' as TopicId;
const [one, two] = ['cairn:redis#1', 'cairn:redis#2'] as [CardId, CardId];

function steady(stability: number, introduced = 0): CardState {
  return {
    last: null,
    marks: noMarks,
    schedule: {
      phase: 'review',
      stability,
      difficulty: 5,
      lastReview: { day: toDay(introduced), at: stamp(1, introduced).at },
      introduced: toDay(introduced),
      reps: 1,
      lapses: 0,
      intervalDays: 1,
      due: { day: toDay(introduced + 1) },
    },
  };
}

function step(number: number, days: number, card: CardId, state: CardState): CardStep {
  const { id, studyDay } = stamp(number, days);
  return { card, id, day: studyDay, state };
}

function set(number: number, days: number, status: StatusSetEvent['status']): StatusSetEvent {
  return { ...stamp(number, days), kind: 'status-set', subject: topic, status };
}

function dated(status: DatedStatus['status'], started?: number, finished?: number): DatedStatus {
  return {
    status,
    started: started === undefined ? null : toDay(started),
    finished: finished === undefined ? null : toDay(finished),
  };
}

describe('a derived status', () => {
  it('is not started without a schedule, and without cards', () => {
    expect(deriveStatus([], 21)).toBe('not-started');
    expect(deriveStatus([undefined, newCardState], 21)).toBe('not-started');
  });

  it('is in progress until every card was met and their mean stability is high enough', () => {
    expect(deriveStatus([steady(90), undefined], 21)).toBe('in-progress');
    expect(deriveStatus([steady(30), steady(11)], 21)).toBe('in-progress');
    expect(deriveStatus([steady(30), steady(12)], 21)).toBe('completed');
    expect(deriveStatus([steady(30), steady(11)], 20)).toBe('completed');
  });

  it('starts with the first card and finishes on the day on which the last became steady', () => {
    const steps = [
      step(3, 9, two, steady(40, 4)),
      step(1, 0, one, steady(2, 0)),
      step(2, 7, one, steady(40, 0)),
    ];
    expect(deriveDatedStatus([one, two], steps, 21)).toEqual(dated('completed', 0, 9));
    expect(deriveDatedStatus([one, two], steps.slice(1), 21)).toEqual(dated('in-progress', 0));
  });

  it('finishes later where a lapse came in between, and keeps its day through further reviews', () => {
    const steps = [
      step(1, 0, one, steady(30)),
      step(2, 5, one, steady(3)),
      step(3, 8, one, steady(25)),
      step(4, 40, one, steady(70)),
    ];
    expect(deriveDatedStatus([one], steps, 21)).toEqual(dated('completed', 0, 8));
  });

  it('begins anew with a card that was forgotten, and leaves other topics’ cards aside', () => {
    const steps = [
      step(1, 0, one, steady(30)),
      step(2, 5, one, newCardState),
      step(3, 6, two, steady(9)),
    ];
    expect(deriveDatedStatus([one], steps, 21)).toEqual(notStarted);
  });
});

describe('a status set by hand', () => {
  it('counts before the derived one, with the days on which it was set', () => {
    const hand = readHandStatuses([set(2, 4, 'completed'), set(1, 1, 'in-progress')]).get(topic);
    expect(combineStatus(notStarted, hand)).toEqual(dated('completed', 1, 4));
    expect(combineStatus(dated('in-progress', 0), hand)).toEqual(dated('completed', 0, 4));
    expect(combineStatus(dated('completed', 0, 3), hand)).toEqual(dated('completed', 0, 3));
  });

  it('keeps its finish when it is set again, and loses it when the topic is taken up again', () => {
    const twice = [set(1, 1, 'completed'), set(2, 5, 'completed')];
    expect(readHandStatuses(twice).get(topic)).toEqual(dated('completed', 1, 1));
    const again = [...twice, set(3, 6, 'in-progress')];
    expect(combineStatus(dated('completed', 1, 2), readHandStatuses(again).get(topic))).toEqual(
      dated('in-progress', 1),
    );
  });

  it('can say that a topic is not started, whatever was reviewed', () => {
    const hand = readHandStatuses([set(1, 1, 'not-started')]).get(topic);
    expect(combineStatus(dated('completed', 0, 3), hand)).toEqual(notStarted);
  });

  it('returns to what is derived with null, and events of other kinds are passed over', () => {
    const note = { ...stamp(3), kind: 'topic-note', subject: topic, text: 'x' } as const;
    const events = [set(1, 1, 'completed'), set(2, 2, null), note];
    expect(readHandStatuses(events).size).toBe(0);
    expect(combineStatus(dated('in-progress', 0), undefined)).toEqual(dated('in-progress', 0));
  });

  it('never ends before it began, though the clock was set back', () => {
    expect(combineStatus(dated('completed', 5, 2), undefined)).toEqual(dated('completed', 5, 5));
  });
});

describe('sections and groups', () => {
  it('follow from their parts', () => {
    const done = dated('completed', 2, 8);
    expect(sumStatuses([])).toEqual(notStarted);
    expect(sumStatuses([notStarted, done])).toEqual(dated('in-progress', 2));
    expect(sumStatuses([done, dated('completed', 1, 3)])).toEqual(dated('completed', 1, 8));
    expect(sumStatuses([dated('completed', 1)])).toEqual(dated('completed', 1));
  });

  it('count a group’s own cards as one part more', () => {
    const leaf = { id: 'r/s/g/leaf' as TopicId, title: 'Leaf', text: 'Leaf' };
    const group = { id: 'r/s/g' as TopicId, title: 'Group', text: 'Group', topics: [leaf] };
    const roadmap = (concepts?: never[]): CompiledRoadmap => ({
      id: 'r' as never,
      title: 'R',
      sections: [
        { id: 'r/s' as TopicId, title: 'S', topics: [{ ...group, ...(concepts && { concepts }) }] },
      ],
    });
    const statusOf = ({ id }: { id: TopicId }) =>
      id === leaf.id ? dated('completed', 0, 1) : notStarted;
    expect(mapStatuses(roadmap(), statusOf).get('r/s' as TopicId)?.status).toBe('completed');
    expect(mapStatuses(roadmap([]), statusOf).get('r/s' as TopicId)?.status).toBe('in-progress');
  });
});

const card = fc.nat(cards.length - 1);
const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    device: fc.nat(2),
    waitMs: fc.oneof(fc.nat(600_000), fc.nat(30 * 86_400_000)),
    move: fc.oneof(
      {
        weight: 12,
        arbitrary: fc.record({
          kind: fc.constant('review' as const),
          card,
          grade: fc.constantFrom(...grades),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('act' as const),
          card,
          what: fc.constantFrom('suspend', 'forget', 'due', 'place', 'import'),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('set' as const),
          change: fc.nat(changes.length - 1),
        }),
      },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), pick: fc.nat(99) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('sync' as const), from: fc.nat(2) }) },
    ),
  }),
  { maxLength: 60 },
);

/** What a replay of the log says of a topic with all the simulated cards. */
function replayStatus(log: Iterable<AnyEvent>) {
  const events = [...log];
  const context = toContext(events);
  const steps = cards.flatMap((each) =>
    listStates(listValidOf(events, each), context).map(({ event, state }) => ({
      card: each,
      id: event.id,
      day: event.studyDay,
      state,
    })),
  );
  return { status: deriveDatedStatus(cards, steps, 10), steps };
}

it('is the same from states kept event by event and from a replay of the log in any order', () => {
  const clocks = [0, 1, 2].map((index) => ({ skewMs: index * 90_000_000, offset: index * 300 }));
  fc.assert(
    fc.property(turns, fc.infiniteStream(fc.nat()), (played, chance) => {
      const devices = simulateDevices(clocks, played);
      for (const device of devices) {
        const states = cards.map((each) => device.states.get(each));
        const { status } = replayStatus(device.log.values());
        expect(status.status).toBe(deriveStatus(states, 10));
        expect(status.started).toBe(findStart(states));
        expect(status.finished === null).toBe(status.status !== 'completed');
      }
      const merged = unite(devices);
      const shuffled = merged
        .map((event) => ({ event, place: chance.next().value as number }))
        .sort((a, b) => a.place - b.place)
        .map(({ event }) => event);
      const inOrder = replayStatus(merged);
      expect(replayStatus(shuffled).status).toEqual(inOrder.status);
      expect(deriveDatedStatus(cards, inOrder.steps.toReversed(), 10)).toEqual(inOrder.status);
    }),
    { numRuns: 150 },
  );
});

function unite(devices: readonly Device[]) {
  return [...new Map(devices.flatMap(({ log }) => [...log])).values()];
}
