import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  card,
  eventId,
  morning,
  reviewedFor,
  settingSet,
  stamp,
  toDay,
  undone,
} from '#src/domain/fixtures/make-event.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import { copyVersion, largestCopyBytes, readCopy, writeCopy, type Copy } from './copy.ts';

const facts = { savedAt: morning(12), app: '0.1.0' };

function read(text: string): Copy {
  const copy = readCopy(text);
  if ('error' in copy) throw new Error(copy.error);
  return copy;
}

function errorOf(text: string): string {
  const copy = readCopy(text);
  return 'error' in copy ? copy.error : 'no error';
}

/** The text of a copy with some of its outer fields changed. */
function withFields(fields: Record<string, unknown>): string {
  const text = writeCopy([settingSet(1, 'newPerDay', 5)], facts);
  return JSON.stringify({ ...(JSON.parse(text) as object), ...fields });
}

const anyEvent: fc.Arbitrary<AnyEvent> = fc.integer({ min: 1, max: 100_000 }).chain((number) =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom('again', 'good'), fc.integer({ min: 1, max: 36_500 }))
      .map(([grade, days]) => reviewedFor(number, 3, grade as 'again', days, null)),
    fc.jsonValue().map((value) => settingSet(number, 'newPerDay', value)),
    fc.string().map((text) => ({
      ...stamp(number),
      kind: 'topic-note' as const,
      subject: 'backend/redis' as never,
      text,
    })),
    fc.constant(undone(number, 1)),
    fc.jsonValue().map((value) => ({ ...stamp(number), kind: 'drawn', subject: card, value })),
  ),
);

describe('a copy', () => {
  it('gives back exactly the events it was written from', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEvent, { selector: (event) => event.id }), (events) => {
        const sorted = [...events].sort((one, other) => (one.id < other.id ? -1 : 1));
        const copy = read(writeCopy(events, facts));
        // A value goes through JSON, which knows no negative zero.
        expect(copy).toEqual({
          savedAt: facts.savedAt,
          events: JSON.parse(JSON.stringify(sorted)) as unknown,
          problems: [],
        });
      }),
    );
  });

  it('holds one event a line, so that two copies can be compared', () => {
    const lines = writeCopy([settingSet(1, 'newPerDay', 5), undone(2, 1)], facts).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[2]).toContain('"undone"');
  });

  it('of version 1 is read for good', () => {
    const sample = readFileSync(new URL('fixtures/copy-v1.json.txt', import.meta.url), 'utf8');
    const copy = read(sample);
    expect(copy.problems).toEqual([]);
    expect(copy.savedAt).toBe(morning(12));
    expect(copy.events).toHaveLength(22);
    expect(new Set(copy.events.map((event) => event.kind)).size).toBe(15);
    expect(copy.events[4]).toEqual(reviewedFor(5, 0, 'easy', 8, 4));
    expect(copy.events[10]).toMatchObject({ kind: 'rescheduled', due: { day: toDay(20) } });
    expect(copy.events[20]).toMatchObject({
      kind: 'drawn',
      strokes: [
        [0, 1],
        [2, 3],
      ],
    });
    expect(read(writeCopy(copy.events, facts))).toEqual(copy);
  });

  it('of version 2 is read for good, quizzes and decks of the learner’s own and all', () => {
    const sample = readFileSync(new URL('fixtures/copy-v2.json.txt', import.meta.url), 'utf8');
    const copy = read(sample);
    expect(copy.problems).toEqual([]);
    expect(copy.events).toHaveLength(31);
    const [started, answered, evidence, overridden, placement] = copy.events.slice(22);
    expect(started).toMatchObject({
      kind: 'quiz-started',
      request: { length: 20, minutes: 15 },
      questions: [
        { distractors: ['cairn:etcd-store#1', 'cairn:raft-term#c2'] },
        { format: 'typed' },
      ],
    });
    expect(answered).toMatchObject({ kind: 'answered', option: 1, sitting: '5f1d0c' });
    expect(evidence).toMatchObject({ kind: 'reviewed', mode: 'quiz', act: answered?.act });
    expect(overridden).toMatchObject({ result: 'right', overridden: true });
    expect(placement).toMatchObject({
      placement: 'backend',
      questions: [{ within: 'backend/data' }],
    });
    expect(copy.events.slice(27).map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      'created mine-1f',
      'created mine-1f:n1',
      'edited mine-1f',
      'removed mine-1f:n1',
    ]);
    expect(read(writeCopy(copy.events, facts))).toEqual(copy);
  });

  it('looks as docs/copy-format.md shows it', () => {
    const page = readFileSync(new URL('../../docs/copy-format.md', import.meta.url), 'utf8');
    const example = /```text\n([^]+?)```/.exec(page)?.[1] ?? '';
    const { savedAt, events, problems } = read(example);
    expect(problems).toEqual([]);
    expect(writeCopy(events, { savedAt: savedAt!, app: '0.1.0' }).split('\n')[0]).toBe(
      example.split('\n')[0],
    );
  });

  it('keeps events of kinds and versions this app does not know, whole', () => {
    const event = { ...stamp(1), v: 9, kind: 'reviewed', subject: card, error: 'none', more: [1] };
    expect(read(writeCopy([event], facts)).events).toEqual([event]);
  });

  it('may begin with a byte order mark', () => {
    expect(read(`\uFEFF${writeCopy([undone(2, 1)], facts)}`).events).toHaveLength(1);
  });

  it('may be empty of events', () => {
    expect(read(writeCopy([], facts))).toEqual({ ...read(withFields({})), events: [] });
  });
});

describe('a damaged copy', () => {
  it('that is cut short gives an error wherever the cut is', () => {
    const text = writeCopy(
      [settingSet(1, 'newPerDay', 5), reviewedFor(2, 0, 'good', 3, null)],
      facts,
    );
    fc.assert(
      fc.property(fc.integer({ min: 30, max: text.trimEnd().length - 1 }), (length) => {
        expect(errorOf(text.slice(0, length))).toMatch(/damaged or cut short/);
      }),
    );
  });

  it('leaves out a damaged event, says why, and keeps the others', () => {
    const good = reviewedFor(1, 0, 'good', 3, null);
    const bad = { ...reviewedFor(2, 0, 'good', 3, 1), grade: 'fine' } as unknown as AnyEvent;
    const copy = read(writeCopy([bad, good], facts));
    expect(copy.events).toEqual([good]);
    expect(copy.problems).toEqual([
      { event: 1, message: expect.stringContaining('grade') as string },
    ]);
  });

  it('says when fewer events are there than it promises', () => {
    expect(read(withFields({ count: 3 })).problems).toEqual([
      { event: null, message: 'the file holds 3 events, and 1 are there' },
    ]);
    expect(read(withFields({ count: undefined })).problems).toEqual([
      { event: null, message: 'the file does not say how many, and 1 are there' },
    ]);
  });

  it('takes an event that stands there twice once, and reports two under one id', () => {
    const event = settingSet(1, 'newPerDay', 5);
    const other = settingSet(1, 'newPerDay', 6);
    const copy = read(writeCopy([event, event, other], facts));
    expect(copy.events).toEqual([event]);
    expect(copy.problems.map((problem) => problem.event)).toEqual([3]);
  });

  it('with a date nobody can read is a copy all the same', () => {
    expect(read(withFields({ savedAt: 'yesterday' })).savedAt).toBeNull();
    expect(read(withFields({ savedAt: 5 })).savedAt).toBeNull();
  });

  it.each([
    ['nothing', '', /empty/],
    ['other text', 'Dear diary', /not a copy saved by Cairn: it holds no JSON/],
    ['a list', '[1, 2]', /not a copy saved by Cairn/],
    ['a word', '"text"', /not a copy saved by Cairn/],
    ['another format', '{"format":"other"}', /not a copy saved by Cairn/],
    [
      'a newer version',
      withFields({ version: copyVersion + 1 }),
      /newer version of Cairn .* Update the app/,
    ],
    ['a version in words', withFields({ version: '1' }), /does not say which version/],
    ['a version before the first', withFields({ version: 0 }), /does not say which version/],
    ['no list of events', withFields({ events: { 0: 'x' } }), /its events are missing/],
  ])('is told what it is when it holds %s', (_, text, message) => {
    expect(errorOf(text)).toMatch(message);
  });

  it('that is far too large is not even parsed', () => {
    expect(errorOf(' '.repeat(largestCopyBytes + 1))).toMatch(/larger than 256 MB/);
  });

  it('names what is wrong with an event that is none', () => {
    const copy = read(withFields({ events: [null, 5, { id: eventId(1) }], count: 3 }));
    expect(copy.events).toEqual([]);
    expect(copy.problems.map((problem) => problem.event)).toEqual([1, 2, 3]);
  });
});
