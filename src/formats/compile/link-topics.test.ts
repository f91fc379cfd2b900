import { describe, expect, it } from 'vitest';
import type { ConceptId, TopicId } from '#src/domain/ids.ts';
import { parseCardFile } from '../card-file/parse-card-file.ts';
import { checkExplicitTopics, createTopicLinker, type Concept } from './link-topics.ts';

function concept(
  id: string,
  title: string,
  aliases: readonly string[] = [],
  topics: readonly string[] = [],
): Concept {
  const { file } = parseCardFile(
    `---\ntitle: ${JSON.stringify(title)}\naliases: ${JSON.stringify(aliases)}\ntopics: ${JSON.stringify(topics)}\n---\n`,
  );
  return { id: id as ConceptId, path: `decks/cards/${id}.md`, file };
}

const bank = [
  concept('cache/redis', 'Redis'),
  concept('cache/memcached', 'Memcached'),
  concept('cache/patterns', 'Caching patterns', ['Write-through']),
  concept('ops/ci-cd', 'CI/CD', ['CI/CD pipelines']),
  concept('ops/ci', 'CI'),
  concept('web/http', 'HTTP', ['HTTP/HTTPS', 'What is HTTP?']),
  concept('web/tls', 'TLS', ['HTTPS']),
  concept('lang/go-context', 'Context in Go', [], ['mastery/go/context']),
  concept('lang/react-context', 'Context'),
];

function find(text: string, extra: { title?: string; details?: string[]; id?: string } = {}) {
  const { title = text, id = 'backend/x', ...rest } = extra;
  return createTopicLinker(bank).find({ id: id as TopicId, title, text, ...rest });
}

describe('createTopicLinker', () => {
  it.each([
    ['Redis', ['cache/redis']],
    ['redis!', ['cache/redis']],
    ['What is HTTP?', ['web/http']],
    ['Tools: Redis, Memcached', ['cache/redis', 'cache/memcached']],
    ['Memcached vs Redis', ['cache/memcached', 'cache/redis']],
    ['Redis and Memcached', ['cache/redis', 'cache/memcached']],
    ['Redis & Memcached', ['cache/redis', 'cache/memcached']],
    ['In-memory stores (Redis)', ['cache/redis']],
    ['Stores → Redis', ['cache/redis']],
    ['Stores - Redis', ['cache/redis']],
    ['Redis/Memcached', ['cache/redis', 'cache/memcached']],
    ['Redis, Redis', ['cache/redis']],
    ['Nothing known', []],
  ])('finds the concepts of "%s"', (text, concepts) => {
    expect(find(text)).toEqual(concepts);
  });

  it('cuts at a slash only what no concept claims as a whole', () => {
    expect(find('CI/CD')).toEqual(['ops/ci-cd']);
    expect(find('CI/CD pipelines')).toEqual(['ops/ci-cd']);
    expect(find('HTTP/HTTPS')).toEqual(['web/http']);
    expect(find('HTTP/TLS')).toEqual(['web/http', 'web/tls']);
  });

  it('looks at the title and the details besides the text', () => {
    expect(find('Stores', { title: 'Redis', details: ['Write-through', 'Memcached'] })).toEqual([
      'cache/redis',
      'cache/patterns',
      'cache/memcached',
    ]);
  });

  it('lets a concept that names the topic decide about the whole of it', () => {
    expect(find('Context')).toEqual(['lang/react-context']);
    expect(find('Context', { id: 'mastery/go/context' })).toEqual(['lang/go-context']);
    expect(find('Context, Redis', { id: 'mastery/go/context' })).toEqual([
      'lang/go-context',
      'lang/react-context',
      'cache/redis',
    ]);
  });

  it('reports a name that two concepts claim, and leaves it to the first', () => {
    const linker = createTopicLinker([
      concept('a/a', 'Redis'),
      concept('b/b', 'Valkey', ['redis', '!']),
    ]);
    expect(linker.problems).toEqual([
      {
        path: 'decks/cards/b/b.md',
        line: 3,
        message:
          '"redis" also names the concept "Redis" (a/a). Leave it to one of them; the other can name single topics under "topics:".',
      },
    ]);
    expect(linker.find({ id: 'x/y' as TopicId, title: 'Redis', text: 'Redis' })).toEqual(['a/a']);
    expect(createTopicLinker([concept('a/a', 'Redis', ['redis'])]).problems).toEqual([]);
  });

  it('lets several concepts name one topic', () => {
    const linker = createTopicLinker([
      concept('a/a', 'A', [], ['x/y']),
      concept('b/b', 'B', [], ['x/y']),
    ]);
    expect(linker.find({ id: 'x/y' as TopicId, title: 'T', text: 'T' })).toEqual(['a/a', 'b/b']);
  });
});

describe('checkExplicitTopics', () => {
  it('reports topics that no roadmap has', () => {
    const known = new Set(['x/y']);
    expect(checkExplicitTopics([concept('a/a', 'A', [], ['x/y', 'x/z'])], known)).toEqual([
      {
        path: 'decks/cards/a/a.md',
        line: 4,
        message:
          'No roadmap has a topic "x/z". Take the id from decks/ids.lock, or leave the entry out.',
      },
    ]);
  });
});
