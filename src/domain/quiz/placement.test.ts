import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardId, TopicId } from '../ids.ts';
import {
  basicNote,
  choiceNote,
  rubricNote,
  sketchRoadmap,
  toQuizCards,
  typedNote,
  type Sketch,
} from '../testing/quiz-cards.ts';
import { leastPlacement, mostPlacement, walkPlacement } from './placement-walk.ts';
import { planPlacement } from './plan-placement.ts';
import { listPlaceable, proposeKnown } from './propose-known.ts';
import type { PlannedQuestion } from './quiz-request.ts';
import { growTree } from './topic-tree.ts';

/** Answers as a learner would who knows what `knows` says, until the walk ends. */
function walk(
  questions: readonly PlannedQuestion[],
  knows: (question: PlannedQuestion, index: number) => boolean,
) {
  const rightByCard = new Map<CardId, boolean>();
  for (let index = 0; index <= questions.length; index += 1) {
    const { next } = walkPlacement(questions, rightByCard);
    if (next === null) break;
    expect(rightByCard.has(next.card)).toBe(false);
    rightByCard.set(next.card, knows(next, index));
  }
  const { asked, next } = walkPlacement(questions, rightByCard);
  expect(next).toBeNull();
  return { asked, rightByCard, topics: asked.map(({ topic }) => topic) };
}

function question(topic: string, within?: string): PlannedQuestion {
  const place = within === undefined ? {} : { within: within as TopicId };
  return {
    card: `cairn:${topic}#1` as CardId,
    format: 'choice',
    topic: topic as TopicId,
    ...place,
  };
}

const big = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((section) => [
  question(section),
  ...['1', '2', '3', '4'].flatMap((topic) => [
    question(`${section}/${topic}`, section),
    question(`${section}/${topic}/deep`, `${section}/${topic}`),
  ]),
]);

describe('the walk of a placement', () => {
  it('ends, after 10 to 20 questions where there are so many, and never asks one twice, whatever the roadmap and the answers', () => {
    const tree = fc
      .array(fc.option(fc.nat(40), { freq: 4 }), { maxLength: 60 })
      .map((parents) =>
        parents.map((parent, index) =>
          parent === null || parent >= index
            ? question(`t${index}`)
            : question(`t${index}`, `t${parent}`),
        ),
      );
    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.boolean()), (questions, answers) => {
        const { asked } = walk(questions, () => answers.next().value as boolean);
        expect(new Set(asked.map(({ card }) => card)).size).toBe(asked.length);
        expect(asked.length).toBeLessThanOrEqual(mostPlacement);
        expect(asked.length).toBeGreaterThanOrEqual(Math.min(leastPlacement, questions.length));
      }),
    );
  });

  it('asks at least ten where there are so many', () => {
    expect(walk(big, () => true).asked.length).toBeGreaterThanOrEqual(leastPlacement);
    expect(walk(big, () => false).asked.length).toBeGreaterThanOrEqual(leastPlacement);
    const few = big.slice(0, 9);
    expect(walk(few, () => true).asked).toHaveLength(9);
  });

  it('skips from a right answer to the hardest part below', () => {
    const { topics } = walk(big, () => true);
    expect(topics.slice(0, 7)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'a/4']);
    expect(topics).toContain('a/4/deep');
  });

  it('goes down from a wrong answer to all parts, the branches in turn', () => {
    const { topics } = walk(big, ({ topic }) => topic !== 'b' && topic !== 'd');
    const below: string[] = topics.slice(6);
    expect(below).toEqual(expect.arrayContaining(['b/1', 'd/1', 'b/2', 'd/2']));
    expect(below.indexOf('d/1')).toBeLessThan(below.indexOf('b/2'));
  });

  it('stops asking sections after three in a row that are not known', () => {
    const { topics } = walk(big, () => false);
    expect(topics.slice(0, 4)).toEqual(['a', 'b', 'c', 'a/1']);
    expect(topics).not.toContain('d');
  });

  it('is the same for the same answers', () => {
    const knows = (_: PlannedQuestion, index: number) => index % 3 === 0;
    expect(walk(big, knows).topics).toEqual(walk(big, knows).topics);
  });
});

const sketch: readonly (readonly [string, readonly Sketch[]])[] = [
  [
    'basics',
    [
      ['os', ['os'], [['files', ['files']]]],
      ['net', ['net']],
    ],
  ],
  [
    'data',
    [
      ['sql', ['sql']],
      ['none', []],
      ['redis', ['redis']],
    ],
  ],
];
const tree = growTree([sketchRoadmap('backend', sketch)]);
const cards = toQuizCards(
  [
    basicNote('os', 'kernel'),
    choiceNote('os', 'fork', ['a', 'b', 'c']),
    typedNote('os', 'pid', ['pid']),
    typedNote('files', 'inode', ['inode']),
    basicNote('net', 'port'),
    basicNote('net', 'suspended'),
    basicNote('sql', 'join'),
    basicNote('sql', 'index'),
    rubricNote('redis', 'build'),
  ],
  { 'cairn:suspended#1': { isSuspended: true } },
);

describe('the questions of a placement', () => {
  const questions = planPlacement(tree, cards, 'seed');
  const cardOf = new Map(questions.map(({ topic, card }) => [topic as string, card as string]));

  it('are one for each section and topic that has a card, each note once', () => {
    expect([...cardOf.keys()]).toEqual([
      'backend/basics',
      'backend/basics/os',
      'backend/basics/os/files',
      'backend/basics/net',
      'backend/data',
      'backend/data/sql',
    ]);
    expect(new Set(cardOf.values()).size).toBe(6);
  });

  it('know what they lie in, past what has no question', () => {
    const within = new Map(questions.map((each) => [each.topic as string, each.within]));
    expect(within.get('backend/basics')).toBeUndefined();
    expect(within.get('backend/basics/os/files')).toBe('backend/basics/os');
    const bare = growTree([sketchRoadmap('b', [['s', [['t', [], [['u', ['net']]]]]]])]);
    expect(planPlacement(bare, cards, 'x')).toEqual([
      expect.not.objectContaining({ within: 'b/s/t' }),
    ]);
  });

  it('take cards that check themselves first, and no suspended ones and no tasks', () => {
    expect(cardOf.get('backend/basics/os')).toBe('cairn:fork#1');
    expect([...cardOf.values()]).not.toContain('cairn:suspended#1');
    expect([...cardOf.values()]).not.toContain('cairn:build#1');
  });
});

describe('what a placement proposes', () => {
  const questions = [
    question('backend/basics'),
    question('backend/basics/os', 'backend/basics'),
    question('backend/basics/net', 'backend/basics'),
    question('backend/data'),
    question('backend/data/sql', 'backend/data'),
  ];
  const propose = (right: Readonly<Record<string, boolean>>) =>
    proposeKnown(
      questions,
      new Map(Object.entries(right).map(([topic, is]) => [`cairn:${topic}#1` as CardId, is])),
      tree,
    );
  const known = (right: Readonly<Record<string, boolean>>) =>
    propose(right).sections.flatMap((section) =>
      section.known.map(({ topic, grade }) => `${topic} ${grade}`),
    );

  it('is nothing of what was not asked, and to begin at the beginning', () => {
    expect(propose({})).toMatchObject({ begin: 'backend/basics' });
    expect(known({})).toEqual([]);
  });

  it('is all of a section that was right, as Easy where its hardest part was too', () => {
    expect(known({ 'backend/basics': true })).toEqual([
      'backend/basics/os good',
      'backend/basics/os/files good',
      'backend/basics/net good',
    ]);
    expect(known({ 'backend/basics': true, 'backend/basics/net': true })).toEqual([
      'backend/basics/os easy',
      'backend/basics/os/files easy',
      'backend/basics/net easy',
    ]);
  });

  it('leaves out what was wrong, with what lies below it', () => {
    expect(known({ 'backend/basics': true, 'backend/basics/os': false })).toEqual([
      'backend/basics/net good',
    ]);
    expect(known({ 'backend/basics': false, 'backend/basics/os': true })).toEqual([
      'backend/basics/os good',
      'backend/basics/os/files good',
    ]);
  });

  it('says where to begin: at the first section that is not known whole', () => {
    expect(propose({ 'backend/basics': true }).begin).toBe('backend/data');
    expect(propose({ 'backend/basics': true, 'backend/data': true }).begin).toBeNull();
  });

  it('places cards never met and not suspended, each once, and none of a concept that was wrong', () => {
    const known = ['backend/basics/os', 'backend/basics/net', 'backend/data/sql'].map((topic) => ({
      topic: topic as TopicId,
      grade: 'good' as const,
    }));
    const met = toQuizCards(
      [
        basicNote('os', 'kernel'),
        basicNote('os', 'pid'),
        basicNote('net', 'port'),
        basicNote('sql', 'join'),
      ],
      { 'cairn:pid#1': { recall: 0.8 }, 'cairn:port#1': { isSuspended: true } },
    );
    const twice = [...known, { topic: 'backend/basics/os' as TopicId, grade: 'easy' as const }];
    const wrong = new Map([['cairn:join#1' as CardId, false]]);
    expect(listPlaceable(twice, tree, met, wrong)).toEqual([
      { card: 'cairn:kernel#1', grade: 'good' },
    ]);
    expect(listPlaceable(known, tree, met, new Map())).toHaveLength(2);
    expect(listPlaceable([{ topic: 'gone' as TopicId, grade: 'good' }], tree, met, wrong)).toEqual(
      [],
    );
  });
});
