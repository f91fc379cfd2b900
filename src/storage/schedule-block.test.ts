import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId, EventId, HomeId, Instant, StudyDay } from '#src/domain/ids.ts';
import {
  newCardState,
  noMarks,
  type CardState,
  type Due,
  type Schedule,
} from '#src/domain/schedule.ts';
import { countScheduled, listBlockCards, listTakenCards, scanScheduled } from './due-block.ts';
import {
  bucketCount,
  emptyBlock,
  findState,
  joinBlock,
  listEntries,
  readMarks,
  readSchedule,
  replaceEntries,
  splitBlock,
  toBucket,
  type BlockEntry,
} from './schedule-block.ts';

const dayArb = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((day) => day as StudyDay);
const instantArb = fc.integer({ min: -8e12, max: 8e12 }).map((at) => at as Instant);
const countArb = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const baseArb = fc.record({
  stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  lastReview: fc.record({ day: dayArb, at: instantArb }),
  introduced: dayArb,
  reps: countArb,
  lapses: countArb,
});
const dayDueArb = dayArb.map((day) => ({ day }));
const dueArb: fc.Arbitrary<Due> = fc.oneof(
  dayDueArb,
  instantArb.map((at) => ({ at })),
);
const scheduleArb: fc.Arbitrary<Schedule> = fc.oneof(
  fc
    .tuple(baseArb, fc.constantFrom('learning', 'relearning'), fc.nat({ max: 20 }), dueArb)
    .map(([base, phase, step, due]): Schedule => ({ ...base, phase, step, due })),
  fc
    .tuple(baseArb, fc.integer({ min: 1, max: 36_500 }), dayDueArb)
    .map(([base, intervalDays, due]): Schedule => ({
      ...base,
      phase: 'review',
      intervalDays,
      due,
    })),
);
const marksArb = fc.record({
  suspended: fc.boolean(),
  buriedUntil: fc.option(dayArb),
  flag: fc.integer({ min: 0, max: 7 }),
});
const lastArb = fc.option(
  fc.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/).map((id) => id as EventId),
);
const stateArb: fc.Arbitrary<CardState> = fc
  .tuple(lastArb, marksArb, fc.option(scheduleArb))
  .map(([last, marks, schedule]) => ({
    last,
    marks,
    ...(schedule === null ? {} : { schedule }),
  }));
const cardArb = fc.nat({ max: 60 }).map((number) => `cairn:note-${String(number)}#1` as CardId);
const entryArb: fc.Arbitrary<BlockEntry> = fc.record({
  card: cardArb,
  state: stateArb,
  stamp: fc.constantFrom('1:a', '1:b', '2:a'),
});
const home = 'cairn' as HomeId;
const today = 20_000 as StudyDay;

/** What the entries come to, put one list after another. */
function toExpected(lists: readonly (readonly BlockEntry[])[]): Map<CardId, BlockEntry> {
  return new Map(lists.flat().map((entry) => [entry.card, entry]));
}

function buildBlock(lists: readonly (readonly BlockEntry[])[]) {
  return lists.reduce(replaceEntries, emptyBlock(home, 0));
}

describe('a block of schedules', () => {
  it('gives back every state exactly, however often entries were put in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.array(entryArb, { maxLength: 25 }), { maxLength: 4 }), (lists) => {
        const block = buildBlock(lists);
        const expected = toExpected(lists);
        expect(new Map(listEntries(block).map((entry) => [entry.card, entry]))).toEqual(expected);
        expect(listBlockCards(block)).toHaveLength(expected.size);
        for (const [card, entry] of expected) expect(findState(block, card)).toEqual(entry);
        expect(findState(block, 'cairn:none#1' as CardId)).toBeUndefined();
      }),
    );
  });

  it('is the same after it was stored in two parts', () => {
    fc.assert(
      fc.property(fc.array(entryArb), (entries) => {
        const block = buildBlock([entries]);
        const { due, memory } = splitBlock(block);
        expect(joinBlock(due, memory)).toEqual(block);
      }),
    );
  });

  it('leaves the block it was made from as it was', () => {
    fc.assert(
      fc.property(fc.array(entryArb), fc.array(entryArb), (first, second) => {
        const block = buildBlock([first]);
        const before = structuredClone(block);
        replaceEntries(block, second);
        expect(block).toEqual(before);
      }),
    );
  });

  it('shows the same through its columns as through its entries', () => {
    fc.assert(
      fc.property(fc.array(entryArb), (entries) => {
        const block = buildBlock([entries]);
        const expected = [...toExpected([entries]).values()];
        expected.forEach(({ state }, position) => {
          expect(readMarks(block, position)).toEqual(state.marks);
          expect(readSchedule(block, position)).toEqual(state.schedule);
        });
        expect(countScheduled(splitBlock(block).due)).toBe(
          expected.filter(({ state }) => state.schedule !== undefined).length,
        );
      }),
    );
  });

  it('scans the scheduled cards that are neither suspended nor buried', () => {
    fc.assert(
      fc.property(fc.array(entryArb), (entries) => {
        const block = buildBlock([entries]);
        const cards = listBlockCards(block);
        const seen: unknown[] = [];
        scanScheduled(splitBlock(block).due, today, (position, phase, dueDay, dueAt) => {
          const due = dueDay === null ? { at: dueAt } : { day: dueDay };
          seen.push({ card: cards[position], phase, due });
        });
        const shown = [...toExpected([entries]).values()].filter(
          ({ state: { marks } }) => !marks.suspended && (marks.buriedUntil ?? today) <= today,
        );
        const expected = shown.flatMap(({ card, state: { schedule } }) =>
          schedule === undefined ? [] : [{ card, phase: schedule.phase, due: schedule.due }],
        );
        expect(seen).toEqual(expected);
      }),
    );
  });

  it('lists the cards that cannot be introduced: scheduled, suspended or buried', () => {
    fc.assert(
      fc.property(fc.array(entryArb), (entries) => {
        const taken = [...toExpected([entries]).values()].filter(
          ({ state: { schedule, marks } }) =>
            schedule !== undefined || marks.suspended || (marks.buriedUntil ?? today) > today,
        );
        expect(listTakenCards(splitBlock(buildBlock([entries])).due, today)).toEqual(
          taken.map((entry) => entry.card),
        );
      }),
    );
  });

  it('holds a card that was suspended and never reviewed', () => {
    const card = 'cairn:redis#c2' as CardId;
    const state: CardState = { last: null, marks: { ...noMarks, suspended: true } };
    const block = buildBlock([[{ card, state, stamp: '1:a' }]]);
    expect(findState(block, card)).toEqual({ card, state, stamp: '1:a' });
    expect(countScheduled(splitBlock(block).due)).toBe(0);
  });

  it('holds many cards, one of which is replaced among them', () => {
    const entries = Array.from({ length: 2000 }, (_, index): BlockEntry => {
      const state = { ...newCardState, marks: { ...noMarks, flag: index % 8 } };
      return { card: `x:${String(index)}#1` as CardId, state, stamp: '1:a' };
    });
    const changed = { ...entries[1234]!, state: newCardState, stamp: '1:b' };
    const block = buildBlock([entries, [changed]]);
    expect(listEntries(block)).toEqual(entries.with(1234, changed));
  });

  it('is empty at first', () => {
    const block = emptyBlock(home, 3);
    expect(listEntries(block)).toEqual([]);
    expect(findState(block, 'cairn:none#1' as CardId)).toBeUndefined();
    expect(findState(undefined, 'cairn:none#1' as CardId)).toBeUndefined();
  });

  it('is one of 64, each with a like share of the cards', () => {
    const counts = new Map<number, number>();
    for (let index = 0; index < 6400; index += 1) {
      const bucket = toBucket(`anki-4f:${String(index)}#1` as CardId);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
    expect(counts.size).toBe(bucketCount);
    expect(Math.max(...counts.values())).toBeLessThan(200);
  });
});
