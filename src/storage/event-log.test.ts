import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventTime } from '#src/domain/event-id.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import type { ActId, CardId, StudyDay } from '#src/domain/ids.ts';
import { flagCards } from './card-acts.ts';
import { restoreEvents } from './copy.ts';
import { listDayEvents } from './day-events.ts';
import {
  addEvents,
  dropVoid,
  findNewestEvent,
  groupSubjectEvents,
  listActEvents,
  listEventsAfter,
  listSubjectEvents,
  packOldEvents,
} from './event-log.ts';
import type { Store } from './store.ts';
import {
  dayMs,
  makeForeign,
  makeUnknown,
  openFollowed,
  redis1,
  stateOf,
  testDay,
} from './test-acts.ts';
import { openTestStore, testStart } from './test-store.ts';
import { undoAct } from './undo.ts';

const cards = Array.from({ length: 12 }, (_, index) => `cairn:c${String(index)}#1` as CardId);

/** What a log is made of: which card, how long ago, and whether its act is undone afterwards. */
const logArb = fc.array(
  fc.record({
    card: fc.constantFrom(...cards),
    daysAgo: fc.integer({ min: 0, max: 200 }),
    isUndone: fc.boolean(),
  }),
  { maxLength: 40 },
);

function makeLog(plan: readonly { card: CardId; daysAgo: number; isUndone: boolean }[]) {
  const events: AnyEvent[] = [];
  for (const { card, daysAgo, isUndone } of plan) {
    const at = testStart - daysAgo * dayMs;
    const event = makeForeign({ kind: 'flagged', subject: card, flag: 1 }, at);
    events.push(event);
    if (isUndone) events.push({ ...makeUnknown(event.act, testStart), kind: 'undone' });
  }
  return events;
}

function byId(events: readonly AnyEvent[]): AnyEvent[] {
  return [...events].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function add({ db }: Store, events: readonly AnyEvent[], recentFrom: number) {
  return db.transaction('rw', db.events, db.segments, () =>
    addEvents(db, events, recentFrom as StudyDay),
  );
}

/** Every question the log answers, against the plain list. */
async function expectSame({ db }: Store, events: readonly AnyEvent[]) {
  const all = byId(events);
  expect(await listEventsAfter(db, null)).toEqual(all);
  const middle = all[Math.floor(all.length / 2)];
  if (middle !== undefined) {
    const newer = all.filter((event) => event.id > middle.id);
    expect(await listEventsAfter(db, middle.id)).toEqual(newer);
    const { studyDay } = middle;
    const sameDay = all.filter((event) => event.studyDay === studyDay);
    expect(await listDayEvents(db, studyDay)).toEqual(sameDay);
    const sameAct = all.filter((event) => event.act === middle.act);
    expect(await listActEvents(db, middle.act)).toEqual(sameAct);
  }
  for (const asked of [cards.slice(0, 2), cards]) {
    const groups = await groupSubjectEvents(db, asked);
    const expected = asked.map((card) => [card, all.filter((event) => event.subject === card)]);
    expect([...groups]).toEqual(expected);
  }
  expect(await findNewestEvent(db)).toBe(all.at(-1)?.id ?? null);
}

describe('the log of events', () => {
  it('answers the same whether events are rows, packed, or partly both', async () => {
    await fc.assert(
      fc.asyncProperty(logArb, fc.integer({ min: 0, max: 220 }), async (plan, packedAgo) => {
        const { store } = await openTestStore();
        const events = makeLog(plan);
        const half = Math.floor(events.length / 2);
        await add(store, events.slice(0, half), testDay - 30);
        await add(store, events.slice(half), -1_000_000);
        await expectSame(store, events);
        await packOldEvents(store.db, (testDay - packedAgo) as StudyDay);
        await expectSame(store, events);
        store.db.close();
      }),
      { numRuns: 25 },
    );
  });

  it('adds nothing when the same events come twice, in any form', async () => {
    await fc.assert(
      fc.asyncProperty(logArb, async (plan) => {
        const { store } = await openTestStore();
        const events = makeLog(plan);
        const added = await add(store, [...events, ...events], testDay - 30);
        expect(byId(added)).toEqual(byId(events));
        expect(await add(store, events.toReversed(), testDay - 30)).toEqual([]);
        await packOldEvents(store.db, (testDay + 1000) as StudyDay);
        expect(await add(store, events, testDay - 30)).toEqual([]);
        await expectSame(store, events);
        store.db.close();
      }),
      { numRuns: 15 },
    );
  });

  it('leaves out what an undo voids, packed or not', async () => {
    const { store } = await openTestStore();
    const [kept, voided] = [3, 40].map((daysAgo) => ({ card: cards[0]!, daysAgo }));
    const events = makeLog([
      { ...kept!, isUndone: false },
      { ...voided!, isUndone: true },
    ]);
    await add(store, events, testDay - 30);
    const valid = await dropVoid(store.db, await listSubjectEvents(store.db, cards[0]!));
    expect(valid).toEqual([events[0]]);
  });

  it('keeps undos and settings as rows, however old they are', async () => {
    const { store } = await openFollowed();
    const act = await flagCards(store, { cards: [redis1] }, 3);
    await undoAct(store, act);
    await packOldEvents(store.db, (testDay + 1000) as StudyDay);
    const rows = (await store.db.events.toArray()).map((event) => event.kind);
    expect(rows).toEqual(['setting-set', 'undone']);
    expect((await stateOf(store, redis1)).marks.flag).toBe(0);
  });

  it('packs on, past rows that stay, when it packs only so many at a time', async () => {
    const { store } = await openTestStore();
    const plan = Array.from({ length: 6 }, (_, index) => ({
      card: cards[index]!,
      daysAgo: 100,
      isUndone: true,
    }));
    const events = makeLog(plan).map((event) => ({
      ...event,
      // The undos are as old as what they undo, and come first.
      studyDay: (testDay - (event.kind === 'undone' ? 101 : 100)) as StudyDay,
    }));
    await add(store, events, -1_000_000);
    const pack = () => packOldEvents(store.db, (testDay - 30) as StudyDay, 4);
    expect([await pack(), await pack(), await pack()]).toEqual([4, 2, 0]);
    await expectSame(store, events);
  });

  it('packs a month at a time, so that a year of daily packing makes few records', async () => {
    const { store } = await openTestStore();
    const plan = Array.from({ length: 360 }, (_, daysAgo) => ({
      card: cards[daysAgo % 12]!,
      daysAgo,
      isUndone: false,
    }));
    const events = makeLog(plan);
    await add(store, events, -1_000_000);
    for (let day = testDay - 360; day <= testDay; day += 1) {
      await packOldEvents(store.db, (day - 30) as StudyDay);
    }
    const months = 13;
    expect(await store.db.segments.count()).toBeLessThanOrEqual(months * 12);
    expect(await store.db.events.count()).toBeLessThanOrEqual(60);
    await expectSame(store, events);
  });

  it('is as it was when packing fails in the middle', async () => {
    const { store } = await openTestStore();
    const events = makeLog([{ card: cards[0]!, daysAgo: 90, isUndone: false }]);
    await add(store, events, -1_000_000);
    const fail = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    store.db.events.hook('deleting', fail);
    await expect(packOldEvents(store.db, testDay)).rejects.toThrow('no room');
    store.db.events.hook('deleting').unsubscribe(fail);
    expect(await store.db.segments.count()).toBe(0);
    await expectSame(store, events);
  });
});

describe('the ids of new events', () => {
  it('grow when the clock of the device stands still or jumps back', async () => {
    const { store, clock } = await openTestStore();
    const acts: ActId[] = [];
    for (const step of [0, 0, -3 * dayMs, -1, 7 * dayMs]) {
      clock.pass(step);
      acts.push(await flagCards(store, { cards: [cards[0]!] }, acts.length));
    }
    expect(acts.toSorted()).toEqual(acts);
    const events = await listEventsAfter(store.db, null);
    expect(events.map((event) => event.act)).toEqual(acts);
    // The instant is what the clock said, even where the id runs ahead of it.
    expect(events[2]?.at).toBe(testStart - 3 * dayMs);
  });

  it('come after a foreign event from a clock that runs ahead, packed or not', async () => {
    const { store, clock } = await openFollowed();
    const ahead = makeForeign({ kind: 'forgot', subject: redis1 }, clock.now() + 50 * dayMs);
    await restoreEvents(store, [ahead], 'merge');
    const act = await flagCards(store, { cards: [redis1] }, 1);
    expect(act > ahead.act).toBe(true);
    await packOldEvents(store.db, (testDay + 1000) as StudyDay);
    const next = await flagCards(store, { cards: [redis1] }, 2);
    expect(next > act).toBe(true);
    expect(eventTime(next as string as never)).toBe(eventTime(act as string as never) + 1);
    expect((await stateOf(store, redis1)).marks.flag).toBe(2);
  });

  it('follow one another within an act, which has the id of its first event', async () => {
    const { store } = await openTestStore();
    const act = await flagCards(store, { cards: cards.slice(0, 3) }, 1);
    const events = await listEventsAfter(store.db, null);
    expect(events.map((event) => event.subject)).toEqual(cards.slice(0, 3));
    expect(events.map((event) => event.act)).toEqual([act, act, act]);
    expect(events[0]?.id).toBe(act);
  });
});
