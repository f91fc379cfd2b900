import { existsSync, readFileSync, rmSync } from 'node:fs';

/** Tests of one run, or of several added up. A step that is no test counts only where it fails. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const noCounts: Counts = { passed: 0, failed: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** The last line of a run, which other programs read. */
export function formatCounts({ passed, failed }: Counts): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}

/** Reads such a line back; undefined for any other text. */
export function parseCounts(line: string): Counts | undefined {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(line.trim()) ?? [];
  if (passed === undefined || failed === undefined) return undefined;
  return { passed: Number(passed), failed: Number(failed) };
}

/** Reads and removes a JSON report, undefined where there is none, so that a run that dies leaves no old one behind to be counted. */
export function takeReport(path: string): unknown {
  if (!existsSync(path)) return undefined;
  const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(path);
  return report;
}

/** What is read of Vitest's JSON report. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
}

/** A file that could not even be loaded has no tests to fail and counts as one. */
export function countVitest(report: VitestReport | undefined): Counts {
  if (report === undefined) return noCounts;
  const { numPassedTests: passed, numFailedTests, numFailedTestSuites } = report;
  return { passed, failed: numFailedTests > 0 ? numFailedTests : numFailedTestSuites };
}

/** What is read of Playwright's JSON report. */
export interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
  };
  /** What failed outside of any test. */
  readonly errors?: readonly unknown[];
}

/** A flaky journey failed at least once, which is a failure. */
export function countPlaywright(report: PlaywrightReport | undefined): Counts {
  if (report === undefined) return noCounts;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0) };
}
