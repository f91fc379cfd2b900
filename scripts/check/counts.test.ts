import { expect, test } from 'vitest';
import { countPlaywright, countVitest, formatCounts, parseCounts } from './counts.ts';

test('the last line can be read back', () => {
  expect(parseCounts(formatCounts({ passed: 12, failed: 3 }))).toEqual({ passed: 12, failed: 3 });
  expect(parseCounts('nothing was run')).toBeUndefined();
});

test('a test file that cannot be loaded counts as a failure', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 1 };
  expect(countVitest(report)).toEqual({ passed: 5, failed: 1 });
});

test('a failed test is counted once, not again for the groups it is in', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numFailedTestSuites: 2 };
  expect(countVitest(report)).toEqual({ passed: 5, failed: 1 });
});

test('a journey that passed only when tried again counts as failed', () => {
  const report = { stats: { expected: 4, unexpected: 1, flaky: 2 } };
  expect(countPlaywright(report)).toEqual({ passed: 4, failed: 3 });
});
