import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mintEventId } from '#src/domain/event-id.ts';
import type { AnyEvent, UnknownEvent } from '#src/domain/event.ts';
import type { ActId, DeviceId, Instant, StudyDay } from '#src/domain/ids.ts';
import type { ImportedEvent } from '#src/domain/imported-event.ts';
import {
  ImportPacker,
  isQuiet,
  listSegmentIds,
  packEvents,
  segmentBuckets,
  toNewestId,
  toSegmentBucket,
  toSegmentMonth,
  unpackEvents,
  unpackKind,
  unpackWhere,
} from './event-segment.ts';

const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'cairn:a#1',
    '","subject":"cairn:a#1',
    '"subject":"cairn:a#1"',
    'line\nbreak',
    '\\"',
    '\u2028',
    '\\',
    '\ud800',
  ),
);

const eventArb: fc.Arbitrary<AnyEvent> = fc
  .record({
    time: fc.integer({ min: 0, max: 2 ** 44 }),
    random: fc.uint8Array({ minLength: 10, maxLength: 10 }),
    studyDay: fc.integer({ min: -60, max: 25_000 }),
    subject: hostileText,
    device: hostileText,
    extra: fc.record({ subject: hostileText, nested: fc.record({ subject: hostileText }) }),
  })
  .map(({ time, random, studyDay, subject, device, extra }): UnknownEvent => {
    const id = mintEventId(time as Instant, null, random);
    const frame = { v: 1, act: id as string as ActId, at: time as Instant, offset: 0 };
    const day = studyDay as StudyDay;
    return {
      ...{ extra, device: device as DeviceId, subject, kind: 'odd', studyDay: day },
      ...frame,
      id,
    };
  });

const eventsArb = fc.uniqueArray(eventArb, { selector: (event) => event.id, maxLength: 40 });

function byId(events: readonly AnyEvent[]): AnyEvent[] {
  return [...events].sort((one, other) => (one.id < other.id ? -1 : 1));
}

describe('segments of packed events', () => {
  it('give back exactly the events that went in', () => {
    fc.assert(
      fc.property(eventsArb, (events) => {
        const segments = packEvents(events);
        expect(byId(segments.flatMap(unpackEvents))).toEqual(byId(events));
        const ids = segments.flatMap(listSegmentIds).sort();
        expect(ids).toEqual(events.map((event) => event.id).sort());
      }),
    );
  });

  it('are the same records for the same events in any order', () => {
    fc.assert(
      fc.property(eventsArb, (events) => {
        const sorted = (list: readonly AnyEvent[]) =>
          packEvents(list).sort((one, other) => (one.id < other.id ? -1 : 1));
        expect(sorted([...events].reverse())).toEqual(sorted(events));
      }),
    );
  });

  it('find the events of a subject, however its text looks inside other fields', () => {
    fc.assert(
      fc.property(eventsArb, hostileText, (events, asked) => {
        const segments = packEvents(events);
        for (const subject of [asked, ...events.map((event) => event.subject)]) {
          const found = segments.flatMap((segment) => unpackWhere(segment, 'subject', subject));
          expect(byId(found)).toEqual(byId(events.filter((event) => event.subject === subject)));
        }
      }),
    );
  });

  it('find the events of a study day', () => {
    fc.assert(
      fc.property(eventsArb, (events) => {
        const segments = packEvents(events);
        for (const { studyDay } of events) {
          const found = segments.flatMap((segment) => unpackWhere(segment, 'studyDay', studyDay));
          expect(byId(found)).toEqual(byId(events.filter((event) => event.studyDay === studyDay)));
        }
      }),
    );
  });

  it('find the events of an act', () => {
    fc.assert(
      fc.property(eventsArb, (events) => {
        const [first] = events;
        if (first === undefined) return;
        const act = first.act;
        const shared = events.map((event, index) => (index % 2 === 0 ? { ...event, act } : event));
        const found = packEvents(shared).flatMap((segment) => unpackWhere(segment, 'act', act));
        expect(byId(found)).toEqual(byId(shared.filter((event) => event.act === act)));
      }),
    );
  });

  it('hold one month and one part of the subjects each, and say how new and how many', () => {
    fc.assert(
      fc.property(eventsArb, (events) => {
        for (const segment of packEvents(events)) {
          const inside = unpackEvents(segment);
          expect(segment.count).toBe(inside.length);
          expect(segment.newest).toBe(byId(inside).at(-1)?.id);
          for (const event of inside) {
            expect(toSegmentBucket(event.subject)).toBe(segment.bucket);
            expect(toSegmentMonth(event.studyDay)).toBe(segment.month);
          }
        }
      }),
    );
  });

  it('spread real card ids evenly', () => {
    const counts = new Array<number>(segmentBuckets).fill(0);
    for (let index = 0; index < 1600; index += 1) {
      const bucket = toSegmentBucket(`cairn:note-${String(index)}#1`);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThan(200);
  });

  it('are split where a month has very many events', () => {
    const events = Array.from({ length: 4001 }, (_, index): AnyEvent => {
      const random = Uint8Array.from({ length: 10 }, (__, at) => (at === 9 ? index & 255 : 0));
      const id = mintEventId(index as Instant, null, random);
      const act = id as string as ActId;
      const at = index as Instant;
      const device = 'phone' as DeviceId;
      const studyDay = 3 as StudyDay;
      return { id, v: 1, act, at, offset: 0, device, studyDay, kind: 'odd', subject: 'x' };
    });
    const segments = packEvents(events);
    expect(segments.map((segment) => segment.count)).toEqual([4000, 1]);
    expect(new Set(segments.map((segment) => segment.id)).size).toBe(2);
  });

  it('find the events of a kind and a day, however their text looks inside other fields', () => {
    const kindArb = fc.constantFrom('reviewed', 'forgot', 'odd');
    const plan = fc.array(fc.tuple(kindArb, fc.integer({ min: 1, max: 12 })), { maxLength: 20 });
    fc.assert(
      fc.property(eventsArb, plan, (made, kinds) => {
        const events = made.map((event, index): AnyEvent => {
          const [kind, studyDay] = kinds[index] ?? ['odd', 1];
          return { ...event, kind, studyDay: studyDay as StudyDay };
        });
        const day = 1 as StudyDay;
        const found = packEvents(events).flatMap((each) => unpackKind(each, 'reviewed', day));
        const wanted = events.filter(({ kind, studyDay }) => kind === 'reviewed' && studyDay === 1);
        expect(byId(found)).toEqual(byId(wanted));
      }),
    );
  });

  it('keep recent days apart from those before, and have the act and device that brought them', () => {
    const from = { act: 'an "act"' as ActId, device: 'phone' as DeviceId };
    fc.assert(
      fc.property(eventsArb, fc.integer({ min: -60, max: 25_000 }), (events, recentFrom) => {
        const packer = new ImportPacker(recentFrom as StudyDay);
        for (const { act, device, ...rest } of events) packer.add(rest as ImportedEvent);
        const segments = packer.pack(from);
        for (const segment of segments) {
          const recent = unpackEvents(segment).map(({ studyDay }) => studyDay >= recentFrom);
          expect(new Set(recent).size).toBe(1);
          expect(toNewestId(segment.id)).toBe(segment.newest);
          expect(segment.id.endsWith(`/${segment.count}`)).toBe(true);
          const kinds = unpackEvents(segment).map(({ kind }) => kind);
          const hasAnswer = kinds.some((kind) => kind === 'reviewed' || kind === 'forgot');
          if (isQuiet(segment.id)) expect(hasAnswer).toBe(false);
          // A start reads no other recent ones for the day's answers.
          else if (recent[0] === true) expect(hasAnswer).toBe(true);
        }
        expect(byId(segments.flatMap(unpackEvents))).toEqual(
          byId(events.map((event) => ({ ...event, ...from }))),
        );
      }),
    );
  });

  it('are none for no events', () => {
    expect(packEvents([])).toEqual([]);
  });
});
