import { describe, expect, it } from 'vitest';
import { describeScope, readScope } from './review-scope.ts';

const read = (search: string) => readScope(new URLSearchParams(search));

describe('the scope of a review', () => {
  it.each([
    ['', {}],
    ['deck=anki-1', { deck: 'anki-1' }],
    ['deck=roadmap:backend', { deck: 'roadmap:backend' }],
    ['topic=backend/databases/redis', { topic: 'backend/databases/redis' }],
    ['section=backend/databases', { topic: 'backend/databases' }],
    ['deck=anki-1&topic=backend/databases', { topic: 'backend/databases' }],
    ['deck=&topic=', {}],
    ['deck=anki-1&topic=', { deck: 'anki-1' }],
    ['deck=anki-1&path=A::B', { deck: 'anki-1', path: 'A::B' }],
    ['deck=anki-1&path=', { deck: 'anki-1' }],
    ['path=A::B', {}],
    ['mode=ahead', {}],
  ])('of the address "%s" is read', (search, scope) => {
    expect(read(search)).toEqual(scope);
  });

  it('reads the same whether an address says section or topic', () => {
    expect(describeScope(read('section=a/b'))).toBe(describeScope(read('topic=a/b')));
  });

  it('is told apart from every other as text', () => {
    const scopes = ['', 'deck=a', 'deck=a&path=b', 'topic=a', 'deck=topic:a', 'topic=deck:a'].map(
      read,
    );
    expect(new Set(scopes.map(describeScope)).size).toBe(scopes.length);
    expect(describeScope({})).toBe('');
  });
});
