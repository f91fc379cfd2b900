import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('paragraphs that list without bullets', () => {
  it('begin with a number in bold', () => {
    expect(
      read('## Drills\n\n**01a** — Chat: ask and answer once.\n\n**01b** — Keep the history of it'),
    ).toEqual(['Drills', '  Chat number=01a', '  Keep the history of it number=01b']);
  });

  it('begin with a name in bold, three times or more', () => {
    const paragraph = (name: string) => `**${name}**: what you need it for, and when.\n\n`;
    expect(read(`## Ways\n${['Caches', 'Queues', 'Shards'].map(paragraph).join('')}`)).toEqual([
      'Ways',
      '  Caches',
      '  Queues',
      '  Shards',
    ]);
    expect(read(`## Ways\n- Git\n\n${['Caches', 'Queues'].map(paragraph).join('')}`)).toEqual([
      'Ways',
      '  Git',
    ]);
  });

  it('lead from step to step with arrows', () => {
    expect(read('## Order\nTables → Joins → Window functions\n\nSee `a.md` → there.')).toEqual([
      'Order',
      '  Tables',
      '  Joins',
      '  Window functions',
    ]);
    expect(read('## Order\n### Notes\nTables → Joins → Views\n### Git\n- log').join()).not.toMatch(
      /Tables/,
    );
  });
});

describe('lines that list nothing', () => {
  it('tell where files lie, or when something changed', () => {
    const text =
      '## Loops\n**Files**: `loops/for.go` → `loops/range.go`\n\n**Folder:** `03_loops/`\n\n**Edited:** 2026-02-09\n\n- for\n- Code: `src/a.ts`\n- **Server:** Node.js, Vue.js';
    expect(read(text)).toEqual(['Loops', '  for', '  Server', '    Node.js', '    Vue.js']);
  });

  it('are facts about a course below its title', () => {
    const text =
      '# Course\n**Trainer**: Ada, Grace, Joan\n**Place**: Rouen, Normandy\n**Price**: 20\n## Ground\n- Git';
    expect(read(text)).toEqual(['Ground', '  Git']);
  });
});

describe('components with titles', () => {
  it('are bullets, or headings where something follows inside', () => {
    expect(
      read('## Way\n{{< steps >}}\n{{< step title="Git" text="x" >}}\n\n{{< step title="SQL" >}}'),
    ).toEqual(['Way', '  Git', '  SQL']);
    expect(
      read(
        "## Way\n<Step title='Git'>\n\n- log\n\n</Step>\n## Rest\n<Step title='SQL'>\n\n- joins\n\n</Step>",
      ),
    ).toEqual(['Way', '  Git', '    log', 'Rest', '  SQL', '    joins']);
    expect(read('## Way\n- Git\n\n```\n<Step title="no" />\n```')).toEqual(['Way', '  Git']);
  });
});

describe('numbers of parts', () => {
  it('may be glued to their words', () => {
    expect(read('## Ground\n- Exercise1 Markdown\n- Ex-2 Loops\n- Level 3 support')).toEqual([
      'Ground',
      '  Markdown number=1',
      '  Loops number=2',
      '  Level 3 support',
    ]);
    expect(read('## 一、基础\n- Git\n## 二、网络\n- TCP')).toEqual([
      '基础 number=1',
      '  Git',
      '网络 number=2',
      '  TCP',
    ]);
  });

  it('head lines of prose in a text without headings', () => {
    expect(
      read(
        'Phase 1: Games\nPygame (2 weeks)\n\nLearn 2D.\n\nPhase 2: Models\nLearn shapes.\n\nPaint.',
      ),
    ).toEqual(expect.arrayContaining(['  Games number=1', '  Models number=2']));
  });
});

describe('tables', () => {
  it('keep what is told about their topics apart from them', () => {
    const rows =
      '| Loop | Read all about how loops are run and why |\n| Input | Change the way in which your game reads keys |';
    expect(read(`## Games\n| Topic | Task |\n|---|---|\n${rows}`)).toEqual([
      'Games',
      '  Loop',
      '  Input',
    ]);
  });

  it('with addresses have rows, not columns', () => {
    const rows = '| DVWA | dvwa.co.uk | early |\n| Box | box.com/learn | late |';
    expect(read(`## Games\n| Range | Where to | Fits |\n|---|---|---|\n${rows}`)).toEqual([
      'Games',
      '  DVWA',
      '  Box',
    ]);
  });
});

describe('days', () => {
  it('keep their words where a weekday is all they are called', () => {
    expect(read('# T\n## Day 1: Tuesday\n- types\n## Day 2 · Loops\n- for')).toEqual([
      'Day 1: Tuesday period=Day 1',
      '  types',
      'Loops period=Day 2',
      '  for',
    ]);
  });
});

describe('addresses', () => {
  it('are no topics', () => {
    expect(read('## Start\n- https://example.org/map\n- Git')).toEqual(['Start', '  Git']);
  });
});

describe('words about a roadmap', () => {
  it('are known with what they are about', () => {
    const around =
      '## Objectifs pédagogiques\n- tout savoir\n## Git\n- log\n## SQL\n- joins\n## Artículos relacionados\n- [Qué es Git](/git)\n## Dicas para a prova\n- durma bem';
    expect(read(`# T\n${around}`)).toEqual(['Git', '  log', 'SQL', '  joins']);
    expect(
      read('# T\n## Detalhes de cada semana\n### Semana 1\n- IAM\n### Semana 2\n- EC2'),
    ).toEqual(['Semana 1 period=Semana 1', '  IAM', 'Semana 2 period=Semana 2', '  EC2']);
  });

  it('are the properties of a page, and its goals behind an icon', () => {
    const page = 'Created: January 3\nOwner: Kim\nStatus: In progress\nTags: study, web\n\n';
    expect(read(`# T\n\n${page}- CSS\n- DOM`)).toEqual(['T', '  CSS', '  DOM']);
    expect(read('# T\n## SQL\n✅ Joins\n✅ Views\n🎯 Goal: Combine tables')).toEqual([
      'SQL',
      '  Joins',
      '  Views',
    ]);
  });

  it('are names where they are links that say more behind a dash', () => {
    expect(
      read('# T\n## Ownership\n- [References](https://x.org/refs) - Borrowing rules.\n- Slices'),
    ).toEqual(['Ownership', '  References link=https://x.org/refs', '  Slices']);
  });
});
