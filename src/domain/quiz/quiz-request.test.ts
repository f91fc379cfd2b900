import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TopicId } from '../ids.ts';
import {
  isSameGround,
  quizCards,
  quizFormats,
  quizPriorities,
  readQuizRequest,
  usualRequest,
  writeQuizRequest,
} from './quiz-request.ts';

const read = (address: string) => readQuizRequest(new URLSearchParams(address));

describe('the address of a quiz', () => {
  it('asks for nothing where it names no topic and no choice of cards', () => {
    expect(read('')).toBeNull();
    expect(read('length=9&section=&kinds=typed&cards=some')).toBeNull();
  });

  it('names sections and topics, each once, and leaves the rest as usual', () => {
    expect(read('section=a/b&topic=a/c&section=a/b')).toEqual({
      ...usualRequest,
      topics: ['a/b', 'a/c'],
    });
    expect(read('cards=fading')).toEqual({ ...usualRequest, cards: 'fading' });
  });

  it('is brought within its limits, and what it says wrongly counts as not said', () => {
    expect(read('topic=a&length=2&minutes=9999')).toMatchObject({ length: 5, minutes: 180 });
    expect(read('topic=a&length=900&minutes=0')).toMatchObject({ length: 50, minutes: 1 });
    expect(read('topic=a&length=ten&minutes=-3&kinds=sung&priority=high')).toEqual({
      ...usualRequest,
      topics: ['a'],
    });
    expect(read('topic=a&length=every-topic&kinds=recall,choice&seed=x')).toMatchObject({
      length: 'every-topic',
      kinds: ['choice', 'recall'],
      seed: 'x',
    });
  });

  it('reads back what was written', () => {
    const topic = fc.stringMatching(/^[a-z]+\/[a-z ]+$/).map((id) => id as TopicId);
    const request = fc.record({
      topics: fc.uniqueArray(topic, { maxLength: 4 }),
      priorities: fc.subarray([...quizPriorities]),
      cards: fc.constantFrom(...quizCards),
      length: fc.oneof(fc.integer({ min: 5, max: 50 }), fc.constant('every-topic' as const)),
      kinds: fc.subarray([...quizFormats], { minLength: 1 }),
      minutes: fc.option(fc.integer({ min: 1, max: 180 })),
      seed: fc.stringMatching(/^[a-z0-9]+$/),
    });
    fc.assert(
      fc.property(request, (asked) => {
        const fields = writeQuizRequest(asked).map(
          ([name, value]) => [name, value] as [string, string],
        );
        expect(readQuizRequest(new URLSearchParams(fields))).toEqual(asked);
      }),
    );
  });

  it('is of the same ground whatever the order of its topics, its length and its seed', () => {
    const one = { ...usualRequest, seed: 'a', topics: ['a', 'b'] as TopicId[] };
    expect(
      isSameGround(one, { ...one, seed: 'b', length: 9, topics: ['b', 'a'] as TopicId[] }),
    ).toBe(true);
    expect(isSameGround(one, { ...one, cards: 'fading' })).toBe(false);
  });
});
