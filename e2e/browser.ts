import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser, sandboxArguments } from '../scripts/browser.ts';

export type LaunchOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** A folder for a browser's profile, gone when `remove` is called. */
export function createProfile(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-profile-'));
  return {
    folder,
    // A browser that was killed may still hold a file for a moment.
    remove: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/**
 * Opens a browser on a profile on disk. The default context of Playwright is an incognito one,
 * whose databases are others, in memory, and many times faster.
 */
export function launchBrowser(
  profile: string,
  { args = [], ...options }: LaunchOptions = {},
): Promise<BrowserContext> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('No Chromium here. Install one, or set CHROMIUM_PATH.');
  }
  return chromium.launchPersistentContext(profile, {
    executablePath,
    ...options,
    args: [...sandboxArguments, ...args],
  });
}

/** Ends the browser's process as a crash or an empty battery would: nothing is written any more. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (browser === null) throw new Error('This context has no browser process of its own.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find((info) => info.type === 'browser');
  if (main === undefined) throw new Error('The browser does not tell its process.');
  const closed = new Promise((resolve) => context.once('close', resolve));
  process.kill(main.id, 'SIGKILL');
  await closed;
}
