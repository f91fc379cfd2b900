import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The topics of a list that stands alone in a section, without title and section. */
function topicsOf(list: string): string[] {
  return sketch(readRoadmap(`# T\n## S\n${list}\n`))
    .slice(2)
    .map((line) => line.slice(2));
}

describe('lists', () => {
  it('nest as deep as they are written, with any indent', () => {
    const nested = ['a', '  b', '    c', '      d'];
    expect(topicsOf('- a\n  - b\n    - c\n      - d')).toEqual(nested);
    expect(topicsOf('- a\n    - b\n        - c\n            - d')).toEqual(nested);
    expect(topicsOf('- a\n\t- b\n\t\t- c\n\t\t\t- d')).toEqual(nested);
    expect(topicsOf('1. a\n   1. b\n      1. c\n         1. d')).toEqual(nested);
    expect(topicsOf('> - a\n>   - b\n>     - c\n>       - d')).toEqual(nested);
  });

  it('carry numbers only where the text has them', () => {
    expect(topicsOf('1. a\n1. b\n1. c')).toEqual(['a', 'b', 'c']);
    expect(topicsOf('- 1.2 Git\n- 2FA\n- 12-Factor App\n- 100 days\n- [ ] 3. Docker')).toEqual([
      'Git number=1.2',
      '2FA',
      '12-Factor App',
      '100 days',
      'Docker number=3 status=not-started',
    ]);
  });

  it('are found where Markdown sees none: too far indented, or below a line of text', () => {
    expect(topicsOf('4. Needed first:\n        * YAML\n        * TCP\n5. Go')).toEqual([
      'Needed first',
      '  YAML',
      '  TCP',
      'Go',
    ]);
    expect(topicsOf('\n    - a\n    - b')).toEqual(['a', 'b']);
    expect(topicsOf('Read on\n2. a\nmore\n3. b')).toEqual(['a more', 'b']);
    expect(topicsOf('• a\n• b\n• c')).toEqual(['a', 'b', 'c']);
    expect(topicsOf('HTML  \nCSS  \nJavaScript')).toEqual(['HTML', 'CSS', 'JavaScript']);
    expect(topicsOf('Tools:\n• a\n• b')).toEqual(['a kind=tool', 'b kind=tool']);
    expect(topicsOf('**Books:**\n• a\n• b')).toEqual([]);
  });

  it('tell status by box', () => {
    expect(topicsOf('- [x] a\n- [ ] b\n- [-] c\n- [~] d')).toEqual([
      'a status=completed',
      'b status=not-started',
      'c status=in-progress',
      'd status=in-progress',
    ]);
    expect(topicsOf('[x] a\n[ ] b')).toEqual(['a status=completed', 'b status=not-started']);
    expect(topicsOf('[~] a (b, c)\n[ ] d\n[/] e')).toEqual([
      'a (b, c) status=in-progress',
      'd status=not-started',
      'e status=in-progress',
    ]);
  });

  it('tell status by icons only where they differ, at the end always', () => {
    expect(topicsOf('- ✅ a\n- ✅ b')).toEqual(['a', 'b']);
    expect(topicsOf('- ✅ a\n- 🚧 b\n- ❌ c')).toEqual([
      'a status=completed',
      'b status=in-progress',
      'c status=not-started',
    ]);
    expect(topicsOf('- a ✅\n- b (in progress)\n- c (done)')).toEqual([
      'a status=completed',
      'b status=in-progress',
      'c status=completed',
    ]);
  });

  it('tell priority by words set apart', () => {
    expect(
      topicsOf(
        '- a (optional)\n- [Optional] b\n- c — must know\n- d `nice to have`\n- e **required**\n- Optional: f\n- g (recommended, 2 weeks)\n- h (Non-Negotiable)',
      ),
    ).toEqual([
      'a priority=optional',
      'b priority=optional',
      'c priority=mandatory',
      'd priority=optional',
      'e priority=mandatory',
      'f priority=optional',
      'g priority=good',
      'h (Non-Negotiable)',
    ]);
  });

  it('tell dates', () => {
    expect(
      topicsOf(
        '- [x] a (2026-02-09)\n- b (09.02.2026 – 12.02.2026)\n- c (completed 2026-02-12)\n- d ✅ 2026-01-02\n- e 🛫 2026-01-03\n- f (started 2026-01-04)',
      ),
    ).toEqual([
      'a status=completed finished=2026-02-09',
      'b started=2026-02-09 finished=2026-02-12',
      'c status=completed finished=2026-02-12',
      'd status=completed finished=2026-01-02',
      'e started=2026-01-03',
      'f status=in-progress started=2026-01-04',
    ]);
  });

  it('turn a bold key and an enumeration into a topic with topics, and prose into details', () => {
    const outline = readRoadmap(
      '# T\n## S\n- **Net**: TCP/IP, DNS and TLS, etc.\n- **Git** – a system that keeps every version of your files\n- **One**: Two\n- `init`: start, clone\n',
    );
    expect(sketch(outline).slice(2)).toEqual([
      '  Net',
      '    TCP/IP',
      '    DNS and TLS',
      '  Git',
      '  One',
      '    Two',
      '  init',
      '    start',
      '    clone',
    ]);
    expect(outline.sections[0]?.topics[1]).toMatchObject({
      text: 'Git – a system that keeps every version of your files',
      details: ['a system that keeps every version of your files'],
    });
  });

  it('keep "Label: list", brackets, arrows and commas in the title and repeat them in the details', () => {
    const details = readRoadmap(
      '# T\n## S\n- Tools: Redis, Memcached\n- Hashing (bcrypt, argon2)\n- HTTP → methods, caching\n- MySQL, PostgreSQL\n- Loops\n',
    ).sections[0]?.topics;
    expect(details?.map((t) => [t.title, t.details])).toEqual([
      ['Tools: Redis, Memcached', ['Redis', 'Memcached']],
      ['Hashing (bcrypt, argon2)', ['bcrypt', 'argon2']],
      ['HTTP → methods, caching', ['methods', 'caching']],
      ['MySQL, PostgreSQL', ['MySQL', 'PostgreSQL']],
      ['Loops', undefined],
    ]);
  });

  it('name a topic by what stands before its explanation', () => {
    expect(
      topicsOf(
        '- Python: the main language of the whole field\n- [NumPy](https://numpy.org) – arrays\n- **Flexbox**<br>lays out rows',
      ),
    ).toEqual(['Python', 'NumPy link=https://numpy.org', 'Flexbox']);
    const long = `- ${'Understand the browser. '.repeat(8)}`;
    expect(topicsOf(long)[0]).toBe(`Understand the browser`);
    expect(topicsOf(`- ${'word '.repeat(60)}`)[0]?.endsWith('…')).toBe(true);
  });

  it('say of their topic what is no topic itself', () => {
    expect(
      topicsOf(
        '- Git\n  - **Status:** done\n  - Priority: high\n  - Duration: 2 weeks\n  - Start: 01.02.2026\n  - End date: TBD\n  - Goal: be able to undo everything you did\n  - **Resources:** [Book](https://x.y)\n  - Branches',
      ),
    ).toEqual(['Git priority=mandatory status=completed started=2026-02-01', '  Branches']);
  });

  it('know weeks and parts before the names', () => {
    expect(
      topicsOf('- Week 1: HTML\n- **Week 2:** CSS, Sass, Grid\n- **Day 3:** Forms\n- **1.** Git'),
    ).toEqual(['HTML', 'Week 2', '  CSS', '  Sass', '  Grid', 'Forms', 'Git number=1']);
  });

  it('leave out jumps, things to read and items about the document, with a warning', () => {
    const outline = readRoadmap(
      '# T\n## S\n- [A](#a)\n- [B](#b)\n## R\n- Git\n  - [Pro Git book](https://git-scm.com)\n  - [Talk](https://youtube.com/x)\n- Links:\n  - x\n- Contributing\n  - fork\n## V\n- [Intro video](https://x.y/1)\n- [Course by Ann](https://x.y/2)\n- Plain\n',
    );
    expect(sketch(outline)).toEqual(['T', 'R', '  Git', 'V', '  Plain']);
    expect(outline.warnings.map((w) => w.line)).toEqual([2, 3, 7, 9, 11, 14]);
  });

  it('give the items after a last line that is a label to that label', () => {
    expect(topicsOf('- API in:\n  - SQL\n  - Mongo\n    Compare:\n\n- Speed\n- Size')).toEqual([
      'API in',
      '  SQL',
      '  Mongo',
      '  Compare: Speed',
      '  Compare: Size',
    ]);
  });

  it('keep code spans with tags, links of wikis and signs of programming languages', () => {
    expect(topicsOf('- `<div>` and `<span>`\n- C++\n- C#\n- .NET\n- [[page|Shown]]')).toEqual([
      '<div> and <span>',
      'C++',
      'C#',
      '.NET',
      'Shown',
    ]);
  });

  it('take things without a name for nothing', () => {
    expect(topicsOf('- \n- 🚀\n- ![x](y.png)\n- a\n-\n  - b\n- ```\n  code\n  ```')).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('list items', () => {
  it('with a plain label of a kind name the thing itself', () => {
    expect(
      topicsOf(
        '- Project: Todo app\n- Exercise: write a parser for dates\n- Projects: Blog, Shop\n- **Project:** Chat server',
      ),
    ).toEqual([
      'Todo app kind=project',
      'write a parser for dates kind=practice',
      'Projects: Blog, Shop kind=project',
      'Chat server kind=project',
    ]);
  });

  it('that announce a list keep their name, and give their kind below', () => {
    expect(
      topicsOf(
        '- Learn:\n  - a\n- Projects:\n  - b\n- Other things:\n  - c\n- **Deep work**\n\n  **Tools:**\n  - d\n- Alone:',
      ),
    ).toEqual([
      'Learn kind=learn',
      '  a kind=learn',
      'Projects kind=project',
      '  b kind=project',
      'Other things',
      '  c',
      'Deep work',
      '  d kind=tool',
      'Alone',
    ]);
  });

  it('keep numbers with thousands, brackets within brackets, and long sentences whole', () => {
    const topics = readRoadmap(
      '# T\n## S\n- **Scale**: 1,000 users, 10,000 users\n- **Use** – it is, as you know, fine\n- **Tell** – First. Then more, and more.\n- A (b (c), d\n- See https://x.y\n',
    ).sections[0]?.topics;
    expect(topics?.map((t) => [t.title, t.topics?.map((p) => p.title)])).toEqual([
      ['Scale', ['1,000 users', '10,000 users']],
      ['Use', undefined],
      ['Tell', undefined],
      ['A (b (c), d', undefined],
      ['See https://x.y', undefined],
    ]);
  });

  it('of numbered chapters begin with what to know first', () => {
    const chapters = '2. Gates\n   - NOT\n3. Memory\n   - RAM\n4. Buses\n   - I2C';
    expect(topicsOf(`1. Prerequisites:\n   - Algebra\n${chapters}`)).toEqual([
      'Prerequisites',
      '  Algebra',
      'Gates',
      '  NOT',
      'Memory',
      '  RAM',
      'Buses',
      '  I2C',
    ]);
    expect(topicsOf('- Prerequisites:\n  - A laptop\n- Gates\n  - NOT')).toEqual([
      'Gates',
      '  NOT',
    ]);
  });

  it('with words in brackets keep those that are no tags', () => {
    expect(
      topicsOf(
        '- Routing (Next)\n- C (general)\n- Docs ([link](https://x.y))\n- Git (🔴)\n- Tests (2026)',
      ),
    ).toEqual(
      [
        'Routing (Next)',
        'C priority=general',
        'Docs link=https://x.y',
        'Git (🔴)',
        'Tests (2026) ',
      ].map((line) => line.trimEnd()),
    );
  });
});
