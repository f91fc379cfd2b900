import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('texts that no heading or bullet orders', () => {
  it('have lines numbered like headings for headings', () => {
    expect(
      read(
        'My notes\n\n⭐ 1. Kernel\n\n1.1 Memory\n•\tpages\n•\tswap\n\n1.2 Files\n•\tinodes\n•\tlinks\n\n⭐ 2. Nets\n\n• TCP\n• UDP',
      ),
    ).toEqual([
      'Kernel number=1',
      '  Memory number=1.1',
      '    pages',
      '    swap',
      '  Files number=1.2',
      '    inodes',
      '    links',
      'Nets number=2',
      '  TCP',
      '  UDP',
    ]);
    expect(read('Plan\n\nPhase 1: Ground\n- Git\n\nWeek 3 - Web\n- HTTP')).toEqual([
      'Ground number=1',
      '  Git',
      'Web period=Week 3',
      '  HTTP',
    ]);
    expect(read('1. Only prose that ends here.\n\n2nd thoughts')).not.toContain(
      'Only prose number=1',
    );
  });

  it('have short lines above lists for groups', () => {
    expect(read('Plan\n\nGround\n- Git\n\nWeb\n- HTTP')).toEqual([
      'Ground',
      '  Git',
      'Web',
      '  HTTP',
    ]);
  });

  it('have short paragraphs for topics, but not what names the list below them', () => {
    expect(read('## Ground\nsyntax\n\nloops\n\nfunctions\n\n📚 Resources:\n* Some book\n')).toEqual(
      ['Ground', '  syntax', '  loops', '  functions'],
    );
    expect(read('## Ground\none\n\ntwo\n\nthree\n\nParts\n- Git\n- Go')).toEqual([
      'Ground',
      '  one',
      '  two',
      '  three',
      '  Git',
      '  Go',
    ]);
  });

  it('have bare headings for topics where there are many', () => {
    expect(read('# T\n## DNS\n## TLS\n## Cache\n- CDN\n## Queues\n')).toEqual([
      'DNS',
      'TLS',
      'Cache',
      '  CDN',
      'Queues',
    ]);
  });
});

describe('lists as people break them', () => {
  it('hold quoted and slightly indented lists right below an item', () => {
    expect(read('# T\n1. JVM\n >* heap\n >* stack\n2. Servers\n >* web\n   * Nginx\n')).toEqual([
      'JVM',
      '  heap',
      '  stack',
      'Servers',
      '  web',
      '  Nginx',
    ]);
  });

  it('may start at any number below their title', () => {
    expect(read('Learn it all\n0. Before\n    - OOP\n\n1. Basics\n    - Map')).toEqual([
      'Before',
      '  OOP',
      'Basics',
      '  Map',
    ]);
  });

  it('name an item on its first line and say more, or list its parts, on the next', () => {
    expect(read('# T\n## S\n- Git\n  Everybody uses it at work.\n- Go\n')).toEqual([
      'S',
      '  Git',
      '  Go',
    ]);
    expect(
      read(
        '# T\n1. Ground\n    SQL: How to ask for rows.\n    Trees: What holds them.\n2. Store\n    Logs: Why they are.',
      ),
    ).toEqual(['Ground', '  SQL', '  Trees', 'Store', '  Logs']);
  });

  it('set boxes deep inside what Markdown takes for code', () => {
    expect(
      read('# Part A\n    ==== 2 days ====\n        [✔️] 1 > Shell\n        [ ] 2 > Files\n'),
    ).toEqual([
      'Part A',
      '  Shell number=1 status=completed',
      '  Files number=2 status=not-started',
    ]);
  });

  it('keep lessons that elsewhere are words about the document', () => {
    expect(read('# T\n- Introduction\n  - What it is\n- Project structure\n  - Folders\n')).toEqual(
      ['Introduction', '  What it is', 'Project structure', '  Folders'],
    );
  });

  it('say with italics what is learned and when', () => {
    expect(
      read(
        '# T\n## S\n- **Week 1: SQL**\n  - *Focus:* joins, views\n  - *Mon-Fri:* Read plans\n  - *Book:* Some book\n',
      ),
    ).toEqual(['S', '  SQL', '    joins kind=learn', '    views kind=learn', '    Read plans']);
    expect(read('# T\n## S\n*Focus: the ground*\n- Git\n- *Often* - as some say - used\n')).toEqual(
      ['S', '  Git', '  Often'],
    );
  });

  it('describe a name after a dash and list its parts after a colon', () => {
    expect(read('# T\n## S\n- **CKA** - Entry level\n- **Web**: HTTP\n')).toEqual([
      'S',
      '  CKA',
      '  Web',
      '    HTTP',
    ]);
  });
});

describe('tables in the wild', () => {
  it('may follow a list without a blank line', () => {
    expect(
      read('# T\n## S\n- Linux\n- Nets\n| Topic | Status |\n|---|---|\n| Bash | Done |\n'),
    ).toEqual(['S', '  Linux', '  Nets', '  Bash status=completed']);
  });

  it('plan days with several columns of topics', () => {
    expect(
      read(
        '# T\n## W\n| Day | Morning | Evening |\n|-|-|-|\n| Monday | C basics, arrays | Puzzles |\n| Friday | Rust | |\n| Sunday | | Rest of the book |\n',
      ),
    ).toEqual([
      'W',
      '  Monday',
      '    C basics',
      '    arrays',
      '    Puzzles',
      '  Rust',
      '  Rest of the book',
    ]);
  });

  it('tell groups, levels, numbers and remarks from topics', () => {
    expect(
      read('# T\n|Skill|Feature|State|\n|-|-|-|\n|UI|Text|OK|\n|UI|Route|WIP|\n|Net|Fetch|OK|\n'),
    ).toEqual([
      'UI',
      '  Text status=completed',
      '  Route status=in-progress',
      'Net',
      '  Fetch status=completed',
    ]);
    expect(
      read('# T\n## S\n| Skill | Beginner | Advanced |\n|-|-|-|\n| UI | Views, Text | Metal |\n'),
    ).toEqual(['S', '  UI', '    Views', '    Text', '    Metal']);
    expect(
      read(
        '# T\n## S\n| Nr. | Modul | Thema |\n|-|-|-|\n| 00 | Start | Linux, CLI |\n| 01 | Netz | DNS, TLS |\n',
      ),
    ).toEqual([
      'S',
      '  Start number=00',
      '    Linux',
      '    CLI',
      '  Netz number=01',
      '    DNS',
      '    TLS',
    ]);
    expect(
      read('# T\n## S\n| # | Topic | Lab |\n|-|-|-|\n| 1 | **Part 1 - Py** | |\n| 2 | Shell | |\n'),
    ).toEqual(['S', '  Py number=1', '    Shell number=2']);
    expect(
      read(
        '# T\n## S\n| Topic | Date Completed | Key Achievement |\n|-|-|-|\n| Git | 2025-01-02 | ready to use it |\n',
      ),
    ).toEqual(['S', '  Git finished=2025-01-02']);
    expect(
      read('# T\n## S\n| # | Topic | |\n|-|-|-|\n| 1 | **Git** | |\n| 2 | **Go** | |\n'),
    ).toEqual(['S', '  Git number=1', '  Go number=2']);
    expect(read('# T\n## S\n| Module | Topics |\n|-|-|\n| 1 | Loops |\n| 2 | Lists |\n')).toEqual([
      'S',
      '  Loops number=1',
      '  Lists number=2',
    ]);
  });

  it('read a drawn tree under a heading that has nothing else', () => {
    const tree = '```\nWEB\n├── Pages\n│   ├── HTML\n│   └── CSS\n└── Servers\n    └── HTTP\n```\n';
    expect(sketch(readRoadmap(`# T\n## Shape\n${tree}`)).slice(1)).toEqual(
      expect.arrayContaining([expect.stringMatching(/Pages$/u), expect.stringMatching(/HTTP$/u)]),
    );
  });

  it('keep levels with icons that hold only headings, and the one section below a given title', () => {
    expect(
      sketch(
        readRoadmap('# T\n## 🟢 Beginner\n### Topics\n- a\n## 🟡 Advanced\n### Topics\n- b\n'),
      ).slice(1),
    ).toEqual(['Beginner', '  a', 'Advanced', '  b']);
    expect(sketch(readRoadmap('---\ntitle: T\n---\n## Web\n- a\n  - b\n- c\n  - d\n'))).toEqual([
      'T',
      'Web',
      '  a',
      '    b',
      '  c',
      '    d',
    ]);
  });

  it('take a small heading before larger ones, or a bold first line, for the title', () => {
    expect(readRoadmap('### Plan for Rust\nWords.\n## A\n- a\n## B\n- b\n').title).toBe(
      'Plan for Rust',
    );
    expect(readRoadmap('**Plan for Go**  \n*Some words*\n\n## A\n- a\n## B\n- b\n').title).toBe(
      'Plan for Go',
    );
  });

  it('leave out contents of which a third are jumps, and read concepts by number', () => {
    const text =
      '# T\n## Table of Contents\n- [A](#a)\n- [Log](log.md)\n- [B](#b c)\n## A\n1. **Concept 01:** Types\n2. **Concept 02:** Loops\n';
    expect(sketch(readRoadmap(text)).slice(1)).toEqual([
      'A',
      '  Types number=01',
      '  Loops number=02',
    ]);
  });

  it('take steps told in a sentence each for topics, but not one that heads a list', () => {
    const steps =
      'Some words first.\n\nStep 1: Learn how the web carries pages to people.\n\nStep 2: Learn one language well.\n';
    expect(sketch(readRoadmap(`# T\n${steps}`)).slice(2)).toEqual([
      '  Learn how the web carries pages to people. number=1',
      '  Learn one language well. number=2',
    ]);
    expect(sketch(readRoadmap(`# T\n## A\nStep 1: Read.\n\n- a\n`)).slice(1)).toEqual(['A', '  a']);
  });
});
