import { describe, expect, it } from 'vitest';
import { countUnits, isEveryUnit, rememberPattern } from './remember-pattern.ts';

describe('rememberPattern', () => {
  it('tells of every unit what the pattern tells, when asked again too', () => {
    const pattern = /\p{Lu}/u;
    const isCapital = rememberPattern(pattern);
    const units = Array.from({ length: 0x10000 }, (_, unit) => unit);
    const told = units.filter((unit) => pattern.test(String.fromCharCode(unit)));
    expect(units.filter(isCapital)).toEqual(told);
    expect(units.filter(isCapital)).toEqual(told);
  });

  it('tells of what is outside a text that it is not like the pattern', () => {
    const isNoLetter = rememberPattern(/\P{L}/u);
    expect(isNoLetter('a'.charCodeAt(-1))).toBe(false);
    expect(isNoLetter(0x10000)).toBe(false);
  });
});

describe('isEveryUnit and countUnits', () => {
  it('look at a part of a text only', () => {
    const isDigit = rememberPattern(/\d/);
    expect(isEveryUnit('a12b', 1, 3, isDigit)).toBe(true);
    expect(isEveryUnit('a12b', 1, 4, isDigit)).toBe(false);
    expect(countUnits('1a12b', 1, 5, isDigit)).toBe(2);
  });
});
