import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  CompiledRoadmap,
  CompiledTopic,
  ProgressColumn,
  TopicStatus,
} from '#src/domain/content.ts';
import { toIsoDate } from '#src/domain/day.ts';
import type { RoadmapId, StudyDay, TopicId } from '#src/domain/ids.ts';
import type { DatedStatus } from '#src/domain/topic-status.ts';
import type { OutlineTopic } from './outline.ts';
import { findProgressTable } from './progress-table.ts';
import { readRoadmap } from './read-roadmap.ts';
import { writeRoadmap, type RoadmapForm } from './write-roadmap.ts';

const columns: readonly ProgressColumn[] = [
  { field: 'topic', name: 'Topic' },
  { field: 'status', name: 'Status' },
  { field: 'started', name: 'Start' },
  { field: 'finished', name: 'Finish' },
];
const day = (number: number) => (20_000 + number) as StudyDay;
const done: DatedStatus = { status: 'completed', started: day(0), finished: day(3) };
const begun: DatedStatus = { status: 'in-progress', started: day(1), finished: null };
const untouched: DatedStatus = { status: 'not-started', started: null, finished: null };

const roadmap: CompiledRoadmap = {
  id: 'backend' as RoadmapId,
  title: 'Backend Roadmap',
  table: columns,
  sections: [
    {
      id: 'backend/net' as TopicId,
      title: 'Internet | nets',
      number: '1',
      priority: 'good',
      period: 'Month 1–2',
      topics: [
        {
          id: 'backend/net/http' as TopicId,
          title: 'HTTP (optional)',
          text: 'HTTP (optional): verbs, codes',
          number: '1.1',
          kind: 'practice',
          link: 'https://example.org/a_(b)?x=<1>',
        },
        {
          id: 'backend/net/tools' as TopicId,
          title: 'Tools',
          text: 'Tools:',
          topics: [{ id: 'backend/net/tools/c' as TopicId, title: 'C# | *C*', text: 'C# | *C*' }],
        },
      ],
    },
  ],
};
const statuses = new Map([
  ['backend/net' as TopicId, begun],
  ['backend/net/http' as TopicId, done],
  ['backend/net/tools' as TopicId, begun],
  ['backend/net/tools/c' as TopicId, untouched],
]);

describe('a roadmap written out', () => {
  it('is a checklist with numbers, priorities, kinds, statuses and dates', () => {
    expect(writeRoadmap(roadmap, statuses, 'checklist')).toBe(`---
id: backend
title: Backend Roadmap
form: cairn-roadmap-1
---

# Backend Roadmap

## 1. Internet \\| nets

**Overall status:** In progress | **Start:** 2024-10-05 | **Priority:** Good to know | **Period:** Month 1–2

- [x] 1.1 [HTTP \\(optional)](<https://example.org/a_(b)?x=\\<1\\>>) (practice, started 2024-10-04, finished 2024-10-07)
  > HTTP (optional): verbs, codes
- [/] Tools (started 2024-10-05)
  - [ ] C# \\| \\*C\\*
`);
  });

  it('has its progress tables filled in, with groups in bold and what has no column behind the name', () => {
    const text = writeRoadmap(roadmap, statuses, 'tables');
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.map((row) => row.replace(/ +/g, ' '))).toEqual([
      '| Topic | Status | Start | Finish |',
      expect.stringMatching(/^\| -+ \| -+ \| -+ \| -+ \|$/),
      '| 1.1 [HTTP \\(optional)](<https://example.org/a_(b)?x=\\<1\\>>) (practice)<br>HTTP (optional): verbs, codes | Completed | 2024-10-04 | 2024-10-07 |',
      '| **Tools** | In progress | 2024-10-05 | – |',
      '| C# \\| \\*C\\* | Not started | – | – |',
    ]);
  });

  it('says nothing of a status that nobody knows, and is a checklist where the source had no tables', () => {
    const { table: _, ...plain } = roadmap;
    const text = writeRoadmap(plain, new Map(), 'tables');
    expect(text).toContain('\n- 1.1 [HTTP');
    expect(text).not.toContain('status');
  });

  it('is read with what a person changed in it, and names the lines it does not understand', () => {
    const text = writeRoadmap(roadmap, statuses, 'tables')
      .replace('Not started', 'done')
      .replace('2024-10-07', 'tomorrow')
      .concat('\nMy notes\n\n- [x] One more\n');
    const { sections, warnings } = readRoadmap(text);
    const [http, tools, more] = sections[0]?.topics ?? [];
    expect(http).toMatchObject({ title: 'HTTP (optional)', status: 'completed' });
    expect(http?.finished).toBeUndefined();
    expect(tools?.topics?.[0]?.status).toBe('completed');
    expect(more).toMatchObject({ title: 'One more', status: 'completed' });
    expect(warnings.map(({ message }) => message)).toEqual([
      '"tomorrow" is not understood as a date.',
      '"My notes" is no part of the form this roadmap was written in, and was passed over.',
    ]);
  });

  it('takes its title from its heading where the front matter has none', () => {
    const { title, sections, warnings } = readRoadmap(
      '---\nform: cairn-roadmap-1\n---\n\nLost\n\n# A \\*\n\n## S\n\n**Start:** 2024-10-04\n\n**Odd**\n',
    );
    expect(title).toBe('A *');
    expect(sections).toEqual([{ title: 'S', line: 9, started: '2024-10-04', topics: [] }]);
    expect(warnings.map(({ line }) => line)).toEqual([5, 13]);
  });
});

describe('the progress tables of a source', () => {
  it('are told by a column for the status', () => {
    const table =
      '| No | Skill | Priority | Status | Start date | Notes |\n|-|-|-|-|-|-|\n| 1 | Git | high | done | | x |\n';
    expect(findProgressTable(`# A\n\n| Topic | Link |\n|-|-|\n| Git | x |\n\n${table}`)).toEqual([
      { field: 'number', name: 'No' },
      { field: 'topic', name: 'Skill' },
      { field: 'priority', name: 'Priority' },
      { field: 'status', name: 'Status' },
      { field: 'started', name: 'Start date' },
    ]);
    expect(findProgressTable('# A\n\n- [x] Git\n')).toBeUndefined();
    expect(
      findProgressTable('| Beginner | Advanced |\n|-|-|\n| Git | Rebase |\n| Log | Bisect |\n'),
    ).toBeUndefined();
  });
});

const words = fc.constantFrom(
  ...['HTTP', '[x]', '(optional)', '1.', '2.3', 'IV.', '**bold**', '`code`', '|', '\\', '<br>'],
  ...['a_b', '_c_', '~~', '#', 'C#', '- x', '> q', '&amp;', '(practice, started 2026-01-02)'],
  ...['→', 'methods,', 'Ã is', '](<x>)', '-', '+', 'done', '–', 'TBD', '✅', '2026-02-09', '*'],
);
const name = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.array(words, { minLength: 1, maxLength: 4 }).map((w) => w.join(' ')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
  )
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const number = fc.constantFrom('1', '12', '2.0', '3.1.4', 'IV', 'a', '01');
const priority = fc.constantFrom('mandatory', 'good', 'optional', 'general');
const kind = fc.constantFrom('learn', 'practice', 'project', 'tool', 'rule');
const link = fc.constantFrom('https://a.example/x', 'https://a.example/(y)>|\\z', 'b c.md');

type Draft = Omit<CompiledTopic, 'id' | 'topics'> & { readonly topics?: readonly Draft[] };
const topic = fc.letrec<{ topic: Draft }>((tie) => ({
  topic: fc
    .record({
      title: name,
      number: optional(number),
      priority: optional(priority),
      kind: optional(kind),
      link: optional(link),
      topics: optional(
        fc.array(tie('topic'), { minLength: 1, maxLength: 3, depthIdentifier: 't' }),
      ),
    })
    .map((drawn) => withoutUndefined({ ...drawn, text: drawn.title }) as Draft),
})).topic;

const section = fc
  .record({
    title: name,
    number: optional(number),
    priority: optional(priority),
    period: optional(fc.constantFrom('Month 1–2', '2 weeks', 'a | b')),
    link: optional(link),
    topics: fc.array(topic, { maxLength: 4 }),
  })
  .map(withoutUndefined);

const dated = fc
  .record({
    status: fc.constantFrom<TopicStatus>('not-started', 'in-progress', 'completed'),
    started: fc.option(fc.nat(60_000)),
    finished: fc.option(fc.nat(60_000)),
  })
  .map((drawn) => drawn as DatedStatus);

function withoutUndefined<Shape extends object>(shape: Shape): Shape {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Shape;
}

/** The same roadmap as what reading it should give, but for lines, texts and details. */
function expectOutline(made: CompiledRoadmap, byId: ReadonlyMap<TopicId, DatedStatus>) {
  const dates = (id: TopicId) => {
    const known = byId.get(id);
    if (known === undefined) return {};
    const iso = (value: StudyDay | null) => (value === null ? undefined : toIsoDate(value));
    const { status, started, finished } = known;
    return withoutUndefined({ status, started: iso(started), finished: iso(finished) });
  };
  const strip = ({
    id,
    text: _t,
    concepts: _c,
    details: _d,
    topics,
    ...rest
  }: CompiledTopic): object => {
    const { status: _s, started: _b, finished: _f, ...own } = rest;
    return { ...own, ...dates(id), ...(topics && { topics: topics.map(strip) }) };
  };
  return made.sections.map((each) => strip({ ...each, text: '' }));
}

function readBack(text: string) {
  const { title, sections, warnings } = readRoadmap(text);
  const strip = ({ line: _l, text: _t, details: _d, topics, ...rest }: OutlineTopic): object => ({
    ...rest,
    ...(topics && { topics: topics.map(strip) }),
  });
  return { title, warnings, sections: sections.map((each) => strip({ ...each, text: '' })) };
}

it('gives the same sections, topics, statuses and dates when it is read back, in either form', () => {
  fc.assert(
    fc.property(
      name,
      fc.array(section, { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(optional(dated)),
      fc.constantFrom<RoadmapForm>('checklist', 'tables'),
      fc.constantFrom(
        columns,
        [
          { field: 'number', name: '#' },
          ...columns,
          { field: 'priority', name: 'Priority' },
        ] as const,
        columns.slice(0, 2),
      ),
      (title, drafts, drawn, form, table) => {
        const byId = new Map<TopicId, DatedStatus>();
        let made = 0;
        const give = (draft: Draft): CompiledTopic => {
          const id = `r/${String((made += 1))}` as TopicId;
          const status = drawn.next().value as DatedStatus | undefined;
          if (status !== undefined) byId.set(id, status);
          const { topics, ...own } = draft;
          return { ...own, id, ...(topics && { topics: topics.map(give) }) };
        };
        const sections = drafts.map((draft) => {
          const { topics: given = [], text: _, ...own } = give({ ...draft, text: '' } as Draft);
          return { ...own, topics: given };
        });
        const compiled = { id: 'r' as RoadmapId, title, sections, table } as CompiledRoadmap;
        const back = readBack(writeRoadmap(compiled, byId, form));
        expect(back.warnings).toEqual([]);
        expect(back.title).toBe(title);
        expect(back.sections).toEqual(expectOutline(compiled, byId));
      },
    ),
    { numRuns: 60 },
  );
});
