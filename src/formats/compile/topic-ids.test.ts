import { describe, expect, it } from 'vitest';
import { createSlugger, toSlug } from './topic-ids.ts';

describe('toSlug', () => {
  it.each([
    ['Operating Systems & CLI', 'operating-systems-cli'],
    ['HTTP/1.1 vs HTTP/2', 'http-1-1-vs-http-2'],
    ['Übung', 'ubung'],
    ['データベース', 'データベース'],
    ['→', 'topic'],
  ])('makes "%s" to "%s"', (title, slug) => {
    expect(toSlug(title)).toBe(slug);
  });
});

describe('createSlugger', () => {
  it('numbers repeats', () => {
    const slug = createSlugger();
    expect(['Auth', 'auth', 'Redis', 'AUTH'].map(slug)).toEqual([
      'auth',
      'auth~2',
      'redis',
      'auth~3',
    ]);
  });
});
