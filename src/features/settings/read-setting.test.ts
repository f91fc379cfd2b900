import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeGroup, learnerGroup } from '#src/domain/setting-values.ts';
import {
  readLimit,
  readPercent,
  readSteps,
  readTime,
  readWhole,
  writePercent,
  writeSteps,
  writeTime,
} from './read-setting.ts';

describe('what is typed into a setting', () => {
  it('is a whole number within the bounds it names', () => {
    const read = readWhole(1, 36_500);
    expect(read(' 20 ')).toEqual({ value: 20 });
    for (const text of ['', '0', '36501', '2.5', '-3', 'ten', '1e3']) {
      expect(read(text)).toEqual({ problem: 'Write a whole number from 1 to 36,500.' });
    }
  });

  it('is a limit, or none when it is left empty', () => {
    const read = readLimit(9999);
    expect(read('')).toEqual({ value: null });
    expect(read('0')).toEqual({ value: 0 });
    expect(read('10000')).toHaveProperty('problem');
    expect(read('many')).toHaveProperty('problem');
  });

  it('is a percentage, with its sign or without, in either notation', () => {
    const read = readPercent(70, 99);
    expect(read('90')).toEqual({ value: 0.9 });
    expect(read('92,5 %')).toEqual({ value: 0.925 });
    for (const text of ['69', '99.5', '0.9', '%', '']) expect(read(text)).toHaveProperty('problem');
    fc.assert(
      fc.property(fc.integer({ min: 700, max: 990 }), (tenths) => {
        expect(read(writePercent(tenths / 1000))).toEqual({ value: tenths / 1000 });
      }),
    );
  });

  it('is a time of day', () => {
    expect(readTime('04:00')).toEqual({ value: 240 });
    for (const text of ['', '24:00', '12:60', 'noon']) {
      expect(readTime(text)).toHaveProperty('problem');
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        expect(readTime(writeTime(minutes))).toEqual({ value: minutes });
      }),
    );
  });

  it('is a list of steps in seconds, minutes, hours and days', () => {
    expect(readSteps('30s 1m, 10 4h 1d')).toEqual({ value: [0.5, 1, 10, 240, 1440] });
    expect(readSteps('  ')).toEqual({ value: [] });
    expect(readSteps('10x')).toEqual({
      problem: '“10x” is no step. Write seconds, minutes, hours or days, such as 30s 10m 4h 1d.',
    });
    expect(readSteps('0m')).toHaveProperty('problem');
    expect(readSteps('366d')).toHaveProperty('problem');
    expect(readSteps('1 '.repeat(21))).toHaveProperty('problem');
    expect(writeSteps([0.5, 1, 10, 90, 240, 1440])).toBe('30s 1m 10m 90m 4h 1d');
    expect(writeSteps([1.51])).toBe('1.51m');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200_000 }), { maxLength: 20 }), (steps) => {
        expect(readSteps(writeSteps(steps))).toEqual({ value: steps });
      }),
    );
  });

  it('is never more than the rules allow', () => {
    const { learningStepsMinutes, desiredRetention, maximumIntervalDays } = homeGroup.checks;
    const readings = [
      [readSteps('365d'), learningStepsMinutes],
      [readSteps('1s'), learningStepsMinutes],
      [readSteps('1 '.repeat(20)), learningStepsMinutes],
      [readPercent(70, 99)('99'), desiredRetention],
      [readPercent(70, 99)('70'), desiredRetention],
      [readWhole(1, 36_500)('36500'), maximumIntervalDays],
      [readTime('23:59'), learnerGroup.checks.rolloverMinutes],
    ] as const;
    for (const [reading, check] of readings) {
      expect('value' in reading && check(reading.value)).toBe(true);
    }
  });
});
