import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Instant } from '#src/domain/ids.ts';
import { launch, makeProfile, settleWorker, type Served } from './browse.ts';
import { measureReloads } from './measure-reloads.ts';
import { readPageMemory } from './process-memory.ts';
import { buildTrafficPackage, trafficTitle } from './traffic-package.ts';
import type { TrafficWatch } from './watch-traffic.ts';

/** What an Anki package of 20,000 notes and cards with 60,000 reviews costs on its way in and out. */
export interface TrafficFigures {
  /** From the choice of the file to its preview and from the confirmation to the deck shown, together. */
  readonly importMs: number;
  /** The most resident memory of the page's process, worker included, above what it had before. */
  readonly importHeapMb: number | null;
  /** Of the page's main thread, through import and export. */
  readonly longestTaskMs: number;
  /** Of a review of the deck, the middle one of several reloads. */
  readonly firstQuestionMs: number;
  /** From the press on the button to the file as an Anki package with its history. */
  readonly exportMs: number;
}

/** What is run in the page: see `watch-traffic.ts` and `watch-review.ts`. */
interface PageScripts {
  readonly traffic: string;
  readonly review: string;
}

const notes = 20_000;
const reloads = 5;
const sampleMs = 25;

/** Brings the package in through the library's own page, reviews it and exports it again. */
export async function measureTraffic(
  served: Served,
  scripts: PageScripts,
): Promise<TrafficFigures> {
  const profile = makeProfile();
  try {
    const file = join(profile.folder, 'traffic.apkg');
    writeFileSync(file, await buildTrafficPackage(notes, Date.now() as Instant));
    const { context, page } = await launch(profile.folder);
    await page.addInitScript(scripts.traffic);
    await page.addInitScript(scripts.review);
    await page.goto(`${served.address}/library`);
    await settleWorker(page);
    // What starts behind the first screen must not run into what is measured.
    await page.waitForTimeout(6000);
    const brought = await bringIn(page, file, profile.folder);
    const exported = await exportDeck(page);
    const firstQuestionMs = await measureFirstQuestion(page, served);
    await context.close();
    return {
      importMs: round(brought.importMs),
      importHeapMb: brought.heapMb === undefined ? null : round(brought.heapMb),
      longestTaskMs: round(Math.max(brought.longestTaskMs, exported.longestTaskMs)),
      firstQuestionMs: round(firstQuestionMs),
      exportMs: round(exported.exportMs),
    };
  } finally {
    profile.remove();
  }
}

async function bringIn(page: Page, file: string, profile: string) {
  const before = readPageMemory(profile);
  let most = before;
  const sampling = setInterval(() => {
    const now = readPageMemory(profile);
    if (now !== undefined && most !== undefined) most = Math.max(most, now);
  }, sampleMs);
  await startWatching(page);
  await page.getByLabel('Files to import').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click({ timeout: 120_000 });
  await page.waitForFunction(() => globalThis.cairnTrafficWatch.bringMs !== null, null, {
    timeout: 300_000,
  });
  clearInterval(sampling);
  const { readMs, bringMs, longestTaskMs } = await readWatch(page);
  return {
    importMs: (readMs ?? NaN) + (bringMs ?? NaN),
    longestTaskMs,
    heapMb: most === undefined || before === undefined ? undefined : most - before,
  };
}

async function exportDeck(page: Page) {
  await page.getByRole('button', { name: `More for ${trafficTitle}`, exact: true }).click();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Export ${trafficTitle}` });
  await startWatching(page);
  const saving = page.waitForEvent('download', { timeout: 300_000 });
  const start = performance.now();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await saving;
  const exportMs = performance.now() - start;
  return { exportMs, longestTaskMs: (await readWatch(page)).longestTaskMs };
}

async function measureFirstQuestion(page: Page, served: Served): Promise<number> {
  await page.goto(`${served.address}/library`);
  const link = page.getByRole('link', { name: `Review ${trafficTitle}`, exact: true });
  const address = await link.getAttribute('href');
  return measureReloads(page, `${served.address}${address ?? ''}`, reloads);
}

async function startWatching(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.cairnTrafficWatch.longestTaskMs = 0;
  });
}

function readWatch(page: Page): Promise<TrafficWatch> {
  return page.evaluate(() => ({ ...globalThis.cairnTrafficWatch }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
