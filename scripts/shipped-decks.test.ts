import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CompiledRoadmap, CompiledTopic } from '#src/domain/content.ts';
import { toIsoDate } from '#src/domain/day.ts';
import type { StudyDay, TopicId } from '#src/domain/ids.ts';
import type { DatedStatus } from '#src/domain/topic-status.ts';
import { foldWords } from '#src/formats/fold-words.ts';
import type { OutlineSection, OutlineTopic } from '#src/formats/roadmap/outline.ts';
import { readRoadmap } from '#src/formats/roadmap/read-roadmap.ts';
import { writeRoadmap } from '#src/formats/roadmap/write-roadmap.ts';
import { compileDecksFolder, writeDecks } from './compile-decks-folder.ts';
import { formatDeckTable, toDeckReport } from './deck-report.ts';

const { files, summary } = compileDecksFolder('decks', 'accepted');

describe('the shipped roadmaps', () => {
  it.each([
    ['backend', 7, [6, 7, 4, 4, 3, 2, 5]],
    ['important-topics', 12, [6, 4, 7, 4, 3, 6, 5, 5, 3, 5, 4, 6]],
    ['learning-journey', 22, [6, 3, 2, 2, 3, 17, 2, 1, 5, 3, 3, 1, 5, 3, 2, 1, 1, 6, 3, 1, 1, 15]],
    ['mastery', 7, [5, 25, 16, 20, 14, 15, 9]],
    ['senior-backend', 6, [13, 13, 11, 11, 11, 9]],
  ])('reads %s with %i sections and all their topics', (id, sections, topics) => {
    const roadmap = summary.roadmaps.find((each) => each.id === id);
    expect(roadmap?.sections).toHaveLength(sections);
    expect(roadmap?.sections.map((section) => section.topics)).toEqual(topics);
  });

  it('has 347 topics in all, and warns of nothing', () => {
    expect(summary.roadmaps.reduce((sum, { topics }) => sum + topics, 0)).toBe(347);
    expect(summary.problems.filter(({ path }) => path.includes('/roadmaps/'))).toEqual([]);
  });
});

describe('the shipped roadmaps written out', () => {
  const shipped = files
    .filter(({ path }) => path.startsWith('roadmaps/'))
    .map(({ content }) => JSON.parse(content) as CompiledRoadmap);
  const drawn: readonly DatedStatus[] = [
    { status: 'not-started', started: null, finished: null },
    { status: 'in-progress', started: 20_500 as StudyDay, finished: null },
    { status: 'completed', started: 20_400 as StudyDay, finished: 20_600 as StudyDay },
  ];

  it.each(
    shipped.flatMap((roadmap) =>
      (['checklist', 'tables'] as const).map((form) => [roadmap.id, form, roadmap] as const),
    ),
  )('give %s back from its %s', (_id, form, roadmap) => {
    const byTitle = (title: string) => drawn[title.length % 3]!;
    const statuses = new Map(listNodes(roadmap).map(({ id, title }) => [id, byTitle(title)]));
    const { title, sections, warnings } = readRoadmap(writeRoadmap(roadmap, statuses, form));
    expect(warnings).toEqual([]);
    expect(title).toBe(roadmap.title);
    const asWritten = (node: Node): object => {
      const { id: _, concepts: _c, details: _d, status: _s, started: _b, ...own } = node;
      const { finished: _f, topics, text, number, title: name, ...rest } = own;
      const { status, started, finished } = byTitle(name);
      const said = foldWords(text ?? name);
      return {
        ...rest,
        title: name,
        ...(number !== undefined && { number }),
        text: [foldWords(`${number ?? ''} ${name}`), foldWords(name)].includes(said) ? '' : text,
        status,
        ...(started !== null && { started: toIsoDate(started) }),
        ...(finished !== null && { finished: toIsoDate(finished) }),
        ...(topics && { topics: topics.map(asWritten) }),
      };
    };
    const asRead = (node: OutlineSection | OutlineTopic): object => {
      const { line: _, topics, ...rest } = node;
      const { details: _d, text, ...own } = { details: [], text: '', ...rest };
      const said = [foldWords(`${node.number ?? ''} ${node.title}`), foldWords(node.title)];
      return {
        ...own,
        text: said.includes(foldWords(text)) ? '' : text,
        ...(topics && { topics: topics.map(asRead) }),
      };
    };
    expect(sections.map(asRead)).toEqual(
      roadmap.sections.map((section) => ({ ...asWritten(section), text: '' })),
    );
  });

  it('keep the progress tables of the one that came as tables', () => {
    const tables = shipped.filter(({ table }) => table !== undefined);
    expect(tables.map(({ id }) => id)).toEqual(['learning-journey']);
    const text = writeRoadmap(tables[0]!, new Map(), 'tables');
    expect(text).toMatch(/^\| Topic +\| Status \| Start \| Finish \|$/m);
    expect(text).not.toMatch(/^- /m);
  });
});

type Node = Omit<CompiledTopic, 'text'> & { readonly text?: string };

function listNodes({ sections }: CompiledRoadmap): { id: TopicId; title: string }[] {
  const below = (topics: readonly CompiledTopic[]): CompiledTopic[] =>
    topics.flatMap((topic) => [topic, ...below(topic.topics ?? [])]);
  return sections.flatMap((section) => [section, ...below(section.topics)]);
}

describe('the shipped bank', () => {
  it('has something to review for every section', () => {
    const bare = summary.roadmaps.flatMap((roadmap) =>
      roadmap.sections.filter(({ cards }) => cards === 0),
    );
    expect(bare).toEqual([]);
  });

  it('compiles to the same files whatever the order of the sources', () => {
    expect(compileDecksFolder('decks', 'accepted').files).toEqual(files);
  });
});

describe('the shipped figures', () => {
  it('name only colours that the interface has', () => {
    const tokens = readFileSync('src/ui/tokens.css', 'utf8');
    const used = readdirSync('decks/figures').flatMap((file) => [
      ...readFileSync(join('decks/figures', file), 'utf8').matchAll(/var\((--[a-z-]+)\)/g),
    ]);
    expect(used.length).toBeGreaterThan(0);
    expect(
      used.map(([, name = '']) => name).filter((name) => !tokens.includes(`${name}:`)),
    ).toEqual([]);
  });
});

describe('the report', () => {
  it('has the promised keys', () => {
    const report = toDeckReport(summary);
    expect(Object.keys(report)).toEqual([
      'roadmaps',
      'concepts',
      'notes',
      'cards',
      'kinds',
      'unlinked',
      'problems',
    ]);
    expect(Object.keys(report.roadmaps[0] ?? {})).toEqual([
      'id',
      'title',
      'sections',
      'topics',
      'linked',
      'cards',
    ]);
    expect(report.roadmaps[0]?.sections).toBe(7);
  });

  it('prints a table of roadmaps and sections', () => {
    const text = formatDeckTable(
      {
        ...summary,
        roadmaps: [
          {
            id: 'r',
            title: 'R',
            topics: 2,
            linked: 1,
            cards: 3,
            sections: [{ title: 'S', topics: 2, linked: 1, cards: 3 }],
          },
        ],
        unlinked: [{ roadmap: 'r', section: 'S', topic: 'T' }],
        problems: [{ path: 'p', line: 1, message: 'm' }],
        concepts: 1,
        notes: 2,
        cards: 3,
        kinds: { basic: 2, reversed: 0, cloze: 0, choice: 0, typed: 0, rubric: 0 },
      },
      5,
    );
    expect(text.split('\n')).toEqual([
      '     topics  linked   cards',
      '',
      'R         2       1       3',
      '  S       2       1       3',
      '',
      '1 concepts, 2 notes (2 basic, 0 reversed, 0 cloze, 0 choice, 0 typed, 0 rubric), 3 cards, compiled in 5 ms',
      '1 topics without cards:',
      '  r: S > T',
      '1 problems:',
    ]);
  });
});

describe('writing decks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'decks-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('replaces the whole folder and leaves nothing else behind', () => {
    const target = join(folder, 'decks');
    mkdirSync(target);
    writeFileSync(join(target, 'old.json'), '');
    writeDecks([{ path: 'packs/a.json', content: '{}' }], target);
    expect(readdirSync(folder)).toEqual(['decks']);
    expect(readdirSync(target)).toEqual(['packs']);
    expect(readFileSync(join(target, 'packs/a.json'), 'utf8')).toBe('{}');
    writeDecks([], join(folder, 'fresh'));
    expect(readdirSync(join(folder, 'fresh'))).toEqual([]);
  });
});
