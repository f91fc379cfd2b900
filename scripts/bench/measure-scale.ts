import type { Page } from '@playwright/test';
import type { ReviewWatch } from './watch-review.ts';
import { launch, makeProfile, percentile, settleWorker, type Served } from './browse.ts';
import { measureReloads } from './measure-reloads.ts';

/** What a store of one size costs, in milliseconds on the page's clock and megabytes of heap. */
export interface ScaleFigures {
  readonly firstQuestionMs: number;
  readonly gradeP50Ms: number;
  readonly gradeP95Ms: number;
  readonly commitP50Ms: number;
  readonly commitP99Ms: number;
  readonly heapMb: number;
}

/** What is run in the page: see `seed-page.ts` and `watch-review.ts`. */
export interface PageScripts {
  readonly seed: string;
  readonly watch: string;
}

const decks = 20;
const reloads = 7;
const presses = 300;
/** A second key within 250 ms does nothing, as a learner's slip should. */
const betweenKeysMs = 270;

/**
 * Seeds a new profile with this many due cards, then, in a fresh browser process on it, reloads the
 * review and grades cards with real key presses, each committed.
 */
export async function measureScale(
  served: Served,
  scripts: PageScripts,
  cards: number,
): Promise<ScaleFigures> {
  const profile = makeProfile();
  try {
    await seedProfile(profile.folder, served, scripts.seed, cards);
    const { context, page } = await launch(profile.folder);
    await page.addInitScript(scripts.watch);
    const firstQuestionMs = await measureReloads(page, `${served.address}/review`, reloads);
    await gradeCards(page);
    const figures = await page.evaluate(() => {
      const { gradeMs, commitMs }: ReviewWatch = globalThis.cairnWatch;
      const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
      return { gradeMs, commitMs, heap: memory.usedJSHeapSize };
    });
    await context.close();
    if (figures.commitMs.length < presses) {
      throw new Error(`Only ${String(figures.commitMs.length)} of the grades were committed.`);
    }
    return {
      firstQuestionMs: round(firstQuestionMs),
      gradeP50Ms: round(percentile(figures.gradeMs, 0.5)),
      gradeP95Ms: round(percentile(figures.gradeMs, 0.95)),
      commitP50Ms: round(percentile(figures.commitMs, 0.5)),
      commitP99Ms: round(percentile(figures.commitMs, 0.99)),
      heapMb: round(figures.heap / 2 ** 20),
    };
  } finally {
    profile.remove();
  }
}

async function seedProfile(folder: string, served: Served, seedScript: string, cards: number) {
  const { context, page } = await launch(folder);
  await page.goto(served.address);
  await settleWorker(page);
  await page.evaluate(`${seedScript};0`);
  await page.evaluate((plan) => globalThis.cairnSeed(plan), { cards, decks });
  await context.close();
}

async function gradeCards(page: Page): Promise<void> {
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('Space');
    await page.waitForTimeout(betweenKeysMs);
    await page.keyboard.press('3');
    await page.waitForTimeout(betweenKeysMs);
    await page.waitForFunction(
      (graded) => globalThis.cairnWatch.commitMs.length >= graded,
      press + 1,
    );
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
