import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '#src/domain/event.ts';
import type { CardId, StudyDay } from '#src/domain/ids.ts';
import type { ImportedEvent } from '#src/domain/imported-event.ts';
import { listDayAnswers, listDayEvents } from './day-events.ts';
import { ImportPacker, packEvents } from './event-segment.ts';
import { dayMs, makeForeign, redis1, redis2, testDay } from './test-acts.ts';
import { openTestStore } from './test-store.ts';

/** An event of the test's day, as long after its calendar date began in Greenwich as that. */
function makeToday(kind: 'forgot' | 'suspended', subject: CardId, afterMs: number): AnyEvent {
  const body = kind === 'forgot' ? { kind, subject } : { kind, subject, value: true };
  return { ...makeForeign(body, testDay * dayMs + afterMs), studyDay: testDay };
}

describe('the events of a study day', () => {
  it('are found in segments wherever on earth the day began', async () => {
    const { store } = await openTestStore();
    const hourMs = 3_600_000;
    const events = [-14, 0, 12, 40].map((hours) => makeToday('forgot', redis1, hours * hourMs));
    for (const event of events) await store.db.segments.bulkPut(packEvents([event]));
    expect(await listDayEvents(store.db, testDay)).toEqual(events);
    expect(await listDayEvents(store.db, (testDay + 1) as StudyDay)).toEqual([]);
  });

  it('are read without the segments that end before it', async () => {
    const { store } = await openTestStore();
    const old = { ...makeForeign({ kind: 'forgot', subject: redis1 }, (testDay - 3) * dayMs) };
    const today = makeToday('forgot', redis1, 0);
    const packer = new ImportPacker((testDay - 2) as StudyDay);
    for (const event of [old, today]) packer.add(event as ImportedEvent);
    const segments = packer.pack(today);
    expect(segments).toHaveLength(2);
    await store.db.segments.bulkPut(segments);
    // Would make the answer wrong if it were read: its key alone says that it is not asked for.
    const before = segments.find(({ newest }) => newest === old.id);
    await store.db.segments.update(before?.id ?? '', { text: JSON.stringify(today) });
    expect(await listDayEvents(store.db, testDay)).toEqual([today]);
  });

  it('are all given where they are rows, and only the answers of those that are packed', async () => {
    const { store } = await openTestStore();
    const row = makeToday('suspended', redis2, 1);
    const answer = makeToday('forgot', redis1, 2);
    await store.db.events.add(row);
    await store.db.segments.bulkPut(packEvents([answer, makeToday('suspended', redis1, 3)]));
    expect(await listDayAnswers(store.db, testDay)).toEqual([row, answer]);
    expect(await listDayEvents(store.db, testDay)).toHaveLength(3);
  });
});
