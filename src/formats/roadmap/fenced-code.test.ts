import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

const fence = (info: string, ...lines: readonly string[]): string =>
  `# T\n\n## Web\n\`\`\`${info}\n${lines.join('\n')}\n\`\`\`\n\n## Data\n- SQL\n`;
const read = (info: string, ...lines: readonly string[]): string[] =>
  sketch(readRoadmap(fence(info, ...lines))).slice(1);

describe('fences of diagrams that do not say "mermaid"', () => {
  it('are mind maps where they say so, whatever the shapes of their nodes', () => {
    const text = '# T\n\n```mindmap\nroot)Way(\n  ((Web))\n    HTML\n  )Tools(\n    Git\n```\n';
    const outline = readRoadmap(text);
    expect(sketch(outline)).toEqual(['T', 'Web', '  HTML', 'Tools', '  Git']);
    expect(outline.sections.map(({ line }) => line)).toEqual([5, 7]);
  });

  it('are flowcharts where they say so, with or without a first line that repeats it', () => {
    const expected = ['Web', '  HTML', '  CSS', 'Data', '  SQL'];
    const edges = ['R[Web] --> A[HTML]', 'R --> B[CSS]'];
    expect(read('flowchart', ...edges)).toEqual(expected);
    expect(read('graph', 'graph TD', ...edges)).toEqual(expected);
    expect(read('graph', '%% drawn by hand', 'graph TD', ...edges)).toEqual(expected);
    expect(read('', '', 'graph TD;', ...edges)).toEqual(expected);
    expect(read('text', 'flowchart LR', ...edges)).toEqual(expected);
  });

  it('are code where only a word of it looks like a diagram', () => {
    expect(read('', 'graph the function', 'plot x')).not.toContain('  graph the function');
    expect(read('js', 'mindmap')).toEqual(['Data', '  SQL']);
  });

  it('get a warning with their line where they draw in a way that is not read', () => {
    const warned = (info: string, line: string): number[] =>
      readRoadmap(fence(info, line))
        .warnings.filter(({ message }) => message.startsWith('This drawing'))
        .map(({ line: at }) => at);
    expect(warned('plantuml', 'HTML -> CSS')).toEqual([5]);
    expect(warned('', 'HTML → CSS')).toEqual([5]);
    expect(warned('', 'npm install')).toEqual([]);
    expect(warned('js', 'x --> 0')).toEqual([]);
  });
});

describe('a name with commas and no spaces', () => {
  it('is one node of a flowchart', () => {
    const outline = readRoadmap(
      fence('mermaid', 'graph LR', 'R[Web] --> A[Java]', 'R --> B', 'A --- Stream,Lambda,时间'),
    );
    expect(sketch(outline).slice(1)).toEqual([
      'Web',
      '  Java',
      '    Stream,Lambda,时间',
      '  B',
      'Data',
      '  SQL',
    ]);
    expect(outline.warnings).toEqual([]);
  });
});
