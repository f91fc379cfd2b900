import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankIndex, CompiledRoadmap, DeckManifest, Pack } from '#src/domain/content.ts';
import { compileDecks } from './compile-decks.ts';
import type { DeckSource } from './read-deck-sources.ts';

const redis = {
  path: 'decks/cards/data/redis.md',
  content: `---
title: Redis
sources: [https://redis.io/docs/]
---
## basic redis-fork · mechanism
Q: Why does Redis start a second process for a snapshot?
A: The child writes a frozen image while the parent goes on.
`,
};
const kafka = {
  path: 'decks/cards/messaging/kafka.md',
  content: `---
title: Kafka
sources: [https://kafka.apache.org/]
---
## cloze kafka-order · mechanism
Text: Kafka keeps the order of messages within a {{c1::partition}}, chosen by the {{c2::key}}.
`,
};
const roadmap = {
  path: 'decks/roadmaps/backend.md',
  content: `---
id: backend
title: Backend
---
# Backend

## Tools

- Redis
- Kafka, Redis
- Nothing yet
`,
};
const lock = {
  path: 'decks/ids.lock',
  content: `note kafka-order
note redis-fork
topic backend/tools
topic backend/tools/kafka-redis
topic backend/tools/nothing-yet
topic backend/tools/redis
`,
};
const bank: readonly DeckSource[] = [redis, kafka, roadmap, lock];

/** Short and good enough to tell two contents apart. */
function hash(text: string): string {
  let sum = 7;
  for (const character of text) sum = (Math.imul(sum, 31) + character.charCodeAt(0)) >>> 0;
  return sum.toString(36);
}

function compile(sources: readonly DeckSource[]) {
  const { files, summary, lock: updated } = compileDecks(sources, hash, 'refused');
  const read = (path: string) =>
    JSON.parse(files.find((file) => file.path === path)?.content ?? '') as unknown;
  const manifest = read('manifest.json') as DeckManifest;
  const problems = summary.problems.map(({ path, line, message }) => `${path}:${line} ${message}`);
  return { files, summary, problems, updated, manifest, read };
}

function replace(source: DeckSource, from: string, to: string): DeckSource {
  expect(source.content).toContain(from);
  return { ...source, content: source.content.replace(from, to) };
}

describe('compileDecks', () => {
  it('writes a manifest that names every other file and counts each roadmap', () => {
    const { manifest, files, problems } = compile(bank);
    expect(problems).toEqual([]);
    expect(manifest.roadmaps).toEqual([
      {
        id: 'backend',
        title: 'Backend',
        file: manifest.files[1],
        sections: 1,
        topics: 3,
        cards: 3,
      },
    ]);
    expect([...manifest.files, 'manifest.json']).toEqual(files.map(({ path }) => path));
    for (const path of manifest.files) expect(path).toMatch(/^[a-z0-9/-]+\.[a-z0-9]+\.json$/);
    expect(manifest.index).toBe(manifest.files[0]);
    expect(manifest.aliases).toBe(manifest.files[2]);
  });

  it('writes linked topics, an index of concepts, packs and the sources of notes', () => {
    const { manifest, read } = compile(bank);
    const { sections } = read(manifest.roadmaps[0]?.file ?? '') as CompiledRoadmap;
    expect(sections).toMatchObject([
      {
        id: 'backend/tools',
        topics: [
          { id: 'backend/tools/redis', concepts: ['data/redis'] },
          { id: 'backend/tools/kafka-redis', concepts: ['messaging/kafka', 'data/redis'] },
          { id: 'backend/tools/nothing-yet' },
        ],
      },
    ]);
    expect(sections[0]?.topics[2]).not.toHaveProperty('concepts');
    const index = read(manifest.index) as BankIndex;
    expect(index.concepts.map(({ id, pack }) => [id, pack])).toEqual([
      ['data/redis', 0],
      ['messaging/kafka', 1],
    ]);
    expect((read(index.packs[1]?.file ?? '') as Pack).notes).toMatchObject([
      { id: 'cairn:kafka-order', numbers: [1, 2] },
    ]);
    expect(read(index.packs[1]?.sources ?? '')).toEqual({
      'cairn:kafka-order': kafka.content.slice(kafka.content.indexOf('##')),
    });
  });

  it('links a group to what its title names and none of its topics does', () => {
    const group = (title: string, parts: string) => `- **${title}**: ${parts}`;
    const { manifest, read } = compile([
      redis,
      kafka,
      {
        ...roadmap,
        content: `# Map\n\n## Tools\n\n${group('Redis', 'Kafka, Streams')}\n${group('Kafka', 'Logs, Kafka')}\n`,
      },
    ]);
    const { sections } = read(manifest.roadmaps[0]?.file ?? '') as CompiledRoadmap;
    expect(
      sections[0]?.topics.map(({ title, concepts, topics }) => [title, concepts, topics?.length]),
    ).toEqual([
      ['Redis', ['data/redis'], 2],
      ['Kafka', undefined, 2],
    ]);
  });

  it('depends neither on the order of the sources nor on anything else', () => {
    const { files } = compile(bank);
    fc.assert(
      fc.property(fc.shuffledSubarray([...bank], { minLength: bank.length }), (shuffled) => {
        expect(compile(shuffled).files).toEqual(files);
      }),
      { numRuns: 10 },
    );
  });

  it('renames only what changed, and the version with it', () => {
    const before = compile(bank).manifest;
    const after = compile([replace(redis, 'frozen', 'still'), kafka, roadmap, lock]).manifest;
    const kept = after.files.filter((file) => before.files.includes(file));
    expect(after.version).not.toBe(before.version);
    expect(kept.map((file) => file.split('.')[0])).toEqual([
      'roadmaps/backend',
      'aliases',
      'packs/messaging-1',
      'sources/messaging-1',
    ]);
  });

  it('compiles what is sound and tells the rest, in order of path and line', () => {
    const { problems, summary } = compile([
      replace(redis, 'A: The', 'B: The'),
      replace(kafka, '{{c1::partition}}', '**{{c1::par** tition}}'),
      { path: 'decks/cards/stray.md', content: '' },
      replace(roadmap, '- Redis', ''),
      lock,
    ]);
    expect(problems).toEqual([
      'decks/cards/data/redis.md:5 This basic note has no answer. Write it on a line starting with "A:".',
      'decks/cards/messaging/kafka.md:5 A hidden part of this cloze starts inside some formatting and ends outside of it. Put both ends on the same side of it.',
      'decks/cards/stray.md:1 This file is in no place that is compiled. Cards are in decks/cards/<area>/<concept>.md, figures in decks/figures/<name>.svg, roadmaps in decks/roadmaps/<name>.md, learning paths in decks/paths/<name>.md.',
      expect.stringMatching(
        /^decks\/ids\.lock:6 The topic "backend\/tools\/redis" was released and is gone/,
      ),
    ]);
    expect(summary).toMatchObject({ concepts: 2, notes: 0, cards: 0 });
  });

  it('refuses one id for two notes and keeps the first', () => {
    const twin = {
      ...replace(redis, 'title: Redis', 'title: Valkey'),
      path: 'decks/cards/data/valkey.md',
    };
    const { problems, summary } = compile([
      ...bank,
      replace(
        twin,
        'Why does Redis start a second process for a snapshot?',
        'How does Valkey fork?',
      ),
    ]);
    expect(problems).toEqual([
      'decks/cards/data/valkey.md:5 The note id "redis-fork" is taken by decks/cards/data/redis.md:5. Choose another one.',
    ]);
    expect(summary.notes).toBe(2);
  });

  it('refuses new ids until they are locked, unless told otherwise', () => {
    const sources = [redis, kafka, roadmap];
    const { problems, updated } = compile(sources);
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(
      /^decks\/cards\/data\/redis\.md:5 The note "redis-fork" is not in decks\/ids\.lock yet\./,
    );
    expect(compile([...sources, { path: 'decks/ids.lock', content: updated }]).problems).toEqual(
      [],
    );
    expect(compileDecks(sources, hash, 'accepted').summary.problems).toEqual([]);
  });

  it('refuses a topic that no roadmap has, a weak card and a name claimed twice', () => {
    const { problems } = compile([
      replace(
        redis,
        'title: Redis',
        'title: Redis\naliases: [Kafka]\ntopics: [backend/tools/gone]',
      ),
      replace(kafka, 'sources: [https://kafka.apache.org/]\n', ''),
      roadmap,
      lock,
    ]);
    expect(problems).toEqual([
      'decks/cards/data/redis.md:4 No roadmap has a topic "backend/tools/gone". Take the id from decks/ids.lock, or leave the entry out.',
      'decks/cards/messaging/kafka.md:1 "Kafka" also names the concept "Redis" (data/redis). Leave it to one of them; the other can name single topics under "topics:".',
      expect.stringMatching(
        /^decks\/cards\/messaging\/kafka\.md:4 Neither this note .* \[no-source\]$/,
      ),
    ]);
  });

  it('refuses an id that a roadmap of a learner may have, with its line', () => {
    const content = roadmap.content.replace('id: backend', 'id: own~backend');
    const { problems } = compileDecks([{ ...roadmap, content }], hash, 'accepted').summary;
    expect(problems).toContainEqual({
      path: roadmap.path,
      line: 2,
      message: expect.stringContaining('Give this roadmap another id.') as string,
    });
  });

  it('takes a roadmap without an id by its title, and refuses one without sections', () => {
    const { manifest, problems } = compile([
      { path: 'decks/roadmaps/x.md', content: '# My Map\n' },
    ]);
    expect(manifest.roadmaps).toMatchObject([{ id: 'my-map', sections: 0, topics: 0, cards: 0 }]);
    expect(problems).toContain(
      'decks/roadmaps/x.md:1 No section was found in this roadmap. Give it headings with lists under them.',
    );
  });
});
