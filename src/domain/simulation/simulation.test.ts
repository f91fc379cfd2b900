import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewedEvent } from '../event.ts';
import { firstDay, toDay } from '../fixtures/make-event.ts';
import { toHomeId, toNoteId, type CardId } from '../ids.ts';
import { replayCard } from '../replay.ts';
import { newCardState } from '../schedule.ts';
import { schedulingSettings } from '../settings-history.ts';
import { makeCards, makeSettings, planDeck, studyInput } from '../testing/study-input.ts';
import { openSimulation, type StudyInput } from './simulation.ts';

function study(input: StudyInput, days: number) {
  const simulation = openSimulation(input);
  const run = Array.from({ length: days }, () => simulation.studyDay());
  return { run, states: simulation.listStates() };
}

const steps = fc.array(fc.constantFrom(1, 10, 90, 300, 1440, 4320), { maxLength: 3 });
const inputs = fc
  .record({
    cards: fc.integer({ min: 1, max: 25 }),
    newPerDay: fc.integer({ min: 0, max: 12 }),
    reviewsPerDay: fc.integer({ min: 0, max: 20 }),
    order: fc.constantFrom('mixed' as const, 'reviews-first' as const, 'new-first' as const),
    reviewOrder: fc.constantFrom('due' as const, 'recall' as const),
    learnAheadMinutes: fc.constantFrom(0, 20, 600),
    learningStepsMinutes: steps,
    relearningStepsMinutes: steps,
    desiredRetention: fc.constantFrom(0.75, 0.9, 0.97),
    forgetful: fc.boolean(),
    seed: fc.string({ maxLength: 5 }),
  })
  .map(({ cards, forgetful, seed, ...drawn }) => {
    const { learningStepsMinutes, relearningStepsMinutes, desiredRetention, ...learner } = drawn;
    const home = { learningStepsMinutes, relearningStepsMinutes, desiredRetention };
    const settings = makeSettings(learner, home);
    const { parameters } = settings.learner;
    return studyInput({
      settings,
      fresh: makeCards(cards).map((card) => ({ card, decks: [planDeck] })),
      truth: forgetful ? parameters.with(8, 1).with(2, 0.8) : parameters,
      seed,
    });
  });

describe('a simulated stretch of study', () => {
  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(study(input, 20)).toEqual(study(input, 20));
      }),
      { numRuns: 20 },
    );
    const one = study(studyInput({ seed: 'one' }), 20).run;
    expect(study(studyInput({ seed: 'other' }), 20).run).not.toEqual(one);
  });

  it('writes events that replay to the states it came to', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { run, states } = study(input, 25);
        const eventsByCard = new Map<CardId, ReviewedEvent[]>();
        for (const event of run.flatMap(({ events }) => events)) {
          const events = eventsByCard.get(event.subject) ?? [];
          eventsByCard.set(event.subject, [...events, event]);
        }
        expect([...eventsByCard.keys()].sort()).toEqual([...states.keys()].sort());
        for (const [card, events] of eventsByCard) {
          const scheduling = schedulingSettings(input.settings, toHomeId(card));
          const context = { parameters: scheduling.parameters, settingsAt: () => scheduling };
          expect(replayCard(events, context)).toEqual(states.get(card));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps to the limits of every day and introduces in order', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { newPerDay, reviewsPerDay } = input.settings.learner;
        const { run } = study(input, 20);
        for (const { introduced, reviews } of run) {
          expect(introduced.length).toBeLessThanOrEqual(newPerDay);
          expect(introduced.length + reviews).toBeLessThanOrEqual(reviewsPerDay);
        }
        const cards = input.fresh.map(({ card }) => card);
        const introduced = run.flatMap((day) => day.introduced);
        expect([...introduced].sort()).toEqual(cards.slice(0, introduced.length).sort());
      }),
      { numRuns: 30 },
    );
  });

  it('waits for a step that ends later the same day', () => {
    const settings = makeSettings({}, { learningStepsMinutes: [1, 300] });
    const [first] = study(studyInput({ settings, fresh: [] }), 1).run;
    expect(first?.events).toEqual([]);
    const fresh = makeCards(3).map((card) => ({ card, decks: [planDeck] }));
    const { run, states } = study(studyInput({ settings, fresh }), 1);
    expect(run[0]?.events.length).toBeGreaterThan(3);
    expect([...states.values()].map(({ schedule }) => schedule?.phase)).toEqual(
      Array(3).fill('review'),
    );
  });

  it('leaves a sibling for another day, which no limit is to blame for', () => {
    const fresh = ['1', 'reverse'].map((ordinal) => ({
      card: `cairn:pair#${ordinal}` as CardId,
      decks: [planDeck],
    }));
    const { run } = study(studyInput({ fresh }), 3);
    expect(run.slice(0, 2).map(({ introduced }) => introduced.length)).toEqual([1, 1]);
    for (const { events } of run) {
      expect(new Set(events.map(({ subject }) => subject)).size).toBeLessThan(2);
    }
    expect(run.map(({ held }) => held)).toEqual([0, 0, 0]);
  });

  it('counts what the limits hold back, and comes to it on later days', () => {
    const before = study(studyInput(), 3).states;
    const studied = [...before].map(([card, state]) => ({ card, decks: [planDeck], state }));
    const settings = makeSettings({ reviewsPerDay: 5 });
    const changes = { settings, studied, fresh: [], today: toDay(40) };
    const { run } = study(studyInput(changes), 12);
    expect(run[0]?.reviews).toBe(5);
    expect(run[0]?.held).toBe(studied.length - 5);
    expect(run[1]?.held).toBeLessThan(run[0]?.held ?? 0);
    const open = makeSettings({ burySiblings: { new: false, review: false, interday: false } });
    expect(study(studyInput({ ...changes, settings: open }), 1).run[0]?.held).toBe(0);
  });

  it('begins with what today already used up, at the hour it is', () => {
    const input = studyInput({ settings: makeSettings({ newPerDay: 10 }) });
    const tally = { ...input.tally, new: 7 };
    const { run } = study({ ...input, tally }, 2);
    expect(run.map(({ introduced }) => introduced.length)).toEqual([3, 10]);
    expect(run.map(({ day }) => day)).toEqual([firstDay, toDay(1)]);
    expect(run[0]?.events[0]?.at).toBe(input.now + input.pace.stepMs);
  });

  it('leaves a buried card until it shows again', () => {
    const card = makeCards(1)[0] as CardId;
    const { states } = study(studyInput({ fresh: [{ card, decks: [] }] }), 1);
    const state = states.get(card) ?? newCardState;
    const buried = { ...state, marks: { ...state.marks, buriedUntil: toDay(63) } };
    const studied = [{ card, decks: [], state: buried }];
    const { run } = study(studyInput({ studied, fresh: [], today: toDay(60) }), 5);
    expect(run.map(({ reviews }) => reviews).slice(0, 4)).toEqual([0, 0, 0, 1]);
  });

  it('comes near the retention asked for where the app knows the learner', () => {
    const fresh = makeCards(300).map((each) => ({ card: each, decks: [] }));
    const { run } = study(studyInput({ fresh }), 120);
    const tested = run.reduce((sum, day) => sum + day.tested, 0);
    const recalled = run.reduce((sum, day) => sum + day.recalled, 0);
    expect(tested).toBeGreaterThan(1000);
    expect(Math.abs(recalled / tested - 0.9)).toBeLessThan(0.04);
  });

  it('tests a card once a day at most, and not in its first steps', () => {
    const { run } = study(studyInput(), 30);
    expect(run[0]?.tested).toBe(0);
    for (const { events, tested } of run) {
      const cards = new Set(events.map(({ subject }) => toNoteId(subject)));
      expect(tested).toBeLessThanOrEqual(cards.size);
    }
    const daily = makeSettings({}, { learningStepsMinutes: [1440] });
    expect(study(studyInput({ settings: daily }), 2).run[1]?.tested).toBeGreaterThan(0);
  });
});
