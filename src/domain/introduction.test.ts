import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledRoadmap, CompiledTopic, Priority, TopicKind } from './content.ts';
import { morning, toDay } from './fixtures/make-event.ts';
import type { CardId, ConceptId, RoadmapId, TopicId } from './ids.ts';
import {
  findWaits,
  isNew,
  isPlainIntroduction,
  listOpenCards,
  listSteps,
  type WaitInput,
} from './introduction.ts';
import { previewIntroduction } from './preview-introduction.ts';
import { listIntroduction } from './roadmap-cards.ts';
import { noMarks, type CardState, type Marks } from './schedule.ts';
import { plainIntroduction, type IntroductionSettings } from './settings.ts';

const today = toDay(100);

interface Part {
  readonly name: string;
  readonly concepts?: readonly string[];
  readonly priority?: Priority;
  readonly kind?: TopicKind;
  readonly parts?: readonly Part[];
}

function toTopic({ name, concepts, parts, ...rest }: Part, parent: string): CompiledTopic {
  const id = `${parent}/${name}` as TopicId;
  return {
    ...rest,
    id,
    title: name,
    text: name,
    ...(concepts && { concepts: concepts as ConceptId[] }),
    ...(parts && { topics: parts.map((part) => toTopic(part, id)) }),
  };
}

function toRoadmap(sections: readonly (readonly Part[])[], path: readonly number[] = []) {
  const idOf = (index: number) => `r/s${String(index)}` as TopicId;
  return {
    id: 'r' as RoadmapId,
    title: 'R',
    sections: sections.map((parts, index) => ({
      id: idOf(index),
      title: `Section ${String(index)}`,
      topics: parts.map((part) => toTopic(part, idOf(index))),
    })),
    paths: [{ id: 'path', title: 'Path', about: '', sections: path.map(idOf) }],
  } satisfies CompiledRoadmap;
}

/** Each concept has two cards. */
function toCards(concepts: readonly string[]) {
  return new Map(
    concepts.map((concept) => [
      concept as ConceptId,
      [`cairn:${concept}#1`, `cairn:${concept}#2`] as CardId[],
    ]),
  );
}

const concepts = ['a', 'b', 'c', 'd', 'e', 'f'];
const cards = toCards(concepts);
const with_ = (change: Partial<IntroductionSettings>) => ({ ...plainIntroduction, ...change });
const titles = (steps: readonly { title: string }[]) => steps.map(({ title }) => title);

function makeState(stability: number | null, marks: Partial<Marks> = {}, reps = 1): CardState {
  const own = { ...noMarks, ...marks };
  if (stability === null) return { last: null, marks: own };
  return {
    last: null,
    marks: own,
    schedule: {
      phase: 'review',
      stability,
      difficulty: 5,
      lastReview: { day: toDay(90), at: morning(90) },
      introduced: toDay(80),
      reps,
      lapses: 0,
      intervalDays: 5,
      due: { day: toDay(95) },
    },
  };
}

const roadmap = toRoadmap(
  [
    [
      { name: 'A', concepts: ['a'], priority: 'optional' },
      { name: 'B', concepts: ['b'], priority: 'mandatory' },
    ],
    [{ name: 'C', concepts: ['c'], kind: 'practice', parts: [{ name: 'D', concepts: ['d'] }] }],
    [{ name: 'E', concepts: ['e', 'a'], priority: 'mandatory' }, { name: 'Bare' }],
  ],
  [2],
);

describe('the order of introduction', () => {
  it('is the roadmap’s own, mandatory first, where no setting says otherwise', () => {
    expect(isPlainIntroduction(plainIntroduction)).toBe(true);
    const steps = listSteps(roadmap, cards, plainIntroduction);
    expect(titles(steps)).toEqual(['B', 'E', 'C', 'D', 'A']);
    expect(listOpenCards(steps, new Set())).toEqual(listIntroduction(roadmap, cards));
  });

  it('follows a learning path section by section, then the sections it does not name', () => {
    const steps = listSteps(roadmap, cards, with_({ path: 'path' }));
    expect(titles(steps)).toEqual(['E', 'B', 'A', 'C', 'D']);
    expect(titles(listSteps(roadmap, cards, with_({ path: 'gone' })))).toEqual(
      titles(listSteps(roadmap, cards, plainIntroduction)),
    );
  });

  it.each<[Partial<IntroductionSettings>, string[]]>([
    [{ newPriorities: ['mandatory'] }, ['B', 'E']],
    [{ newPriorities: ['none', 'optional'] }, ['C', 'D', 'A']],
    [{ newSections: ['r/s1'] as TopicId[] }, ['C', 'D']],
    [{ newSections: ['r/gone'] as TopicId[] }, ['B', 'E', 'C', 'D', 'A']],
    [{ newSections: [] }, []],
    [{ skippedKinds: ['practice'] }, ['B', 'E', 'A']],
    [{ skippedKinds: ['learn'] }, ['C', 'D']],
  ])('leaves out what %o does not want', (change, expected) => {
    expect(isPlainIntroduction(with_(change))).toBe(false);
    expect(titles(listSteps(roadmap, cards, with_(change)))).toEqual(expected);
  });
});

function waitsWith(states: Readonly<Record<string, CardState>>, change: Partial<WaitInput> = {}) {
  return findWaits(listSteps(roadmap, cards, plainIntroduction), {
    waitStabilityDays: 21,
    states: new Map(Object.entries(states)) as Map<CardId, CardState>,
    today,
    known: new Set(),
    ...change,
  });
}

const both = (concept: string, state: CardState) => ({
  [`cairn:${concept}#1`]: state,
  [`cairn:${concept}#2`]: state,
});

describe('waiting', () => {
  it('keeps a topic’s new cards until the topic before it is steady, and says for what', () => {
    const waits = waitsWith({ 'cairn:b#1': makeState(18) });
    expect(titles(waits)).toEqual(['E', 'C', 'D', 'A']);
    expect(waits[0]).toMatchObject({
      predecessor: { title: 'B' },
      stabilityDays: 9,
      neededDays: 21,
      cards: ['cairn:e#1', 'cairn:e#2', 'cairn:a#1', 'cairn:a#2'],
    });
    // What E holds back already is not counted again.
    expect(waits.at(-1)?.cards).toEqual([]);
    expect(titles(waitsWith(both('b', makeState(21))))).toEqual(['C', 'D', 'A']);
    expect(waitsWith({}, { waitStabilityDays: null })).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, CardState>>, Partial<WaitInput>]>([
    ['suspended', both('b', makeState(2, { suspended: true })), {}],
    ['suspended while new', both('b', makeState(null, { suspended: true })), {}],
    ['buried while new', both('b', makeState(null, { buriedUntil: toDay(101) })), {}],
    ['taken as known by a placement', both('b', makeState(2, {}, 0)), {}],
    ['taken as known by hand', {}, { known: new Set(['r/s0/B' as TopicId]) }],
  ])('is for no topic that is %s', (_, states, change) => {
    expect(titles(waitsWith(states, change))).toEqual(['C', 'D', 'A']);
  });

  it('tells in a preview what is wanted, what waits and what comes next', () => {
    const input = { roadmap, cards, states: new Map([['cairn:b#1' as CardId, makeState(18)]]) };
    const context = { ...input, today, known: new Set<TopicId>() };
    expect(previewIntroduction(context, plainIntroduction)).toMatchObject({
      fresh: 9,
      wanted: 9,
      waiting: 0,
      next: [{ title: 'B' }, { title: 'E' }, { title: 'C' }],
    });
    const change = with_({ newPriorities: ['mandatory'], waitStabilityDays: 21 });
    expect(previewIntroduction(context, change)).toMatchObject({
      fresh: 9,
      wanted: 5,
      waiting: 4,
      next: [{ title: 'B' }],
    });
    const empty = with_({ newPriorities: ['general'] });
    expect(previewIntroduction(context, empty)).toMatchObject({ wanted: 0, next: [] });
  });
});

const priorities = ['mandatory', 'good', 'optional', 'general'] as const;
const kinds = ['learn', 'practice', 'project', 'tool', 'rule'] as const;

const part: fc.Arbitrary<Part> = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.record(
    {
      name: fc.stringMatching(/^[a-z]{6}$/),
      concepts: fc.uniqueArray(fc.constantFrom(...concepts), { maxLength: 3 }),
      priority: fc.constantFrom(...priorities),
      kind: fc.constantFrom(...kinds),
      parts: fc.array(tie('part'), { maxLength: 2, depthIdentifier: 'part' }),
    },
    { requiredKeys: ['name'] },
  ),
})).part;

const stateOf = fc.oneof(
  fc.constant(undefined),
  fc
    .record({
      stability: fc.option(fc.constantFrom(0.5, 9, 20.9, 21, 300)),
      suspended: fc.boolean(),
      buriedUntil: fc.constantFrom(null, toDay(100), toDay(101)),
      reps: fc.nat(1),
    })
    .map(({ stability, reps, ...marks }) => makeState(stability, marks, reps)),
);

const settings: fc.Arbitrary<IntroductionSettings> = fc.record({
  newPriorities: fc.option(fc.subarray(['none', ...priorities])),
  newSections: fc.option(fc.subarray(['r/s0', 'r/s1', 'r/s2', 'r/s9'] as TopicId[])),
  skippedKinds: fc.subarray([...kinds]),
  waitStabilityDays: fc.option(fc.constantFrom(1, 21, 3650)),
  path: fc.constantFrom(null, 'path', 'gone'),
});

it('never locks a roadmap: while new cards are wanted, one can come now or a started topic can be made steadier', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(part, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
      settings,
      fc.array(stateOf, { minLength: concepts.length * 2, maxLength: concepts.length * 2 }),
      fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
      (sections, path, chosen, drawn, taken) => {
        const made = toRoadmap(
          sections,
          path.filter((index) => index < sections.length),
        );
        const all = [...cards.values()].flat();
        const states = new Map(
          all.flatMap((card, index) => {
            const state = drawn[index];
            return state === undefined ? [] : [[card, state] as const];
          }),
        );
        const steps = listSteps(made, cards, chosen);
        const known = new Set(
          steps.filter((_, index) => taken[index] === true).map(({ topic }) => topic),
        );
        const { waitStabilityDays } = chosen;
        const waits = findWaits(steps, { waitStabilityDays, states, today, known });
        const wanted = listOpenCards(steps, new Set()).filter((card) =>
          isNew(states.get(card), today),
        );
        const held = new Set(waits.map(({ topic }) => topic));
        const open = listOpenCards(steps, held).filter((card) => isNew(states.get(card), today));

        // Each wanted card either can come now or is told of once as waiting.
        const waiting = waits.flatMap((wait) => wait.cards);
        expect([...open, ...waiting].sort()).toEqual([...wanted].sort());
        // Whoever waits, waits for a wanted topic before it in the order in force: there is no cycle.
        for (const wait of waits) {
          const before = steps.findIndex(({ topic }) => topic === wait.predecessor.topic);
          expect(before).toBeGreaterThanOrEqual(0);
          expect(before).toBeLessThan(steps.findIndex(({ topic }) => topic === wait.topic));
          expect(wait.stabilityDays).toBeLessThan(wait.neededDays);
        }
        if (wanted.length === 0 || open.length > 0) return;
        const canGrow = waits.some(({ predecessor, neededDays }) => {
          const step = steps.find(({ topic }) => topic === predecessor.topic);
          return step?.cards.some((card) => {
            const state = states.get(card);
            if (state?.schedule === undefined || state.marks.suspended) return false;
            return state.schedule.stability < neededDays;
          });
        });
        expect(canGrow).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});
