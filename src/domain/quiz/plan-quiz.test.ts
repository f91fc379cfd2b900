import { describe, expect, it } from 'vitest';
import type { CardId, TopicId } from '../ids.ts';
import {
  basicNote,
  choiceNote,
  rubricNote,
  sketchRoadmap,
  toQuizCards,
  typedNote,
} from '../testing/quiz-cards.ts';
import { planQuiz } from './plan-quiz.ts';
import { usualRequest, type QuizRequest } from './quiz-request.ts';
import { growTree, listBelow, listCousins, listSiblings } from './topic-tree.ts';

const roadmap = sketchRoadmap('backend', [
  [
    'data',
    [
      ['redis', ['data/redis'], [['streams', ['data/streams']]]],
      ['postgres', ['data/postgres']],
      ['empty', []],
    ],
  ],
  ['web', [['http', ['web/http']]]],
]);
const tree = growTree([roadmap, sketchRoadmap('other', [['data', [['redis', ['data/redis']]]]])]);

const notes = [
  choiceNote('data/redis', 'eviction', ['fails', 'evicts', 'swaps']),
  basicNote('data/redis', 'fork', 'A forked child copies each page that changes meanwhile'),
  typedNote('data/streams', 'ack', ['XACK'], 'exact'),
  typedNote('data/postgres', 'vacuum', ['VACUUM'], 'exact'),
  typedNote('data/postgres', 'analyze', ['ANALYZE'], 'exact'),
  typedNote('data/postgres', 'wal', ['write-ahead log']),
  typedNote('web/http', 'etag', ['ETag'], 'exact'),
  rubricNote('web/http', 'build-server'),
];
const cards = toQuizCards(notes);

function plan(request: Partial<QuizRequest>, known: Parameters<typeof toQuizCards>[1] = {}) {
  const asked = {
    ...usualRequest,
    seed: 'seed',
    topics: ['backend/data'] as TopicId[],
    ...request,
  };
  return planQuiz(asked, tree, toQuizCards(notes, known));
}
const idsOf = (questions: ReturnType<typeof plan>) =>
  questions.map(({ card }) => card.slice('cairn:'.length, -2)).toSorted();

describe('a quiz', () => {
  it('asks of the topics chosen and all below them, each card once', () => {
    expect(idsOf(plan({}))).toEqual(['ack', 'analyze', 'eviction', 'fork', 'vacuum', 'wal']);
    expect(idsOf(plan({ topics: ['backend/data/redis'] as TopicId[] }))).toEqual([
      'ack',
      'eviction',
      'fork',
    ]);
    expect(plan({ topics: ['backend/nowhere'] as TopicId[] })).toEqual([]);
  });

  it('reaches across roadmaps', () => {
    const topics = ['other/data', 'backend/web'] as TopicId[];
    expect(idsOf(plan({ topics }))).toEqual(['etag', 'eviction', 'fork']);
  });

  it('asks a task only where a concept has nothing else', () => {
    const only = toQuizCards([rubricNote('web/http', 'build-server')]);
    const request = { ...usualRequest, seed: 's', topics: ['backend/web'] as TopicId[] };
    expect(planQuiz(request, tree, only)).toEqual([
      { card: 'cairn:build-server#1', format: 'recall', topic: 'backend/web/http' },
    ]);
  });

  it('says of each card the topic it is asked for and the recall that was predicted', () => {
    const [first] = plan(
      { topics: ['backend/web'] as TopicId[] },
      { 'cairn:etag#1': { recall: 0.93 } },
    );
    expect(first).toEqual({
      card: 'cairn:etag#1',
      format: 'typed',
      topic: 'backend/web/http',
      recall: 0.93,
    });
  });

  it('leaves suspended cards out, and narrows to what was started or is fading', () => {
    const known = {
      'cairn:fork#1': { isSuspended: true },
      'cairn:ack#1': { recall: 0.95 },
      'cairn:wal#1': { recall: 0.4 },
    };
    expect(idsOf(plan({}, known))).not.toContain('fork');
    expect(idsOf(plan({ cards: 'started' }, known))).toEqual(['ack', 'wal']);
    expect(idsOf(plan({ cards: 'fading' }, known))).toEqual(['wal']);
  });

  it('keeps to the priorities chosen; a topic without one has that of what it lies in', () => {
    const [data, web] = roadmap.sections;
    const ranked = growTree([
      { ...roadmap, sections: [{ ...data!, priority: 'mandatory' }, web!] },
    ]);
    const request = {
      ...usualRequest,
      seed: 's',
      topics: ['backend/data', 'backend/web'] as TopicId[],
    };
    const asked = (priorities: QuizRequest['priorities']) =>
      idsOf(planQuiz({ ...request, priorities }, ranked, cards));
    expect(asked(['mandatory'])).toHaveLength(6);
    expect(asked(['general'])).toEqual(['etag']);
    expect(asked(['good'])).toEqual([]);
  });

  it('makes options of sibling and cousin topics where recall is low, and else asks to produce', () => {
    const [ack] = plan({ topics: ['backend/data/redis/streams'] as TopicId[] });
    // No sibling; of the cousins' answers two are code that nobody asks here.
    expect(ack).toMatchObject({ card: 'cairn:ack#1', format: 'choice' });
    expect(ack?.distractors?.toSorted()).toEqual(['cairn:analyze#1', 'cairn:vacuum#1']);
    const due = { 'cairn:vacuum#1': { isDue: true } };
    const [plain] = plan({ topics: ['backend/data/redis/streams'] as TopicId[] }, due);
    expect(plain).toEqual({
      card: 'cairn:ack#1',
      format: 'typed',
      topic: 'backend/data/redis/streams',
    });
  });

  it('never makes options of a card that it asks', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const questions = plan({ seed, topics: ['backend/data', 'backend/web'] as TopicId[] });
      const asked = new Set<CardId>(questions.map(({ card }) => card));
      expect(
        questions.flatMap(({ distractors = [] }) => distractors.filter((each) => asked.has(each))),
      ).toEqual([]);
    }
  });

  it('of options alone asks what can have some, and where the quiz used them up, to recall', () => {
    const questions = plan({ kinds: ['choice'], topics: ['backend/data'] as TopicId[] });
    const formats = new Map(questions.map(({ card, format }) => [card as string, format]));
    expect(formats.get('cairn:eviction#1')).toBe('choice');
    expect(formats.has('cairn:fork#1')).toBe(false);
    expect(formats.get('cairn:ack#1')).toBe('recall');
  });

  it('is the same for the same seed and cards', () => {
    expect(plan({ seed: 'x' })).toEqual(plan({ seed: 'x' }));
  });
});

describe('a topic’s neighbours', () => {
  const ids = (topics: readonly { readonly id: TopicId }[]) => topics.map(({ id }) => id);

  it('are its siblings, and then what lies beside its parent', () => {
    expect(ids(listSiblings(tree, 'backend/data/postgres' as TopicId))).toEqual([
      'backend/data/redis',
      'backend/data/redis/streams',
      'backend/data/empty',
    ]);
    expect(ids(listCousins(tree, 'backend/data/redis/streams' as TopicId))).toEqual([
      'backend/data/postgres',
      'backend/data/empty',
    ]);
    expect(ids(listCousins(tree, 'backend/data/redis' as TopicId))).toEqual([
      'backend/web',
      'backend/web/http',
    ]);
  });

  it('are none of a section or of an unknown topic', () => {
    for (const id of ['backend/data', 'nowhere'] as TopicId[]) {
      expect(listSiblings(tree, id)).toEqual([]);
      expect(listCousins(tree, id)).toEqual([]);
    }
  });

  it('and all below several are listed once', () => {
    const below = ['backend/data', 'backend/data/redis', 'backend/data'] as TopicId[];
    expect(new Set(ids(listBelow(tree, below))).size).toBe(listBelow(tree, below).length);
  });
});
