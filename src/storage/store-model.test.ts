import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultParameters } from '#src/domain/settings.ts';
import { grades } from '#src/domain/event.ts';
import type { ActId, StudyDay } from '#src/domain/ids.ts';
import { newCardState, type CardState } from '#src/domain/schedule.ts';
import { updateBank } from './bank.ts';
import {
  buryCards,
  flagCards,
  forgetCards,
  recordCram,
  setDue,
  suspendCards,
} from './card-acts.ts';
import { listAllEvents, restoreEvents } from './copy.ts';
import { findNewestEvent, packOldEvents } from './event-log.ts';
import { loadQuestions } from './questions.ts';
import { settleStaleMemory } from './schedules.ts';
import { loadReplayContext, loadSettings, toRecentFrom } from './settings.ts';
import { setSettings } from './set-settings.ts';
import { closeStore, type Store } from './store.ts';
import { dayMs, grade, http1, redis1, redis2, replayAll, testDay } from './test-acts.ts';
import { makeDeckFiles, makeTestClock, openTestStore } from './test-store.ts';
import { redoAct, undoAct } from './undo.ts';

const cards = [redis1, redis2, http1];
const cardArb = fc.constantFrom(...cards);
const anyOf = fc.nat({ max: 30 });
const otherParameters = defaultParameters.map((weight, index) => (index < 4 ? weight * 2 : weight));

const settingArb = fc.constantFrom(
  { key: 'parameters', value: otherParameters } as const,
  { key: 'parameters', value: null } as const,
  { key: 'rolloverMinutes', value: 0 } as const,
  { key: 'learningStepsMinutes', home: 'cairn' as never, value: [] } as const,
  { key: 'learningStepsMinutes', home: 'cairn' as never, value: [5, 1500] } as const,
  { key: 'relearningStepsMinutes', home: 'cairn' as never, value: [] } as const,
  { key: 'desiredRetention', home: 'cairn' as never, value: 0.8 } as const,
);

const stepArb = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('review'),
      card: cardArb,
      grade: fc.constantFrom(...grades),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo'), which: anyOf }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('redo'), which: anyOf }) },
  fc.record({ kind: fc.constant('suspend'), value: fc.boolean() }),
  fc.record({ kind: fc.constant('bury'), card: cardArb }),
  fc.record({ kind: fc.constant('flag'), card: cardArb, flag: fc.nat({ max: 7 }) }),
  fc.record({ kind: fc.constant('due'), card: cardArb, days: fc.integer({ min: -3, max: 90 }) }),
  fc.record({ kind: fc.constant('forget'), card: cardArb }),
  fc.record({ kind: fc.constant('cram'), card: cardArb }),
  fc.record({ kind: fc.constant('set'), change: settingArb }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass'),
      ms: fc.constantFrom(30_000, 600_000, 7_200_000, dayMs, 9 * dayMs, 70 * dayMs, -2 * dayMs),
    }),
  },
  fc.record({ kind: fc.constantFrom('reopen', 'pack', 'settle') }),
);
type Step = typeof stepArb extends fc.Arbitrary<infer Value> ? Value : never;

const files = makeDeckFiles();
let runs = 0;

class World {
  private readonly clock = makeTestClock();
  private readonly name = `model-${String((runs += 1))}`;
  private readonly acts: ActId[] = [];
  private open?: Store;

  get store(): Store {
    if (this.open === undefined) throw new Error('not open');
    return this.open;
  }

  async reopen() {
    if (this.open !== undefined) closeStore(this.open);
    ({ store: this.open } = await openTestStore(files, this.clock, this.name));
    await updateBank(this.open);
  }

  async take(step: Step): Promise<void> {
    const { store, clock } = this;
    const act = await this.perform(step, store);
    if (act !== null && act !== undefined) this.acts.push(act);
    if (step.kind === 'pass') clock.pass(step.ms);
    if (step.kind === 'reopen') await this.reopen();
    if (step.kind === 'pack') {
      const day = testDay + Math.floor((clock.now() - this.start) / dayMs);
      await packOldEvents(store.db, toRecentFrom(day as StudyDay));
    }
    if (step.kind === 'settle') {
      await settleStaleMemory(store.db, (await loadReplayContext(store.db)).context);
    }
  }

  private readonly start = this.clock.now();

  private async perform(step: Step, store: Store): Promise<ActId | null | undefined> {
    switch (step.kind) {
      case 'review':
        return grade(store, step.card, step.grade);
      case 'undo':
        return this.on(step.which, (act) => undoAct(store, act));
      case 'redo':
        return this.on(step.which, (act) => redoAct(store, act));
      case 'suspend':
        return suspendCards(store, { cards: cards.slice(0, 2) }, step.value);
      case 'bury':
        return buryCards(store, { cards: [step.card] });
      case 'flag':
        return flagCards(store, { cards: [step.card] }, step.flag);
      case 'due': {
        const day = (testDay + step.days) as StudyDay;
        return setDue(store, [{ card: step.card, day }]);
      }
      case 'forget':
        return forgetCards(store, { cards: [step.card] });
      case 'cram':
        return recordCram(store, { card: step.card }, { right: true, durationMs: 10 });
      case 'set':
        return setSettings(store, [step.change]);
      default:
        return undefined;
    }
  }

  /** Acts on one of all acts so far, undos and redos included. */
  private async on(which: number, act: (act: ActId) => Promise<ActId | null>) {
    const chosen = this.acts.at(-1 - (which % Math.max(1, this.acts.length)));
    return chosen === undefined ? null : act(chosen);
  }
}

async function statesIn(store: Store): Promise<[string, CardState][]> {
  const questions = await loadQuestions(store, cards);
  return questions.map(({ card, state }) => [card, state]);
}

it('shows after any acts what a replay of all events gives, here and where a copy is merged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepArb, { minLength: 5, maxLength: 30 }), async (steps) => {
      const world = new World();
      await world.reopen();
      for (const step of steps) await world.take(step);
      const { store } = world;
      const replayed = await replayAll(store);
      const expected = cards.map((card) => [card, replayed.get(card) ?? newCardState]);
      expect(await statesIn(store)).toEqual(expected);

      const other = await openTestStore(files, makeTestClock(undefined, 7));
      await updateBank(other.store);
      const events = await listAllEvents(store);
      const half = events.filter((_, index) => index % 2 === 0);
      await restoreEvents(other.store, half, 'merge');
      await restoreEvents(other.store, events, 'merge');
      expect(await statesIn(other.store)).toEqual(expected);
      expect(await listAllEvents(other.store)).toEqual(events);
      expect(await loadSettings(other.store.db)).toEqual(await loadSettings(store.db));
      expect(await findNewestEvent(other.store.db)).toBe(await findNewestEvent(store.db));
      closeStore(store);
      closeStore(other.store);
    }),
    { numRuns: 60 },
  );
});
