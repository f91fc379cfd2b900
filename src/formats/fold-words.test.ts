import { describe, expect, it } from 'vitest';
import { foldWords } from './fold-words.ts';

describe('foldWords', () => {
  it.each([
    ['REST APIs', 'rest api'],
    ['Cache-Aside', 'cache aside'],
    ['Load balancing (HAProxy)', 'load balancing haproxy'],
    ['Database Indexes', 'database index'],
    ['caches', 'cache'],
    ['Strategies', 'strategy'],
    ['Résumé', 'resume'],
    ['Prometheus + Grafana', 'prometheus grafana'],
  ])('makes "%s" and "%s" the same name', (one, other) => {
    expect(foldWords(one)).toBe(foldWords(other));
  });

  it.each([
    ['HTTP', 'HTTPS'],
    ['C', 'C#'],
    ['C++', 'C#'],
    ['N+1', 'N 1'],
    ['process', 'proces'],
    ['Redis', 'Redi'],
    ['DNS', 'DN'],
  ])('keeps "%s" and "%s" apart', (one, other) => {
    expect(foldWords(one)).not.toBe(foldWords(other));
  });

  it('has nothing to say for signs alone', () => {
    expect(foldWords('→ & !')).toBe('');
  });
});
