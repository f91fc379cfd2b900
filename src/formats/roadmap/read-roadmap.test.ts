import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

describe('readRoadmap', () => {
  it('takes the one highest heading for the title, the next for sections and deeper ones for groups', () => {
    const text =
      '# 🛠️ Web Roadmap\n\n## 1. Basics\n- HTML\n### Tools for it\n- Git\n\n## 2. Next\n- CSS\n';
    expect(sketch(readRoadmap(text))).toEqual([
      'Web Roadmap',
      'Basics number=1',
      '  HTML',
      '  Tools for it',
      '    Git',
      'Next number=2',
      '  CSS',
    ]);
  });

  it('reads headings of any level, underlined ones included, and skips a sentence with a rule below it', () => {
    expect(
      sketch(readRoadmap('Plan\n====\n\nFirst\n-----\n- a\n\nThat is all there is.\n---\n- b\n')),
    ).toEqual(['Plan', 'First', '  a', '  b']);
    expect(sketch(readRoadmap('### Path\n#### One\n- a\n- b\n#### Two\n- c\n'))).toEqual([
      'Path',
      'One',
      '  a',
      '  b',
      'Two',
      '  c',
    ]);
    expect(
      sketch(readRoadmap('# Security, Networking\n## HTTP\n## FTP\n# Terminal\n## Vim\n')),
    ).toEqual(['Untitled roadmap', 'Security, Networking', '  HTTP', '  FTP', 'Terminal', '  Vim']);
  });

  it('takes the title from front matter, from a first line, or from the caller', () => {
    expect(readRoadmap('---\ntitle: From keys\n---\n# A\n- x\n# B\n- y\n').title).toBe('From keys');
    expect(readRoadmap('My plan\n\n- A\n  - x\n- B\n  - y\n').title).toBe('My plan');
    expect(readRoadmap('- A\n- B\n', { fallbackTitle: 'plan' }).title).toBe('plan');
  });

  it('reads a first heading without lists as the title of the headings beside it', () => {
    expect(sketch(readRoadmap('# Rust Roadmap\nWelcome.\n# Syntax\n- a\n# Traits\n- b\n'))).toEqual(
      ['Rust Roadmap', 'Syntax', '  a', 'Traits', '  b'],
    );
  });

  it('lets headings that only announce the roadmap step back', () => {
    const text = '# T\n## Curriculum\n### A\n- x\n### B\n#### Topics\n- y\n';
    expect(sketch(readRoadmap(text))).toEqual(['T', 'A', '  x', 'B', '  y']);
    expect(sketch(readRoadmap('# T\n## Topics\n- x\n- y\n'))).toEqual([
      'T',
      'Topics',
      '  x',
      '  y',
    ]);
    expect(sketch(readRoadmap('# T\n## Plan\n- A\n  - x\n- B\n  - y\n'))).toEqual([
      'T',
      'A',
      '  x',
      'B',
      '  y',
    ]);
    expect(sketch(readRoadmap('# T\n## Plan\n- loose\n### A\n- x\n## C\n- z\n'))).toEqual([
      'T',
      'Plan',
      '  loose',
      'A',
      '  x',
      'C',
      '  z',
    ]);
  });

  it('reads headings without lists as topics when there is nothing else', () => {
    expect(
      sketch(readRoadmap('# Path\n## Step 1: Git\nText.\n## Step 2: Docker\nText.\n')),
    ).toEqual(['Path', 'Path', '  Git number=1', '  Docker number=2']);
  });

  it('keeps numbered sections that list nothing and drops passages of prose', () => {
    const outline = readRoadmap(
      '# T\n## Philosophy\nText.\n## 1. A\n- x\n## 2. B\nText.\n## Farewell\nText.\n',
    );
    expect(sketch(outline)).toEqual(['T', 'A number=1', '  x', 'B number=2']);
    expect(outline.warnings.map((w) => w.line)).toEqual([2, 8]);
    expect(sketch(readRoadmap('# T\n## A\n- x\n## B\nText.\n## C\n- y\n'))).toEqual([
      'T',
      'A',
      '  x',
      'B',
      'C',
      '  y',
    ]);
  });

  it('leaves out what is about the document, in any language, with a warning each', () => {
    const noise = [
      'Contributing',
      'License',
      '🙏 Acknowledgments',
      'How to use this roadmap',
      'Recursos',
      'Лицензия',
      '贡献',
      'Kaynaklar',
      'Danksagung',
      'ライセンス',
      '참고 자료',
      'المصادر',
      'Useful Links',
      'Star History',
    ];
    const outline = readRoadmap(
      `# T\n## Real\n- x\n${noise.map((name) => `## ${name}\n- no\n`).join('')}`,
    );
    expect(sketch(outline)).toEqual(['T', 'Real', '  x']);
    expect(outline.warnings).toHaveLength(noise.length);
  });

  it('reads "Getting started" as a lesson unless it sets the document up', () => {
    const rest = '## B\n- y\n';
    expect(sketch(readRoadmap(`# T\n## Getting Started\n- Variables\n${rest}`))[1]).toBe(
      'Getting Started',
    );
    expect(sketch(readRoadmap(`# T\n## Getting Started\n- Clone this repo\n${rest}`))[1]).toBe('B');
    expect(
      sketch(
        readRoadmap(`# T\n## Getting Started\n- Go\n\n\`\`\`bash\nnpm install\n\`\`\`\n${rest}`),
      )[1],
    ).toBe('B');
    expect(
      sketch(
        readRoadmap(
          `# T\n## Getting Started\n1. Do\n   \`\`\`sh\n   git clone x\n   \`\`\`\n${rest}`,
        ),
      )[1],
    ).toBe('B');
    expect(sketch(readRoadmap(`# T\n## 1. Introduction\n- x\n${rest}`))[1]).toBe(
      'Introduction number=1',
    );
  });

  it('reads what it usually passes over when nothing else is there', () => {
    expect(sketch(readRoadmap('# T\n## Overview\n- a\n- b\n## License\n- MIT\n'))).toEqual([
      'T',
      'Overview',
      '  a',
      '  b',
    ]);
  });

  it('reads trees and lists inside code when nothing else is there', () => {
    expect(
      sketch(
        readRoadmap('# T\n```\nReact\n├── Basics\n│   └── JSX\n└── Hooks\n    └── State\n```\n'),
      ),
    ).toEqual(['T', 'Basics', '  JSX', 'Hooks', '  State']);
    expect(sketch(readRoadmap('# T\n```md\n- A\n  - x\n- B\n  - y\n```\n'))).toEqual([
      'T',
      'A',
      '  x',
      'B',
      '  y',
    ]);
  });

  it('leaves out an overview that repeats the sections', () => {
    const text =
      '# T\n## Summary of parts\n- Basics\n- Testing\n- Shipping\n## Basics\n- a\n## Testing\n- b\n## Shipping\n- c\n';
    expect(sketch(readRoadmap(text))).toEqual([
      'T',
      'Basics',
      '  a',
      'Testing',
      '  b',
      'Shipping',
      '  c',
    ]);
  });

  it('keeps lists before the first section only when they are more than an introduction', () => {
    const rest = '## A\n- x\n## B\n- y\n';
    expect(sketch(readRoadmap(`# T\n- for beginners\n- free\n${rest}`))).toEqual([
      'T',
      'A',
      '  x',
      'B',
      '  y',
    ]);
    expect(sketch(readRoadmap(`# T\n- [x] Terminal\n${rest}`)).slice(0, 3)).toEqual([
      'T',
      'T',
      '  Terminal status=completed',
    ]);
  });

  it('says what was wrong with the encoding, line by line', () => {
    const outline = readRoadmap('# ðŸš€ Go\n\n- donâ€™t panic\n- ğŸ¯ aim\n');
    expect(sketch(outline)).toEqual(['Go', 'Go', '  don’t panic', '  aim']);
    expect(outline.warnings.map((w) => w.line)).toEqual([1, 4]);
  });

  it('gives an outline without sections for a text without topics', () => {
    for (const text of ['', '   \n', 'Just prose.', '# Only a title']) {
      const outline = readRoadmap(text);
      expect(outline.sections).toEqual([]);
      expect(outline.warnings.length).toBeGreaterThan(0);
    }
  });

  it('reads every line end, a byte order mark and the lines of front matter', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['\uFEFF---', 'title: T', '---', '# T', '## A', '- x'].join(end);
      expect(readRoadmap(text).sections[0]?.topics[0]?.line).toBe(6);
    }
  });

  it('reports broken front matter', () => {
    expect(
      readRoadmap('---\na: [1\n---\n# T\n- x\n').warnings.some((w) => w.message.includes('YAML')),
    ).toBe(true);
  });
});

describe('headings', () => {
  const next = '## Z\n- z\n- zz\n';
  const sectionsOf = (text: string): string[] =>
    sketch(readRoadmap(`# T\n${text}${next}`)).filter((line) => !line.startsWith(' '));

  it('numbered like lessons are lessons whatever their names', () => {
    expect(sectionsOf('## 1. Overview\n- x\n## 2. Requirements\n- y\n')).toEqual([
      'T',
      'Overview number=1',
      'Requirements number=2',
      'Z',
    ]);
  });

  it('of legends over a diagram keep the diagram', () => {
    expect(sectionsOf('## Legend\n```mermaid\ngraph TD\nA[x] --> B[y]\nA --> C[w]\n```\n')).toEqual(
      ['T', 'Legend', 'Z'],
    );
  });

  it('give their topics a kind, and a priority to themselves', () => {
    expect(
      sketch(
        readRoadmap(
          `# T\n## Projects\n- Blog\n## A\n### Optional\n- o\n### 📊 Overview\n- no\n${next}`,
        ),
      ).slice(1, 6),
    ).toEqual(['Projects', '  Blog kind=project', 'A', '  Optional priority=optional', '    o']);
  });

  it('without words are skipped, and pages of prose called "Introduction" too', () => {
    expect(sectionsOf('## ![x](y.png)\n## Introduction\nWords.\n## A\n- x\n')).toEqual([
      'T',
      'A',
      'Z',
    ]);
  });

  it('that repeat other sections in Chinese are overviews too', () => {
    expect(
      sectionsOf('## 总览\n- 网络基础\n- 数据库\n## 网络基础\n- a\n## 数据库入门\n- b\n'),
    ).toEqual(['T', '网络基础', '数据库入门', 'Z']);
  });

  it('of a contents list with other files keep the files', () => {
    expect(sketch(readRoadmap('# T\n## Contents\n- [A](a.md)\n- [B](b.md)\n'))).toEqual([
      'T',
      'Contents',
      '  A link=a.md',
      '  B link=b.md',
    ]);
  });
});
