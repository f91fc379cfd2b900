import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('diagrams of time', () => {
  const chart = (lines: string): string => `# T\n\`\`\`mermaid\n${lines}\n\`\`\`\n`;

  it('give sections with tasks, their status, dates and duration', () => {
    const text = chart(
      'gantt\n title Plan\n dateFormat YYYY-MM-DD\n section Linux\n Shell :done, a1, 2025-01-01, 7d\n Procs :active, 2025-01-08, 2025-01-12\n nonsense\n section Nets\n DNS :after a1, 5d\n Exam :milestone, 2025-03-01, 0d',
    );
    expect(read(text)).toEqual([
      'Linux',
      '  Shell status=completed started=2025-01-01',
      '  Procs status=in-progress started=2025-01-08 finished=2025-01-12',
      'Nets',
      '  DNS',
    ]);
    const outline = readRoadmap(text);
    expect(outline.sections[0]?.topics[0]?.details).toEqual(['7d']);
    expect(outline.warnings.map(({ line }) => line)).toEqual([9, 12]);
  });

  it('give what happens when', () => {
    expect(
      read(
        chart(
          'timeline\n title My way\n section Start\n Week 1 : HTML : CSS\n Week 2 : JS\n : TS\n : \n section Later\n Tests : unit',
        ),
      ),
    ).toEqual([
      'Start',
      '  Week 1',
      '    HTML',
      '    CSS',
      '  Week 2',
      '    JS',
      '    TS',
      'Later',
      '  Tests',
      '    unit',
    ]);
    expect(
      read(chart('journey\n section Day\n Read: 5: Me\n Write: 3: Me\n section Night\n Rest: 2')),
    ).toEqual(['Day', '  Read', '  Write', 'Night', '  Rest']);
    const orphan = chart('timeline\n : nothing\n A : b');
    expect(read(orphan)).toEqual(['T', '  A', '    b']);
    expect(readRoadmap(orphan).warnings.map(({ line }) => line)).toEqual([4]);
  });
});
