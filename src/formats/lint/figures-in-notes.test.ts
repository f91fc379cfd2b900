import { expect, it } from 'vitest';
import { parseCardFile } from '../card-file/parse-card-file.ts';
import { lintBank } from './lint-bank.ts';

const head = `---
title: Redis
sources: [RFC 1]
---
## basic redis-a · use
Q: Where does Redis keep a key?
A: `;

function lint(answer: string): string[] {
  const { file } = parseCardFile(`${head}${answer}\n`);
  const figures = new Set(['redis-slots']);
  return lintBank([{ path: 'decks/cards/data/redis.md', file }], figures).map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

it('refuses figures that are not there, not alone or without words', () => {
  expect(lint('There.\n\n![the slots of three servers](figure:redis-slots)')).toEqual([]);
  expect(lint('There.\n\n![a ring](figure:ring)')).toEqual([
    '9: There is no figure "ring". Draw decks/figures/ring.svg, or show one of these: redis-slots. [figure]',
  ]);
  expect(lint('There: ![the slots](figure:redis-slots)')).toEqual([
    '7: A figure stands alone. Put an empty line before and after it. [figure]',
  ]);
  expect(lint('There.\n\n![](figure:redis-slots)')).toEqual([
    '9: This figure has no words in its brackets. Say what it shows, for where it cannot be drawn. [figure]',
  ]);
});
