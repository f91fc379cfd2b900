import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

/** What was left out and why. */
function leftOut(text: string): string[] {
  return readRoadmap(text).warnings.map(({ message }) => message);
}

const stages = '## Stage 1: Ground\n- Shell\n- Git\n## Stage 2: Nets\n- TCP\n- DNS\n## Stage 3: Data\n- SQL\n- Joins\n'; // prettier-ignore

describe('sections that only speak of the others', () => {
  it('are left out when they draw what several others list', () => {
    const drawing =
      '## What leads where\n```mermaid\ngraph TD\nA[Shell] --> B[Git]\nB --> C[TCP]\nC --> D[DNS]\nD --> E[SQL]\n```\n';
    expect(read(`# T\n${drawing}${stages}`)).toEqual(read(`# T\n${stages}`));
    expect(leftOut(`# T\n${drawing}${stages}`).join()).toContain('repeats what other sections');
  });

  it('stay when they say how far somebody is, or list what one other section lists', () => {
    const done = '## My checklist\n- [x] Shell\n- [ ] Git\n- [ ] TCP\n- [ ] SQL\n';
    expect(read(`# T\n${stages}${done}`)).toContain('My checklist');
    const alike = '- maps\n- sets\n- lists\n- trees\n';
    expect(read(`# T\n## Java\n${alike}## Go\n${alike}## SQL\n- joins`)).toContain('Go');
  });

  it('are left out when they tell when numbered parts are due', () => {
    const due =
      '## Suggested timeline\n| Week | Stage |\n|---|---|\n| 1 | Ground |\n| 2-3 | Nets |\n';
    expect(read(`# T\n${stages}${due}`)).toEqual(read(`# T\n${stages}`));
    expect(read('# T\n## Timeline\n- Bronze Age\n- Iron Age\n## Sources\n- pots')).toContain(
      'Timeline',
    );
  });

  it('are left out when they tell in sentences how to study, beside parts that list names', () => {
    const told =
      '## A day of yours\n- You read one chapter of the book each morning.\n- In the evening you solve two of its problems.\n';
    expect(read(`# T\n${told}${stages}`)).toEqual(read(`# T\n${stages}`));
    const sentences = stages.replace(/- (\w+)/g, '- You learn all that there is to $1.');
    expect(read(`# T\n${told}${sentences}`)).toContain('A day of yours');
  });
});

describe('a heading of its own name', () => {
  it('steps back behind the stages below it', () => {
    const below = stages.replace(/##/g, '###');
    expect(read(`# T\n## How it all progresses\n${below}`)).toEqual(read(`# T\n${stages}`));
  });
});

describe('labels that name the part they stand in', () => {
  it('say the same without it', () => {
    const text =
      '## Module 1: Ground\n### Concepts\n- Shell\n### Goals of this module\n- be quick\n### Module project\n- a prompt\n## Module 2: Nets\n- TCP';
    expect(read(text)).toEqual([
      'Ground number=1',
      '  Shell',
      '  a prompt kind=project',
      'Nets number=2',
      '  TCP',
    ]);
  });

  it('do so in other languages', () => {
    expect(read('## 第一阶段：基础\n阶段目标：\n- 能写程序\n\n需要掌握：\n- Git')).toEqual([
      '基础',
      '  Git kind=learn',
    ]);
    const modules =
      '## Módulo 1: Base\n### Entregable del módulo\n- una API\n## Módulo 2: Red\n- TCP';
    expect(read(modules)).toEqual([
      'Base number=1',
      '  una API kind=project',
      'Red number=2',
      '  TCP',
    ]);
  });
});

describe('advice beside numbered parts', () => {
  it('is left out by its name, and where it only says how often', () => {
    const tips = '## Performance tips\n- Cache it\n- Measure it\n';
    const routine = '## Go on\n### Daily (20 minutes)\n- a kata\n### Weekly\n- a quiz\n';
    expect(read(`# T\n${stages}${tips}${routine}`)).toEqual(read(`# T\n${stages}`));
    expect(read(`# T\n## React\n- hooks\n## SQL\n- joins\n${tips}`)).toContain('SQL');
    expect(read(`# T\n## React\n- hooks\n${routine}`).join()).toContain('kata');
  });
});

describe('sections before the first of several stages', () => {
  it('introduce them, unless they have headings of their own, a number or a single entry', () => {
    const gear = '## Gear\n| Item | Notes |\n|---|---|\n| Spade | sharp |\n| Rake | wide |\n';
    expect(read(`# T\n${gear}${stages}`)).toEqual(read(`# T\n${stages}`));
    expect(leftOut(`# T\n${gear}${stages}`).join()).toContain('"Gear" introduces the roadmap');
    expect(read(`# T\n## Tongues\n### Go\n- maps\n### C\n- heaps\n${stages}`)).toContain('  Go');
    expect(read(`# T\n${stages}${gear}`)).toContain('Gear');
    expect(read(`# T\n## 0, Gear\n- Spade\n- Rake\n${stages}`)).toContain('Gear number=0');
  });

  it('may be stages within one section that holds most of the roadmap, whose place they take', () => {
    const held = `## All year round\n${stages.replace(/##/g, '###')}`;
    expect(read(`# T\n## Gear\n- Spade\n- Rake\n${held}`)).toEqual(read(`# T\n${stages}`));
    const table =
      '## The plan\n| Week | Topic |\n|---|---|\n| **Level 1: Ground** | |\n| 1 | Soil |\n| **Level 2: Plants** | |\n| 2 | Peas |\n| **Level 3: Harvest** | |\n| 3 | Jam |\n';
    const round = '## Round\n- in the morning 30 minutes of water\n- Sundays off\n';
    expect(read(`# T\n${table}${round}`).filter((line) => !line.startsWith(' '))).toEqual([
      'Ground number=1',
      'Plants number=2',
      'Harvest number=3',
    ]);
  });
});

describe('sections of paths', () => {
  it('say where things lie beside parts, and are topics within them', () => {
    const tree = '## Suggested layout\n- `one-shell/`\n- `two-nets/`\n';
    expect(read(`# T\n${stages}${tree}`)).toEqual(read(`# T\n${stages}`));
    expect(read(`# T\n${stages}## Stage 4: Go on\n- [ ] \`4/maps/\``).join()).toContain('maps');
  });
});

describe('headings about the text or how to learn', () => {
  it('are told by their names in more words and languages', () => {
    const about = '## How this repo is organized\nEach week has:\n\n- **Notes** — words\n- **Wiring** — pins\n## Lernmethoden & Empfehlungen\n- **Kleine Ziele:** in Blöcken\n- **Karten:** jeden Tag\n'; // prettier-ignore
    expect(read(`# T\n${stages}${about}`)).toEqual(read(`# T\n${stages}`));
  });
});

describe('sections that are over within the hour or come back every week', () => {
  it('tell how to study, beside parts that last', () => {
    const evening = '## In the evening — 20–40 min\n1. read a page\n2. draw it\n';
    const sunday = '## Sunday review\n- what went wrong\n- what comes next\n';
    expect(read(`# T\n${stages}${evening}${sunday}`)).toEqual(read(`# T\n${stages}`));
    expect(read(`# T\n## Soil\n- Humus\n${sunday}`)).toContain('Sunday review');
  });
});
