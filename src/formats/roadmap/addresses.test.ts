import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('addresses written out', () => {
  it('are no topics on lines of their own, with or without a label above', () => {
    const text =
      '# T\n## Soil\n- Humus\n\nLinks:\nhttps://soil.example.org\nwww.clay.example.org\n\nhttps://sand.example.org\n## Seeds\n- Peas';
    expect(read(text)).toEqual(['Soil', '  Humus', 'Seeds', '  Peas']);
    expect(readRoadmap(text).warnings).toEqual([
      { line: 6, message: '"https://soil.example.org" only leads somewhere and was left out.' },
      { line: 9, message: '"https://sand.example.org" only leads somewhere and was left out.' },
    ]);
  });

  it('leave the line above them what it was', () => {
    expect(read('# T\n## Soil\n**Humus**\nhttps://x.example.org\n\n- worms\n- fungi')).toEqual([
      'Soil',
      '  Humus',
      '    worms',
      '    fungi',
    ]);
  });

  it('behind a name are its link and no part of it', () => {
    const text =
      '# T\n## Soil\n- Humus: https://a.example.org\n- Sand (https://b.example.org)\n- Heavy clay https://c.example.org\n- worms\n- fungi\n- moss\n- frost';
    expect(read(text).slice(1, 4)).toEqual([
      '  Humus link=https://a.example.org',
      '  Sand link=https://b.example.org',
      '  Heavy clay link=https://c.example.org',
    ]);
  });

  it('take the label with them that stands over nothing else', () => {
    const text = '# T\n## Soil\nTop layer:\n- Humus\n- Moss\n\nFurther up:\n- https://a.example.org\n- https://b.example.org\n'; // prettier-ignore
    expect(read(text)).toEqual(['Soil', '  Top layer', '    Humus', '    Moss']);
  });

  it('behind every name below a topic make these things to read', () => {
    const text = '# T\n## Soil\n- Humus\n- Clay\n### What I would open\n- The Dig — https://a.example.org/ (an hour)\n- Mud: https://b.example.org\n## Seeds\n- Peas'; // prettier-ignore
    expect(read(text).join()).not.toContain('The Dig');
    expect(read(text)).toContain('  Clay');
  });
});
