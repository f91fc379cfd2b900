import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { card as unheld, stamp } from '#src/domain/fixtures/make-event.ts';
import type { AnyEvent, Grade } from '#src/domain/event.ts';
import type { CardId, Instant, StudyDay } from '#src/domain/ids.ts';
import { readCopy } from '#src/formats/read-copy.ts';
import { writeTextCopy } from '#src/formats/testing/write-text-copy.ts';
import { updateBank } from './bank.ts';
import { flagCards, forgetCards, setDue, suspendCards } from './card-acts.ts';
import { listAllEvents, previewEvents, restoreEvents } from './copy.ts';
import { packOldEvents } from './event-log.ts';
import { loadQueue } from './load-queue.ts';
import { loadQuestions } from './questions.ts';
import { recordReview } from './record-review.ts';
import { setSettings } from './set-settings.ts';
import { loadSettings } from './settings.ts';
import { type StorageError } from './storage-error.ts';
import {
  makeDeckFiles,
  makeTestClock,
  openTestStore,
  testStart,
  type TestStore,
} from './test-store.ts';
import { listRedoable, listUndoable, redoAct, undoAct } from './undo.ts';

const cards = ['redis-1#1', 'redis-2#1', 'http-1#1'].map((id) => `cairn:${id}` as CardId);
const dayMs = 86_400_000;

/** A device with the bank, its own chance, and a clock that may be off. */
async function openDevice(seed = 1, skewMs = 0): Promise<TestStore> {
  const clock = makeTestClock((testStart + skewMs) as Instant, seed);
  const opened = await openTestStore(makeDeckFiles(), clock);
  await updateBank(opened.store);
  return opened;
}

type Step =
  | { readonly act: 'grade'; readonly card: number; readonly grade: Grade; readonly days: number }
  | { readonly act: 'mark' | 'forget' | 'move'; readonly card: number }
  | { readonly act: 'steps' | 'retention'; readonly value: number }
  | { readonly act: 'undo' | 'redo' };

const anyCard = fc.integer({ min: 0, max: cards.length - 1 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('grade'),
      card: anyCard,
      grade: fc.constantFrom('again', 'hard', 'good', 'easy'),
      days: fc.integer({ min: 0, max: 40 }),
    }),
  },
  fc.record({ act: fc.constantFrom('mark', 'forget', 'move'), card: anyCard }),
  fc.record({ act: fc.constantFrom('steps', 'retention'), value: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ act: fc.constantFrom('undo', 'redo') }),
);

async function perform({ store, clock }: TestStore, step: Step): Promise<void> {
  clock.pass(90_000);
  switch (step.act) {
    case 'grade': {
      clock.pass(step.days * dayMs);
      const card = cards[step.card]!;
      const [question] = await loadQuestions(store, [card]);
      const expected = question!.state.last;
      const { grade } = step;
      await recordReview(store, { card, grade, durationMs: 4000, mode: 'review', expected });
      return;
    }
    case 'mark':
      await suspendCards(store, { cards }, true);
      await flagCards(store, { cards: [cards[step.card]!] }, 2);
      return;
    case 'forget':
      await forgetCards(store, { cards: [cards[step.card]!] });
      return;
    case 'move': {
      const { today } = await loadQueue(store);
      await setDue(store, [{ card: cards[step.card]!, day: (today + 9) as StudyDay }]);
      return;
    }
    case 'steps': {
      const home = 'cairn' as never;
      await setSettings(store, [{ key: 'learningStepsMinutes', home, value: [step.value] }]);
      return;
    }
    case 'retention': {
      const home = 'cairn' as never;
      await setSettings(store, [{ key: 'desiredRetention', home, value: 0.9 + step.value / 100 }]);
      return;
    }
    case 'undo': {
      const last = (await listUndoable(store)).at(-1);
      if (last !== undefined) await undoAct(store, last.act);
      return;
    }
    case 'redo': {
      const last = (await listRedoable(store)).at(-1);
      if (last !== undefined) await redoAct(store, last.act);
    }
  }
}

async function study(device: TestStore, steps: readonly Step[]): Promise<AnyEvent[]> {
  for (const step of steps) await perform(device, step);
  return listAllEvents(device.store);
}

/** All a learner could see of a store: events, what follows for each card, and the settings. */
async function seenOf({ store }: TestStore) {
  const questions = await loadQuestions(store, cards);
  return {
    events: await listAllEvents(store),
    states: questions.map((question) => question.state),
    settings: await loadSettings(store.db),
  };
}

async function throughFile(events: readonly AnyEvent[]): Promise<readonly AnyEvent[]> {
  const text = writeTextCopy(events, { savedAt: testStart, app: '0.1.0' });
  const copy = await readCopy(new TextEncoder().encode(text), {
    digest: () => Promise.reject(new Error('A text holds no files.')),
    pause: () => Promise.resolve(),
  });
  if ('error' in copy) throw new Error(copy.error);
  expect(copy.problems).toEqual([]);
  return copy.events;
}

describe('a copy restored', () => {
  it('gives an empty device the same events, states and settings, by merging and by replacing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 12 }), async (steps) => {
        const old = await openDevice();
        const events = await throughFile(await study(old, steps));
        const before = await seenOf(old);
        for (const how of ['merge', 'replace'] as const) {
          const fresh = await openDevice(7, 200 * dayMs);
          await restoreEvents(fresh.store, events, how);
          expect(await seenOf(fresh)).toEqual(before);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('merges two devices to the same in either order, and again changes nothing', async () => {
    const anySteps = fc.array(anyStep, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(anySteps, anySteps, fc.integer({ min: -3, max: 3 }), async (...run) => {
        const [here, there, skew] = run;
        const phone = await openDevice(2);
        const desk = await openDevice(3, skew * dayMs);
        const phoneEvents = await study(phone, here);
        const deskEvents = await study(desk, there);
        await restoreEvents(phone.store, await throughFile(deskEvents), 'merge');
        await restoreEvents(desk.store, await throughFile(phoneEvents), 'merge');
        const merged = await seenOf(phone);
        expect(await seenOf(desk)).toEqual(merged);
        expect(merged.events).toHaveLength(phoneEvents.length + deskEvents.length);
        await restoreEvents(phone.store, await throughFile(deskEvents), 'merge');
        expect(await seenOf(phone)).toEqual(merged);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('says before what it would do', async () => {
    const old = await openDevice();
    await study(old, [{ act: 'grade', card: 0, grade: 'good', days: 0 }]);
    const copy = await study(old, [{ act: 'grade', card: 1, grade: 'good', days: 60 }]);
    await packOldEvents(old.store.db, 1e6 as StudyDay);
    expect(await previewEvents(old.store, copy.slice(0, 1))).toEqual({
      added: 0,
      same: 1,
      onlyHere: 1,
    });
    const { store } = await openDevice(5);
    expect(await previewEvents(store, copy)).toEqual({ added: 2, same: 0, onlyHere: 0 });
  });

  it('replaces what was there, and leaves the device an id of its own', async () => {
    const old = await openDevice();
    const copy = await study(old, [{ act: 'grade', card: 0, grade: 'good', days: 0 }]);
    const name = 'replaced';
    const clock = makeTestClock(testStart, 9);
    const { store } = await openTestStore(makeDeckFiles(), clock, name);
    await updateBank(store);
    await study({ store, clock }, [
      { act: 'mark', card: 2 },
      { act: 'steps', value: 3 },
    ]);
    await restoreEvents(store, copy, 'replace');
    expect(await seenOf({ store, clock })).toEqual(await seenOf(old));
    store.db.close();
    const again = (await openTestStore({}, clock, name)).store;
    expect(again.device).not.toBe(store.device);
    expect(again.device).not.toBe(old.store.device);
  });

  it('that fails in the middle leaves everything as it was', async () => {
    const old = await openDevice();
    const copy = await study(old, [{ act: 'grade', card: 0, grade: 'good', days: 0 }]);
    const device = await openDevice(4);
    await study(device, [{ act: 'grade', card: 1, grade: 'easy', days: 0 }]);
    const before = await seenOf(device);
    const fail = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    device.store.db.schedules.hook('creating', fail);
    const failure = await restoreEvents(device.store, copy, 'replace').catch((e: unknown) => e);
    expect((failure as StorageError).trouble).toBe('full');
    device.store.db.schedules.hook('creating').unsubscribe(fail);
    expect(await seenOf(device)).toEqual(before);
  });

  it('keeps events that this app does not know, and those of cards it does not hold', async () => {
    const strange: AnyEvent[] = [
      { ...stamp(1), kind: 'drawn', subject: unheld },
      { ...stamp(2), v: 2, kind: 'reviewed', subject: cards[0]! },
      { ...stamp(3), kind: 'flagged', subject: unheld, flag: 4 },
    ];
    const device = await openDevice();
    await restoreEvents(device.store, await throughFile(strange), 'merge');
    const seen = await seenOf(device);
    expect(seen.events).toEqual(strange);
    expect(seen.states[0]).toEqual((await seenOf(await openDevice())).states[0]);
  });
});
