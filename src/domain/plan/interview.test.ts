import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toDay } from '../fixtures/make-event.ts';
import type { CardId, StudyDay } from '../ids.ts';
import { openSimulation } from '../simulation/simulation.ts';
import { finish } from '../testing/plan-ground.ts';
import { makeCards, makeSettings, planDeck, studyInput } from '../testing/study-input.ts';
import { planInterview, predictRecall, type InterviewInput } from './interview.ts';

const inputs: fc.Arbitrary<InterviewInput> = fc
  .record({
    cards: fc.integer({ min: 1, max: 12 }),
    studiedDays: fc.integer({ min: 0, max: 40 }),
    pause: fc.integer({ min: 0, max: 20 }),
    ahead: fc.integer({ min: 0, max: 40 }),
    wanted: fc.constantFrom(0.7, 0.85, 0.9, 0.95, 0.99),
    desiredRetention: fc.constantFrom(0.7, 0.9),
    steps: fc.constantFrom([1, 10], [], [1440]),
    seed: fc.string({ maxLength: 3 }),
  })
  .map(({ cards: count, studiedDays, pause, ahead, wanted, desiredRetention, steps, seed }) => {
    const settings = makeSettings({}, { desiredRetention, learningStepsMinutes: steps });
    const cards = makeCards(count + 2);
    const fresh = cards.slice(0, count).map((card) => ({ card, decks: [planDeck] }));
    const simulation = openSimulation(studyInput({ settings, fresh, seed }));
    for (let day = 0; day < studiedDays; day += 1) simulation.studyDay();
    const today = toDay(studiedDays + pause);
    return {
      today,
      offset: 0,
      settings,
      until: (today + ahead) as StudyDay,
      recall: wanted,
      cards,
      states: simulation.listStates(),
      introductions: new Map([[cards[count] as CardId, (today + 1) as StudyDay]]),
      loadByDay: new Map([[(today + 2) as StudyDay, 30]]),
    };
  });

it('brings each card to the recall asked for, or says which ones it cannot', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { extras, short, known } = finish(planInterview(input));
      const shortCards = new Set(short.map(({ card }) => card));
      let sum = 0;
      for (const card of input.cards) {
        const days = extras.filter((extra) => extra.card === card).map(({ day }) => day);
        const predicted = predictRecall(input, card, days);
        sum += predicted;
        if (shortCards.has(card)) expect(predicted).toBeLessThan(input.recall);
        else expect(predicted).toBeGreaterThanOrEqual(input.recall);
        for (const day of days) {
          expect(day).toBeGreaterThanOrEqual(input.today);
          expect(day).toBeLessThan(input.until);
        }
      }
      expect(known).toBeCloseTo(sum);
    }),
    { numRuns: 30 },
  );
});

it('asks for no extra review that the schedule gives anyway', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { extras } = finish(planInterview(input));
      for (const { card } of extras) {
        expect(predictRecall(input, card, [])).toBeLessThan(input.recall);
      }
    }),
    { numRuns: 20 },
  );
});

function studiedInput(count: number, changes: Partial<InterviewInput> = {}): InterviewInput {
  const cards = makeCards(count);
  const fresh = cards.map((card) => ({ card, decks: [planDeck] }));
  const settings = makeSettings({ newPerDay: count });
  const simulation = openSimulation(studyInput({ settings, fresh }));
  for (let day = 0; day < 60; day += 1) simulation.studyDay();
  return {
    today: toDay(60),
    offset: 0,
    settings,
    until: toDay(74),
    recall: 0.95,
    cards,
    states: simulation.listStates(),
    introductions: new Map(),
    loadByDay: new Map(),
    ...changes,
  };
}

it('spreads the extra reviews over the days on which they help', () => {
  const { extras } = finish(planInterview(studiedInput(40)));
  const days = new Set(extras.map(({ day }) => day));
  expect(extras.length).toBeGreaterThan(5);
  expect(days.size).toBeGreaterThan(1);
  const busy = new Map([...days].map((day) => [day, day === toDay(73) ? 500 : 0]));
  const around = finish(planInterview(studiedInput(40, { loadByDay: busy }))).extras;
  const onLast = (list: typeof extras) => list.filter(({ day }) => day === toDay(73)).length;
  expect(onLast(around)).toBeLessThan(onLast(extras));
});

it('sets a due day only where the extra review is the card’s next', () => {
  const input = studiedInput(40, { until: toDay(90) });
  const { extras } = finish(planInterview(input));
  for (const { card, day, isNext } of extras) {
    const due = input.states.get(card)?.schedule?.due;
    expect(isNext).toBe(due !== undefined && 'day' in due && day < Math.max(input.today, due.day));
  }
});

it('knows nothing of a card that is never introduced', () => {
  const input = studiedInput(1, { cards: ['cairn:other#1' as CardId] });
  expect(finish(planInterview(input))).toEqual({
    extras: [],
    short: [{ card: 'cairn:other#1', recall: 0 }],
    known: 0,
  });
});
