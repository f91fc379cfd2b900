import { readdirSync } from 'node:fs';
import { findOrInstallBrowser } from '../browser.ts';
import { runTool } from './run-command.ts';
import {
  countPlaywright,
  countVitest,
  noCounts,
  takeReport,
  type Counts,
  type PlaywrightReport,
  type VitestReport,
} from './counts.ts';

export interface StepResult {
  readonly isGood: boolean;
  readonly counts: Counts;
}

export interface Step {
  readonly name: string;
  /** The step without which this one has nothing to look at. */
  readonly needs?: string;
  readonly run: () => Promise<StepResult>;
}

const vitestReport = '.cache/vitest.json';
const playwrightReport = '.cache/playwright.json';

/** The whole gate, in order of speed. */
export const steps: readonly Step[] = [
  simple('format', () =>
    runTool('prettier', ['--check', '.', '--cache', '--cache-location', '.cache/prettier']),
  ),
  simple('types', checkTypes),
  simple('lint', () => runTool('eslint', ['.', '--max-warnings', '0'])),
  simple('layers', () => runTool('depcruise', ['src', 'scripts', 'e2e'])),
  simple('unused', () => runTool('knip', ['--no-progress'])),
  simple('decks', () => runTool('tsx', ['scripts/decks.ts', '--check'])),
  { name: 'unit', run: runUnitTests },
  simple('build', () => runTool('tsx', ['scripts/build.ts'])),
  { ...simple('size', () => runTool('tsx', ['scripts/size.ts'])), needs: 'build' },
  { name: 'journeys', needs: 'build', run: runJourneys },
];

function simple(name: string, run: () => Promise<boolean>): Step {
  return { name, run: async () => ({ isGood: await run(), counts: noCounts }) };
}

/** Each environment for itself, so that a worker cannot name `document` and a rule not the disk. */
async function checkTypes(): Promise<boolean> {
  const projects = readdirSync('.')
    .filter((file) => /^tsconfig\.(?:.+\.)?json$/.test(file) && file !== 'tsconfig.base.json')
    .sort();
  let isGood = true;
  for (const project of projects) {
    const cache = ['--incremental', '--tsBuildInfoFile', `.cache/${project}.tsbuildinfo`];
    if (!(await runTool('tsc', ['-p', project, ...cache]))) {
      console.error(`${project} has type errors.`);
      isGood = false;
    }
  }
  return isGood;
}

async function runUnitTests(): Promise<StepResult> {
  takeReport(vitestReport);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  const isGood = await runTool('vitest', ['run', '--coverage', ...reporters]);
  return { isGood, counts: countVitest(takeReport(vitestReport) as VitestReport | undefined) };
}

async function runJourneys(): Promise<StepResult> {
  const browser = findOrInstallBrowser();
  if (browser === undefined) {
    console.error(
      'The journeys need Chromium or Chrome. Install one (Debian and Ubuntu: "apt-get install chromium"; ' +
        'any system: "npx playwright install --with-deps chromium"), or set CHROMIUM_PATH to it.',
    );
    return { isGood: false, counts: noCounts };
  }
  takeReport(playwrightReport);
  const isGood = await runTool('playwright', ['test'], {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  });
  return {
    isGood,
    counts: countPlaywright(takeReport(playwrightReport) as PlaywrightReport | undefined),
  };
}
