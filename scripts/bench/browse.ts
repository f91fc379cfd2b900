import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { findOrInstallBrowser, sandboxArguments } from '../browser.ts';
import { createStaticServer } from '../static-server.ts';

/** A build served on a free port. */
export interface Served {
  readonly address: string;
  readonly close: () => void;
}

/** Serves a built folder on a free port of this machine. */
export function serveBuild(folder: string): Promise<Served> {
  const server: Server = createStaticServer(folder, '/');
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ address: `http://localhost:${String(port)}`, close: () => void server.close() });
    });
  });
}

/** A folder for a browser's profile, and how to remove it. */
export function makeProfile(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A new browser process on a profile: the default context of a test browser keeps IndexedDB in
 * memory, which is another database and many times as fast. Throws where no browser is found.
 */
export async function launch(profile: string): Promise<{ context: BrowserContext; page: Page }> {
  const executablePath = findOrInstallBrowser();
  if (executablePath === undefined) throw new Error('Install Chromium, or set CHROMIUM_PATH.');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...sandboxArguments, '--enable-precise-memory-info'],
    viewport: { width: 1280, height: 800 },
  });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/** Waits until the page is controlled by its worker and everything is kept offline. */
export async function settleWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}

/** The value below which this share of the values lies; 0 without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const index = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return sorted[Math.max(0, index)] ?? 0;
}
