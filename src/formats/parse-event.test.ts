import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvent } from './parse-event.ts';

const id = '01HF7YAT00G0000000000000ZZ';
const earlier = '01HF7YAS00G0000000000000ZZ';
const base = {
  id,
  v: 1,
  device: 'phone',
  act: id,
  at: 1_700_000_000_000,
  offset: 330,
  studyDay: 19_675,
};
const card = 'cairn:redis-eviction#1';
const review = { phase: 'review', intervalDays: 3, due: { day: 19_678 }, after: null };
const learning = { phase: 'learning', step: 1, due: { at: 1_700_000_600_000 }, after: earlier };

const reviewed = {
  ...base,
  kind: 'reviewed',
  subject: card,
  grade: 'good',
  durationMs: 4200,
  mode: 'review',
  outcome: review,
};

const source = { kind: 'basic', fields: { question: 'Q', answer: 'A' }, tags: ['a'] };
const request = {
  topics: ['backend/data'],
  priorities: ['mandatory'],
  cards: 'all',
  length: 20,
  kinds: ['choice', 'typed'],
  minutes: null,
  seed: 'x',
};
const planned = { card, format: 'choice', topic: 'backend/data/redis', recall: 0.62 };
const made = { ...planned, distractors: ['cairn:memcached#1', 'cairn:etcd#c2'] };
const quizStarted = {
  ...base,
  kind: 'quiz-started',
  subject: 'quiz:evening',
  sitting: 'evening',
  request,
  questions: [planned, made],
};

const known: readonly object[] = [
  reviewed,
  { ...reviewed, sitting: 'evening', outcome: learning },
  { ...reviewed, outcome: { ...learning, phase: 'relearning', due: { day: 19_676 } } },
  {
    ...base,
    kind: 'answered',
    subject: card,
    result: 'wrong',
    mode: 'quiz',
    format: 'choice',
    durationMs: 0,
    option: 2,
    overridden: true,
  },
  { ...base, kind: 'placed', subject: card, grade: 'easy', outcome: review },
  {
    ...base,
    kind: 'imported-memory',
    subject: card,
    stability: 12.5,
    difficulty: 4.25,
    reps: 3,
    lapses: 0,
    outcome: review,
  },
  { ...base, kind: 'rescheduled', subject: card, due: { day: 1 }, intervalDays: 9, after: null },
  { ...base, kind: 'forgot', subject: card },
  { ...base, kind: 'suspended', subject: card, value: true },
  { ...base, kind: 'buried', subject: card, until: null },
  { ...base, kind: 'flagged', subject: card, flag: 7 },
  { ...base, kind: 'edited', subject: 'mine:1', field: 'answer', base: '', value: 'no' },
  { ...base, kind: 'edited', subject: 'deck-1f', field: 'title', base: 'A', value: 'B' },
  { ...base, kind: 'created', subject: 'deck-1f', title: 'Spanish', edition: 'deck-1f.2' },
  { ...base, kind: 'created', subject: 'mine-1f', title: 'My own' },
  { ...base, kind: 'created', subject: 'mine-1f:n1', source, path: 'Verbs' },
  { ...base, kind: 'removed', subject: 'mine-1f:n1', value: true },
  { ...base, kind: 'removed', subject: 'deck-1f', value: false },
  { ...base, kind: 'status-set', subject: 'backend/foundations', status: null },
  { ...base, kind: 'topic-note', subject: 'backend/foundations', text: '' },
  { ...base, kind: 'setting-set', subject: 'setting:newPerDay', value: 5 },
  { ...base, kind: 'setting-set', subject: 'setting:newPerDay', scope: 'cairn', value: null },
  { ...reviewed, mode: 'quiz', sitting: 'evening', outcome: learning },
  quizStarted,
  {
    ...quizStarted,
    placement: 'backend',
    questions: [{ card, format: 'recall', topic: 'backend/data/redis', within: 'backend/data' }],
    request: { ...request, length: 'every-topic', minutes: 30, cards: 'fading' },
  },
  { ...base, kind: 'undone', subject: earlier },
];

function errorOf(json: unknown): string {
  const result = parseEvent(json);
  return 'error' in result && typeof result.error === 'string' ? result.error : '';
}

describe('an event from outside', () => {
  it.each(known)('is taken as it is: $kind', (event) => {
    expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it('keeps all it holds where its kind or version is not known', () => {
    const dreamt = { ...base, kind: 'dreamt', subject: 'sheep', counted: { white: 3 } };
    const later = { ...reviewed, v: 2, grade: 'perfect', mood: ['calm'] };
    const odd = { ...base, kind: 'constructor', subject: 'x', constructor: 'y' };
    for (const event of [dreamt, later, odd]) expect(parseEvent(event)).toEqual(event);
  });

  it.each([
    ['grade', { ...reviewed, grade: 'perfect' }],
    ['mood', { ...reviewed, mood: 'calm' }],
    ['outcome.due.day', { ...reviewed, outcome: { ...review, due: { day: 1.5 } } }],
    ['outcome.intervalDays', { ...reviewed, outcome: { ...review, intervalDays: 0 } }],
    ['outcome.after', { ...reviewed, outcome: { ...review, after: 'x' } }],
    ['outcome.phase', { ...reviewed, outcome: { ...review, phase: 'new' } }],
    ['outcome', { ...reviewed, outcome: undefined }],
    ['durationMs', { ...reviewed, durationMs: -1 }],
    ['subject', { ...reviewed, subject: 'redis' }],
    ['flag', { ...base, kind: 'flagged', subject: card, flag: 8 }],
    ['subject', { ...base, kind: 'setting-set', subject: 'newPerDay', value: 3 }],
    ['value', { ...base, kind: 'setting-set', subject: 'setting:newPerDay' }],
    ['subject', { ...base, kind: 'undone', subject: 'all' }],
    ['id', { ...reviewed, id: 'short' }],
    ['id', { ...reviewed, id: `7${'Z'.repeat(25)}` }],
    ['act', { ...reviewed, act: null }],
    ['v', { ...reviewed, v: 0 }],
    ['offset', { ...reviewed, offset: 100_000 }],
    ['studyDay', { ...reviewed, studyDay: 19_675.5 }],
    ['mode', { ...reviewed, mode: 'exam' }],
    ['subject', { ...quizStarted, subject: 'evening' }],
    ['sitting', { ...quizStarted, sitting: undefined }],
    ['request.length', { ...quizStarted, request: { ...request, length: 4 } }],
    ['request.kinds', { ...quizStarted, request: { ...request, kinds: [] } }],
    ['request.mood', { ...quizStarted, request: { ...request, mood: 'calm' } }],
    ['questions.0.recall', { ...quizStarted, questions: [{ ...planned, recall: 1.5 }] }],
    [
      'questions.0.distractors.1',
      { ...quizStarted, questions: [{ ...made, distractors: [card] }] },
    ],
    ['kind', { ...base, subject: card }],
  ])('is refused by the name of the field that is wrong: %s', (field, json) => {
    expect(errorOf(json)).toMatch(new RegExp(`^${field.replaceAll('.', '\\.')}: .`));
  });

  it.each([null, undefined, 'event', 7, []])('is refused where it is none: %j', (json) => {
    expect(errorOf(json)).not.toBe('');
  });

  it('is refused where it holds a number beyond all that can be written again', () => {
    const setting = known.find((event) => 'kind' in event && event.kind === 'setting-set');
    const unknown = { ...setting, kind: 'sketched', strokes: [[JSON.parse('1e999')]] };
    expect(errorOf({ ...setting, value: Number.NEGATIVE_INFINITY })).toContain('number');
    expect(errorOf(unknown)).toContain('number');
    expect(errorOf({ ...unknown, strokes: [[1e99]] })).toBe('');
  });

  it('is refused where it is nested deeper than can be written again', () => {
    const setting = known.find((event) => 'kind' in event && event.kind === 'setting-set');
    const nest = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
    expect(errorOf({ ...setting, value: nest(100) })).toBe('');
    expect(errorOf({ ...setting, value: nest(100_000) })).toContain('lists inside lists');
    expect(errorOf({ ...setting, kind: 'sketched', x: nest(100_000) })).toContain('lists inside');
    const topic = (depth: number) =>
      JSON.parse(
        '{"id":"a","title":"","text":"","topics":['.repeat(depth) + ']}'.repeat(depth),
      ) as unknown;
    const brought = (depth: number) => ({
      ...setting,
      ...{ kind: 'created', subject: 'deck-1', title: 'a', value: undefined },
      roadmap: { sections: [{ id: 'a', title: '', topics: [topic(depth)] }] },
    });
    const { value: _, ...whole } = brought(60);
    expect(errorOf(whole)).toBe('');
    expect(errorOf(brought(100_000))).toContain('lists inside lists');
  });

  it('never throws, and comes out as it went in or not at all', () => {
    const damaged = fc.tuple(fc.constantFrom(...known), fc.jsonValue(), fc.nat(20));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), damaged), (given) => {
        let json: unknown = given;
        if (Array.isArray(given) && given.length === 3 && typeof given[2] === 'number') {
          const [event, value, index] = given as [object, unknown, number];
          const keys = Object.keys(event);
          json = { ...event, [keys[index % keys.length] ?? 'id']: value };
        }
        const result = parseEvent(json);
        if (!('error' in result)) expect(result).toEqual(json);
      }),
    );
  });
});
