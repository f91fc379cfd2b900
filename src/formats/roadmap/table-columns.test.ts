import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(`# T\n## S\n${text}\n## Z\n- z`)).slice(1, -2);
}

describe('columns', () => {
  it('of nothing but times date their rows, whatever they are called', () => {
    const table = '| Stage | Recommended | What for |\n|-|-|-|\n| Stage 2 | 28 days | roses, peas, beans |\n| Stage 3 | 112 days | a garden of your own |'; // prettier-ignore
    expect(read(table).join()).not.toContain('28 days');
    expect(read(table)[0]).toBe('S');
  });

  it('of dates and rooms alone name no topics', () => {
    const dates = '| Datum | Raum |\n|-|-|\n| 01.03.2024 | A1 |\n| 08.03.2024 | B2 |';
    expect(read(`- Humus\n\n${dates}`)).toEqual(['S', '  Humus']);
    expect(read('| Name | Years |\n|-|-|\n| C | 50 |\n| C++ | 40 |')).toEqual(['S', '  C', '  C++']); // prettier-ignore
  });

  it('of topics keep the one name with an "and" among many, and part lists where they are usual', () => {
    const weeks = ['Soil', 'Rain', 'Seeds', 'Law, order and peace in the garden'];
    const rows = weeks.map((name, index) => `| ${name} | ${index + 1} |`).join('\n');
    expect(read(`| Konu | Hafta |\n|-|-|\n${rows}`)).toEqual([
      'S',
      '  Soil',
      '  Rain',
      '  Seeds',
      '  Law, order and peace in the garden',
    ]);
    const listed = '| Week 1 | Soil, rain |\n| Week 2 | Seeds, peas |';
    expect(read(`| Week | Topic |\n|-|-|\n${listed}`)).toContain('    Soil');
  });
});
