import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText, wrapTitle } from './wrap-title.ts';

describe('a title in lines', () => {
  it('is broken between words', () => {
    expect(wrapTitle('Databases and how they store rows', 120, 14)).toEqual([
      'Databases and',
      'how they store',
      'rows',
    ]);
  });

  it('is broken within a word that no line can hold', () => {
    const lines = wrapTitle('an Electroencephalographically', 100, 14);
    expect(lines[0]).toBe('an');
    expect(lines.slice(1).join('')).toBe('Electroencephalographically');
    expect(lines.length).toBeGreaterThan(2);
  });

  it('is one empty line where there are no words', () => {
    expect(wrapTitle(' ', 100, 14)).toEqual(['']);
  });

  it('keeps every word, whatever the title and the width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 10, max: 300 }),
        (title, width) => {
          const together = (text: string) => text.replace(/\s+/g, '');
          expect(together(wrapTitle(title, width, 14).join(''))).toBe(together(title));
        },
      ),
    );
  });

  it('takes wide characters for wider than narrow ones', () => {
    expect(measureText('mmm', 14)).toBeGreaterThan(measureText('aaa', 14));
    expect(measureText('aaa', 14)).toBeGreaterThan(measureText('iii', 14));
    expect(measureText('数据库', 14)).toBeGreaterThan(measureText('DAT', 14));
    expect(measureText('r', 10)).toBe(4.2);
  });
});
