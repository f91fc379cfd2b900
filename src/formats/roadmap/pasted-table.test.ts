import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('lines with tabs between their cells', () => {
  it('are the rows of a table, with what stands above and below them', () => {
    const text = '# T\nHere is the plan:\nPhase\tTopics\tProject\nOne\tHumus, Clay\tA bed\nTwo\tPeas, Beans\tA fence\nAsk if you need more days!'; // prettier-ignore
    expect(read(text)).toEqual([
      'One',
      '  Humus',
      '  Clay',
      '  A bed kind=project',
      'Two',
      '  Peas',
      '  Beans',
      '  A fence kind=project',
    ]);
    expect(readRoadmap(text).sections[0]?.line).toBe(4);
  });

  it('are none where they are few, of different widths, or as wide as data', () => {
    expect(read('# T\n## S\n- a\n\nWeek\tTopic\n1\tHumus')).toEqual(['S', '  a']);
    expect(read('# T\n## S\n- a\n\nOne\tTwo\nOne\tTwo\tThree\nOne')).not.toContain('  Two');
    const wide = Array.from({ length: 3 }, () => Array.from({ length: 60 }, () => 'x').join('\t'));
    expect(read(`# T\n## S\n- a\n\n${wide.join('\n')}`)).not.toContain('  x');
  });
});
