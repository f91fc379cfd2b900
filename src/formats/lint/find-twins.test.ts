import { describe, expect, it } from 'vitest';
import { parseCardFile } from '../card-file/parse-card-file.ts';
import { lintBank } from './lint-bank.ts';

const head = '---\ntitle: Redis\nsources: [https://redis.io/docs/]\n---\n';
const basic = (question: string, answer = 'About one second.') =>
  `## basic redis-a · use\nQ: ${question}\nA: ${answer}\n`;
const typed = (question: string, answer: string) =>
  `## typed redis-a · use\nQ: ${question}\nA: ${answer}\nMatch: exact\n`;
const cloze = (text: string) => `## cloze redis-a · use\nText: ${text}\n`;

describe('twins', () => {
  const pair = (first: string, second: string) => {
    const { file } = parseCardFile(`${head}${first}\n${second.replace('redis-a', 'redis-b')}`);
    return lintBank([{ path: 'decks/cards/data/redis.md', file }], new Set()).map(
      ({ message }) => message,
    );
  };
  const told = (how: string, rule: string) =>
    `This asks ${how} as "redis-a" (decks/cards/data/redis.md:5). Ask about what sets the two apart, or keep one. [${rule}]`;

  it('are refused when they differ in case, punctuation and small words only', () => {
    expect(pair(basic('Why does Redis fork?'), basic('So why does the REDIS fork'))).toEqual([
      told('the same', 'duplicate'),
    ]);
    expect(
      pair(cloze('Redis has {{c1::16384}} slots.'), cloze('Redis has 16384 {{c1::slots}}.')),
    ).toEqual([told('the same', 'duplicate')]);
  });

  it('are refused when most runs of words are the same', () => {
    expect(
      pair(
        basic(
          'What happens to a write in Redis when the memory is full and nothing may be evicted?',
        ),
        basic(
          'What happens to a write in Redis when the memory is full and no key can be evicted?',
          'An error.',
        ),
      ),
    ).toEqual([told('nearly the same', 'near-duplicate')]);
  });

  it('are refused when the words are much the same and the answer is too', () => {
    const first = typed(
      'Which event tells a Node.js stream writer that writing may go on?',
      'drain',
    );
    const second =
      'For backpressure in Node.js: which event says that a stream has room again for writing?';
    expect(pair(first, typed(second, 'drain'))).toEqual([
      told('nearly the same', 'near-duplicate'),
    ]);
    expect(pair(first, typed(second, 'finish'))).toEqual([]);
  });

  it('are not seen in questions that differ in a sign', () => {
    expect(
      pair(
        typed('In JavaScript, what does `==` do?', 'a'),
        typed('In JavaScript, what does `===` do?', 'b'),
      ),
    ).toEqual([]);
  });
});
