import { expect, it } from 'vitest';
import { append } from './append.ts';

it('adds more than a call can take as arguments', () => {
  const list = [1, 2];
  append(list, new Array<number>(500_000).fill(3));
  expect([list.length, list[1], list.at(-1)]).toEqual([500_002, 2, 3]);
});
