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
import { copyLimits, copyVersion, type Copy } from './copy.ts';
import { readCopy } from './read-copy.ts';
import { writeTextCopy } from './testing/write-text-copy.ts';

const facts = { savedAt: morning(12), app: '0.1.0' };

const reading = {
  digest: () => Promise.reject(new Error('A text holds no files.')),
  pause: () => Promise.resolve(),
};
const readText = (text: string) => readCopy(new TextEncoder().encode(text), reading);

async function read(text: string): Promise<Copy> {
  const copy = await readText(text);
  if ('error' in copy) throw new Error(copy.error);
  return copy;
}

async function errorOf(text: string): Promise<string> {
  const copy = await readText(text);
  return 'error' in copy ? copy.error : 'no error';
}

/** The text of a copy with some of its outer fields changed. */
function withFields(fields: Record<string, unknown>): string {
  const text = writeTextCopy([settingSet(1, 'newPerDay', 5)], facts);
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

describe('a copy of one text', () => {
  it('gives back exactly the events it was written from', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyEvent, { selector: (event) => event.id }),
        async (events) => {
          const sorted = [...events].sort((one, other) => (one.id < other.id ? -1 : 1));
          const copy = await read(writeTextCopy(events, facts));
          // A value goes through JSON, which knows no negative zero.
          expect(copy).toEqual({
            savedAt: facts.savedAt,
            events: JSON.parse(JSON.stringify(sorted)) as unknown,
            decks: [],
            media: [],
            problems: [],
          });
        },
      ),
    );
  });

  it('holds one event a line, so that two copies can be compared', () => {
    const lines = writeTextCopy([settingSet(1, 'newPerDay', 5), undone(2, 1)], facts).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[2]).toContain('"undone"');
  });

  it('of version 1 is read for good', async () => {
    const sample = readFileSync(new URL('fixtures/copy-v1.json.txt', import.meta.url), 'utf8');
    const copy = await read(sample);
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
    expect(await read(writeTextCopy(copy.events, facts))).toEqual(copy);
  });

  it('of version 2 is read for good, quizzes and decks of the learner’s own and all', async () => {
    const sample = readFileSync(new URL('fixtures/copy-v2.json.txt', import.meta.url), 'utf8');
    const copy = await read(sample);
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
    expect(await read(writeTextCopy(copy.events, facts))).toEqual(copy);
  });

  it('keeps events of kinds and versions this app does not know, whole', async () => {
    const event = { ...stamp(1), v: 9, kind: 'reviewed', subject: card, error: 'none', more: [1] };
    expect((await read(writeTextCopy([event], facts))).events).toEqual([event]);
  });

  it('may begin with a byte order mark', async () => {
    expect((await read(`\uFEFF${writeTextCopy([undone(2, 1)], facts)}`)).events).toHaveLength(1);
  });

  it('may be empty of events', async () => {
    expect(await read(writeTextCopy([], facts))).toEqual({
      ...(await read(withFields({}))),
      events: [],
    });
  });
});

describe('a damaged copy', () => {
  it('that is cut short gives an error wherever the cut is', async () => {
    const text = writeTextCopy(
      [settingSet(1, 'newPerDay', 5), reviewedFor(2, 0, 'good', 3, null)],
      facts,
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 30, max: text.trimEnd().length - 1 }), async (length) => {
        expect(await errorOf(text.slice(0, length))).toMatch(/damaged or cut short/);
      }),
    );
  });

  it('leaves out a damaged event, says why, and keeps the others', async () => {
    const good = reviewedFor(1, 0, 'good', 3, null);
    const bad = { ...reviewedFor(2, 0, 'good', 3, 1), grade: 'fine' } as unknown as AnyEvent;
    const copy = await read(writeTextCopy([bad, good], facts));
    expect(copy.events).toEqual([good]);
    expect(copy.problems).toEqual([
      { event: 1, message: expect.stringContaining('grade') as string },
    ]);
  });

  it('says when fewer events are there than it promises', async () => {
    expect((await read(withFields({ count: 3 }))).problems).toEqual([
      { event: null, message: 'the file holds 3 events, and 1 are there' },
    ]);
    expect((await read(withFields({ count: undefined }))).problems).toEqual([
      { event: null, message: 'the file does not say how many, and 1 are there' },
    ]);
  });

  it('takes an event that stands there twice once, and reports two under one id', async () => {
    const event = settingSet(1, 'newPerDay', 5);
    const other = settingSet(1, 'newPerDay', 6);
    const copy = await read(writeTextCopy([event, event, other], facts));
    expect(copy.events).toEqual([event]);
    expect(copy.problems.map((problem) => problem.event)).toEqual([3]);
  });

  it('with a date nobody can read is a copy all the same', async () => {
    expect((await read(withFields({ savedAt: 'yesterday' }))).savedAt).toBeNull();
    expect((await read(withFields({ savedAt: 5 }))).savedAt).toBeNull();
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
  ])('is told what it is when it holds %s', async (_, text, message) => {
    expect(await errorOf(text)).toMatch(message);
  });

  it('that is far too large is not even parsed', async () => {
    const bytes = new Uint8Array(copyLimits.textBytes + 1);
    expect(await readCopy(bytes, reading)).toMatchObject({
      error: expect.stringMatching(/256 MB where its name ends with “.json”/) as string,
    });
  });

  it('names what is wrong with an event that is none', async () => {
    const copy = await read(withFields({ events: [null, 5, { id: eventId(1) }], count: 3 }));
    expect(copy.events).toEqual([]);
    expect(copy.problems.map((problem) => problem.event)).toEqual([1, 2, 3]);
  });
});
