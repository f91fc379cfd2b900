import { describe, expect, it } from 'vitest';
import { readMarkdownBlocks } from './markdown-blocks.ts';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

describe('HTML', () => {
  it('is read like Markdown: headings, lists, tables, marks; comments and scripts are not', () => {
    const text =
      '<h1 align="center">T</h1>\n<p align="center"><img src="x.png"></p>\n<h2>A</h2>\n<ul>\n  <li>x\n    <ul><li>x1<li>x2</ul>\n  </li>\n  <li><b>y</b>: p, q</li>\n  <li><a href="https://z.x?a=1&amp;b">z</a></li>\n  <li><input type="checkbox" checked> w</li>\n  <li><input type="checkbox"> <code>v</code></li>\n</ul>\n<!-- <ul><li>hidden</li></ul> -->\n<script>\nvar no = "<li>no</li>";\n</script>\n<h2>B</h2>\n<table>\n<tr><th>Topic</th><th>Status</th></tr>\n<tr><td>r</td><td>Done</td></tr>\n<tr><td>s<br>u<td><ul><li>In progress</li></ul>\n</table>\n';
    expect(sketch(readRoadmap(text))).toEqual([
      'T',
      'A',
      '  x',
      '    x1',
      '    x2',
      '  y',
      '    p',
      '    q',
      '  z link=https://z.x?a=1&b',
      '  w status=completed',
      '  v status=not-started',
      'B',
      '  r status=completed',
      '  s status=in-progress',
      '  u status=in-progress',
    ]);
  });

  it('counts the line of what follows a break from where it stands', () => {
    const blocks = readMarkdownBlocks(
      '<div>\n<br>\n<br>Git</div>\n<ul><br># Tools <li>x</ul>\n',
      1,
    );
    expect(blocks.map(({ kind, line }) => `${kind} ${String(line)}`)).toEqual([
      'paragraph 3',
      'paragraph 4',
      'list 4',
    ]);
  });

  it('heads sections with summaries that end with their element', () => {
    const text =
      '# T\n<details>\n<summary><b>1. A</b></summary>\n\n- x\n\n### Deep\n- d\n\n</details>\n<details><summary>B</summary>\n- y\n- z\n</details>\n<details><summary>Click to expand</summary>\n\n- e\n\n</details>\n\n## C\n- c\n</details>\n';
    expect(sketch(readRoadmap(text))).toEqual([
      'T',
      'A number=1',
      '  x',
      '  Deep',
      '    d',
      'B',
      '  y',
      '  z',
      'C',
      '  c',
    ]);
  });

  it('mixes with Markdown and may be broken', () => {
    expect(
      sketch(
        readRoadmap(
          '# T\n## A\n- <b>x</b> <kbd>must</kbd>\n- y <!-- no --> <i>z</i></u>\n- <a href="#in">in</a> &amp; &#x2192; &unknown;\n',
        ),
      ),
    ).toEqual(['T', 'A', '  x priority=mandatory', '  y z', '  in & → &unknown;']);
    expect(
      sketch(
        readRoadmap(
          '# T\n## A\n<ul>\n\n<li>\n\n**x**\n\n</li>\n\n</ul>\nloose < text\n<li>y</li>\n<td>z</td></table>\n',
        ),
      ),
    ).toEqual(['T', 'A', '  x', '  y']);
    expect(sketch(readRoadmap('# T\n## A\n<p>One<br>Two<br>Three</p>\n'))).toEqual([
      'T',
      'A',
      '  One',
      '  Two',
      '  Three',
    ]);
  });
});

describe('odd corners', () => {
  it('keep marks and links of inline HTML', () => {
    const text =
      '# T\n## A\n- <a href="https://x.y">x</a> and <strong>y</strong>\n- <input type="checkbox" checked> z\n- <code>w</code>: p, q\n- one<br>two\n- ~~gone~~ *v*\n- [ref][r]\n\n[r]: https://r.r\n';
    expect(sketch(readRoadmap(text)).slice(2)).toEqual([
      '  x and y link=https://x.y',
      '  z status=completed',
      '  w',
      '    p',
      '    q',
      '  one two',
      '  gone v',
      '  ref link=https://r.r',
    ]);
  });

  it('leave asides in quotes alone and read quotes like the rest', () => {
    expect(
      sketch(readRoadmap('# T\n## A\n> [!NOTE]\n> - no\n\n> ```js\n> x\n> ```\n> - yes\n')).slice(
        2,
      ),
    ).toEqual(['  yes']);
  });

  it('cut lines that are too long and nesting that is too deep, with a warning', () => {
    const outline = readRoadmap(
      `# T\n- ${'x'.repeat(9000)}\n${'> '.repeat(60)}- deep\n${' '.repeat(400)}- far\n`,
    );
    expect(outline.warnings.map((w) => w.line)).toEqual([2, 3]);
  });

  it('read "Goal: …" headings as part of what is around them', () => {
    const text =
      '# T\n## Phase 1: A\n### 🎯 Goal: Master it\n**Week 1-2: Core**\n- x\n\n**Daily Practice**: Complete one kata\n## Phase 2: B\n- y\n';
    expect(sketch(readRoadmap(text))).toEqual([
      'T',
      'A number=1',
      '  Core',
      '    x',
      '  Complete one kata kind=practice',
      'B number=2',
      '  y',
    ]);
  });

  it('end a long list nowhere but where it ends', () => {
    const items = Array.from({ length: 300 }, (_, i) => `- t${i}`).join('\n');
    const outline = readRoadmap(`# T\n## A\n${items}\n`);
    expect(outline.sections[0]?.topics).toHaveLength(300);
    expect(outline.sections[0]?.topics[299]?.line).toBe(302);
  });
});

describe('bullets without a list around them', () => {
  it('are bullets all the same', () => {
    expect(
      sketch(
        readRoadmap(
          '# T\n<details><summary>A</summary><blockquote>\n<li>x</li>\n<li>y <b>z</b></li>\n</blockquote></details>\n\n## B\n- v',
        ),
      ),
    ).toEqual(['T', 'A', '  x', '  y z', 'B', '  v']);
  });
});

describe('more odd corners', () => {
  it('decode entities in blocks of HTML and keep what is none', () => {
    const text =
      '# T\n## A\n<ul><li>a &amp; b &#8594; c &#x2192; d &unknown; &#0; e</li><li><input type="checkbox"> f</li><li><a>g</a> <span>h</span></b></li></ul>\n\n- <input type="checkbox"> i\n- <a>j</a>\n';
    expect(
      sketch(readRoadmap(text))
        .slice(2)
        .map((line) => line.trim()),
    ).toEqual([
      'a & b → c → d &unknown; &#0; e',
      'f status=not-started',
      'g h',
      'i status=not-started',
      'j',
    ]);
  });

  it('keep code that is indented, quotes nested in emphasis, and text of any depth', () => {
    const deep = '**a *b '.repeat(60);
    const outline = readRoadmap(
      `# T\n## A\n- x\n\n      code\n\n    code too\n- ${deep}\n\n~~~text\nclosed \`\`\` not\n~~~~\n- y\n`,
    );
    expect(outline.sections[0]?.topics.at(-1)?.title).toBe('y');
  });

  it('read headings and summaries inside items as their groups', () => {
    const text =
      '# T\n## A\n- ## One\n  - a\n- Two\n\n  ### Part\n  - b\n- <details><summary>Three</summary>\n\n  - c\n\n  </details>\n';
    expect(sketch(readRoadmap(text)).slice(2)).toEqual([
      '  One',
      '    a',
      '  Two',
      '    Part',
      '      b',
      '  Three',
      '    c',
    ]);
  });

  it('cut short what warnings quote, and name lists by long lines', () => {
    const long = 'word '.repeat(14).trim();
    const outline = readRoadmap(
      `# T\n## ${long}\nProse.\n## A\n- x\n## Resources\n- [${long}](https://x.y)\n`,
    );
    expect(outline.warnings[0]?.message).toContain('…');
  });

  it('take a reference for reading only where it leads somewhere', () => {
    const text =
      '# T\n## A\n- References: borrowing, lifetimes\n- References: see https://x.y for more\n- Link: x\n- Why: caches, queues\n- Book: one, two\n- 数据结构与算法基础，网络\n';
    expect(sketch(readRoadmap(text)).slice(2)).toEqual([
      '  References: borrowing, lifetimes',
      '  Why: caches, queues',
      '  数据结构与算法基础，网络',
    ]);
  });

  it('keep prose below a rule or project short', () => {
    const text =
      '# T\n## A\n**Rule:**\n\nNever guess.\n\n**Project:**\n\nA long story. It goes on. And on.\n\n**Learn:**\n\nWords between.\n\n- a\n\n---\n\n- b\n';
    expect(sketch(readRoadmap(text)).slice(2)).toEqual([
      '  Never guess. kind=rule',
      '  a kind=learn',
      '  b kind=learn',
    ]);
  });

  it('give a list straight inside a list to the item above it', () => {
    const text =
      '<h1>T</h1>\n<h2>A</h2>\n<ul>\n<li><b>One</b></li>\n<ul><li>x</li></ul></br>\n<li>Two</li>\n</ul>\n';
    expect(sketch(readRoadmap(text)).slice(1)).toEqual(['A', '  One', '    x', '  Two']);
  });
});
