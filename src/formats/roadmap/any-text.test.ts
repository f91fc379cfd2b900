import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outline, OutlineTopic } from './outline.ts';
import { readRoadmap } from './read-roadmap.ts';

describe('readRoadmap on any text', () => {
  const piece = fc.constantFrom(
    '# ',
    '## ',
    '- ',
    '  - ',
    '    * ',
    '1. ',
    '> ',
    '\n',
    '\n\n',
    '|',
    '|-|-|\n',
    '**',
    '`',
    '```mermaid\ngraph TD\n',
    '```\n',
    '-->',
    'A[',
    ']',
    '((',
    '{{',
    '&',
    ';',
    'subgraph x\n',
    'end\n',
    '<ul>',
    '<li>',
    '</li>',
    '<details>',
    '<summary>',
    '</details>',
    '<table><tr><td>',
    '<br>',
    '[a](#b)',
    '[a](http://x.y)',
    ':',
    ' - ',
    ', ',
    'Learn:',
    'Status: done',
    'x',
    'Git',
    '🔴',
    '✅',
    '[x] ',
    '(optional)',
    '2026-01-01',
    'Week 1',
    'mindmap\n',
    '---\n',
    'Ã©',
    '\t',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
  );

  it('never throws, names everything and stays inside the file', () => {
    fc.assert(
      fc.property(text, (source) => {
        const outline = readRoadmap(source);
        const lines = source.split(/\r\n|\n|\r/).length;
        const inside = ({ line }: { line: number }): boolean => line >= 1 && line <= lines;
        const check = (topic: OutlineTopic): boolean =>
          topic.title.trim() !== '' && inside(topic) && (topic.topics ?? []).every(check);
        expect(outline.title).not.toBe('');
        expect(
          outline.sections.every(
            (s) => s.title.trim() !== '' && inside(s) && s.topics.every(check),
          ),
        ).toBe(true);
        expect(outline.warnings.every(inside)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('survives nesting, lines and diagrams made to hurt', () => {
    const hostile = [
      '>'.repeat(10_000) + ' a',
      '- '.repeat(10_000) + 'a',
      '['.repeat(20_000),
      '<ul><li>a'.repeat(5000),
      '<details><summary>a</summary>\n\n'.repeat(300),
      '*a_ '.repeat(20_000),
      Array.from({ length: 200 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'),
      `\`\`\`mermaid\ngraph TD\n${Array.from({ length: 2000 }, (_, i) => `n${i} --> n${i + 1}`).join('\n')}`,
      `\`\`\`mermaid\ngraph TD\n${Array.from({ length: 500 }, (_, i) => `n0 --> n${i + 1}\nn${i + 1} --> m${i}\nm${i} --> n${i + 2}`).join('\n')}`,
      `\`\`\`mermaid\ngraph TD\n${Array.from({ length: 500 }, (_, i) => `subgraph s${i}`).join('\n')}\na-->b`,
      `\`\`\`mermaid\nmindmap\n${Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}n${i}`).join('\n')}`,
    ];
    for (const source of hostile) {
      const outline: Outline = readRoadmap(source);
      expect(JSON.stringify(outline).length).toBeGreaterThan(0);
    }
  }, 30_000);

  it('comes to an end with long runs of one thing', () => {
    const hostile = [
      `1. ${'\uFEFF'.repeat(20_000)}a`,
      '```x\n## a\n'.repeat(500),
      '- Git is\n  Compare:\n'.repeat(500),
      `- a${' '.repeat(7000)}b`,
    ];
    for (const source of hostile) expect(readRoadmap(`# A\n\n${source}`).title).toBe('A');
  }, 30_000);
});
