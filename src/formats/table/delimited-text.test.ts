import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSeparator, parseDelimited, writeDelimited } from './delimited-text.ts';

const cellsOf = (text: string, separator = ',') =>
  parseDelimited(text, separator).rows.map(({ cells }) => cells);

describe('parseDelimited', () => {
  it('reads quoted cells with separators, line ends and quotes in them, and knows their lines', () => {
    const { rows, problems } = parseDelimited('a,"b, ""c""\n\nd"\n\n,\ne,f', ',', 3);
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      { cells: ['a', 'b, "c"\n\nd'], line: 3 },
      { cells: ['e', 'f'], line: 8 },
    ]);
  });

  it('reads a quote inside a cell as it stands', () => {
    expect(cellsOf('say "x" twice,b\n')).toEqual([['say "x" twice', 'b']]);
  });

  it('reads on after a quote that is never closed, and tells its line', () => {
    const { rows, problems } = parseDelimited('a,"b\nc"\nd,"e\nf,g', ',');
    expect(rows).toEqual([
      { cells: ['a', 'b\nc'], line: 1 },
      { cells: ['d', '"e'], line: 3 },
      { cells: ['f', 'g'], line: 4 },
    ]);
    expect(problems).toEqual([
      { line: 3, message: expect.stringContaining('never closed') as string },
    ]);
    expect(cellsOf('"a')).toEqual([['"a']]);
  });

  it('reads what is left without quotes after many that are never closed', () => {
    const text = Array.from({ length: 45 }, (_, index) => `x,"${index}`).join('\n');
    const { rows, problems } = parseDelimited(text, ',');
    expect(rows.length).toBeLessThanOrEqual(45);
    expect(problems.length).toBeLessThanOrEqual(20);
    expect(rows.at(-1)?.cells.at(-1)).toContain('44');
  });

  it('reads long runs of quotes and separators', () => {
    for (const sign of ['"', ',', '","', '"\n', 'a"', '\n']) {
      expect(parseDelimited(sign.repeat(50_000), ',').rows.length).toBeLessThan(100_001);
    }
  });

  it('reads back what it writes', () => {
    const cell = fc
      .array(fc.constantFrom('a', ' ', '"', ',', '\t', '\n', '#', "'", '=', 'é'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('id', '#id'), cell, cell), { minLength: 1 }),
        fc.constantFrom(',', '\t', ';', '::'),
        (rows, separator) => {
          expect(cellsOf(writeDelimited(rows, separator), separator)).toEqual(rows);
        },
      ),
    );
  });

  it('writes a cell that would be a remark to Anki in quotes', () => {
    expect(writeDelimited([['#a', 'b']], '\t')).toBe('"#a"\tb');
  });
});

describe('isSeparator', () => {
  it('refuses what cannot part cells', () => {
    expect(['', '"', '\n', 'a"b', 'x'.repeat(11)].filter(isSeparator)).toEqual([]);
    expect([',', '\t', ' - ', '::'].filter(isSeparator)).toHaveLength(4);
  });
});
