import { describe, expect, it } from 'vitest';
import type { CompiledRoadmap } from '#src/domain/content.ts';
import { compileDecks } from './compile-decks.ts';

const roadmap = {
  path: 'decks/roadmaps/web.md',
  content: '---\nid: web\n---\n# Web\n\n## Basics\n\n- HTTP\n\n## Later\n\n- Caches\n',
};
const other = {
  path: 'decks/roadmaps/data.md',
  content: '---\nid: data\n---\n# Data\n\n## Tables\n\n- Rows\n',
};

function compile(content: string) {
  const path = { path: 'decks/paths/back-to-front.md', content };
  const { files, summary } = compileDecks([roadmap, other, path], () => 'x', 'accepted');
  const roadmaps = files
    .filter((file) => file.path.startsWith('roadmaps/'))
    .map((file) => JSON.parse(file.content) as CompiledRoadmap);
  return {
    pathsOf: (id: string) => roadmaps.find((each) => (each.id as string) === id)?.paths,
    problems: summary.problems.map(({ path: at, line, message }) => `${at}:${line} ${message}`),
  };
}

const front = '---\ntitle: Back to front\nabout: For the curious.\n---\n';

describe('a learning path', () => {
  it('goes into each roadmap that it names sections of, in its order', () => {
    const { pathsOf, problems } = compile(`${front}\n## Web\n\n1. web/later\n2. web/basics\n`);
    expect(problems).toEqual([]);
    expect(pathsOf('web')).toEqual([
      {
        id: 'back-to-front',
        title: 'Back to front',
        about: 'For the curious.',
        sections: ['web/later', 'web/basics'],
      },
    ]);
    expect(pathsOf('data')).toBeUndefined();
  });

  it.each([
    ['- web/nowhere\n', '5 No roadmap has a section "web/nowhere".'],
    ['- web/basics/http\n', '5 No roadmap has a section "web/basics/http".'],
    ['- web/basics\n- web/basics\n', '6 The section "web/basics" stands on line 5 already.'],
    ['- web/basics\nand so on\n', '6 This is no section of the path.'],
    ['', '1 The path names no section.'],
  ])('is refused with its line where it says %j', (body, expected) => {
    const { problems } = compile(front + body);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`decks/paths/back-to-front.md:${expected}`);
  });

  it('has a title and says whom it is for', () => {
    expect(compile('- web/basics\n').problems).toEqual([
      expect.stringContaining('back-to-front.md:1 The path has no title.'),
      expect.stringContaining('back-to-front.md:1 The path has no about.'),
    ]);
  });
});
