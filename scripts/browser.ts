import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

/** Where people and distributions put Chromium and Chrome. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((name) =>
    join(process.env[name] ?? '', 'Google/Chrome/Application/chrome.exe'),
  ),
];

const isRoot = process.getuid?.() === 0;

/** Chromium's own sandbox refuses to start for root, as in most containers. */
export const sandboxArguments: readonly string[] = isRoot ? ['--no-sandbox'] : [];

/**
 * The browser for journeys: `CHROMIUM_PATH`, else an installed Chromium or Chrome, else
 * Playwright's own. Undefined where none of them starts.
 */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  const candidates = [named, ...installed, chromium.executablePath()];
  return candidates.find((path) => path !== undefined && path !== '' && startsAtAll(path));
}

/**
 * Finds a browser, and where there is none says so and installs one: with Playwright's installer,
 * then, only as root with CI set, as Debian's package. Undefined where all of that fails.
 */
export function findOrInstallBrowser(): string | undefined {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.log('No Chromium or Chrome was found. Trying "npx playwright install chromium".');
  run('npx', ['playwright', 'install', 'chromium']);
  const fetched = findBrowser();
  if (fetched !== undefined || !isRoot || !process.env.CI) return fetched;
  console.log('Trying Debian’s package, as this is root in CI.');
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  return findBrowser();
}

/** A file alone is not enough: a downloaded browser may lack the system's libraries. */
function startsAtAll(path: string): boolean {
  if (!existsSync(path)) return false;
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
