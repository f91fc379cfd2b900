import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

describe('cells of HTML tables over several rows and columns', () => {
  const table = (...rows: readonly string[]): string =>
    `# T\n## A\n<table>\n${rows.map((row) => ` <tr>\n${row}\n </tr>`).join('\n')}\n</table>\n`;

  it('date and number every row they reach over', () => {
    const outline = readRoadmap(
      table(
        '<th>Week</th>\n<th>Date</th>\n<th>What</th>\n<th>Sum</th>',
        '<td>1</td>\n<td>01.02.24</td>\n<td>Types</td>\n<td>11 (types)</td>',
        '<td rowspan="2" align="center">2</td>\n<td rowspan="2">08.02.24</td>\n<td>Loops</td>\n<td>9 (loops)</td>',
        '<td>Debugging</td>\n<td>-</td>',
        '<td>3</td>\n<td>15.02.24</td>\n<td>Files</td>\n<td>7 (files)</td>',
      ),
    );
    expect(
      sketch(outline)
        .slice(2)
        .map((line) => line.split(' period')[0]),
    ).toEqual(['  Types', '  Loops', '  Debugging', '  Files']);
    expect(outline.sections[0]?.topics.map(({ line }) => line)).toEqual([10, 16, 22, 26]);
    expect(outline.warnings).toEqual([]);
  });

  it('group the names behind them', () => {
    const text = table(
      '<th>Area</th><th>Name</th><th colspan="2">Status</th>',
      '<td rowspan="2">Web</td><td>HTML</td><td>done</td><td></td>',
      '<td>CSS</td><td>done</td><td></td>',
      '<td rowspan="0">Data</td><td>SQL</td><td colspan="x"></td>',
      '<td>Redis</td>',
    );
    expect(sketch(readRoadmap(text)).slice(2)).toEqual([
      '  Web',
      '    HTML status=completed',
      '    CSS status=completed',
      '  Data',
      '    SQL',
      '    Redis',
    ]);
  });

  it('name one topic, whose lists stand in several rows, and one project', () => {
    const text = table(
      '<th>Topic</th><th>Subtopics</th><th>Project</th>',
      '<td rowspan="2">Web</td><td>HTML</td><td rowspan="3">Shop</td>',
      '<td>CSS</td>',
      '<td>Data</td><td>SQL</td>',
    );
    expect(sketch(readRoadmap(text)).slice(2)).toEqual([
      '  Web',
      '    HTML',
      '    Shop kind=project',
      '    CSS',
      '  Data',
      '    SQL',
    ]);
  });

  it('reach no further than tables people read, however far they claim to', () => {
    const wide = '<td rowspan="99999" colspan="99999">x y</td>'.repeat(50);
    const outline = readRoadmap(table(wide, ...Array.from({ length: 300 }, () => '')));
    expect(outline.warnings.length).toBeLessThan(3);
  });

  it('are left out with a warning where a row names nothing', () => {
    const outline = readRoadmap(
      table(
        '<th>Topic</th><th>Status</th>',
        '<td>HTML</td><td>done</td>',
        '<td></td><td>not yet</td>',
        '<td>CSS</td><td></td>',
        '<td>-</td><td>skipped</td>',
      ),
    );
    expect(sketch(outline).slice(2)).toEqual(['  HTML status=completed', '  CSS']);
    expect(outline.warnings).toEqual([
      { line: 10, message: '2 rows of the table name no topic and were left out.' },
    ]);
  });
});
