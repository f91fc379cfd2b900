import type { Page } from '@playwright/test';
import { percentile } from './browse.ts';

/**
 * How long a review takes to its first question, in milliseconds from the start of the navigation: the
 * middle one of several reloads of a page that its worker controls and `watch-review.ts` watches.
 */
export async function measureReloads(
  page: Page,
  address: string,
  reloads: number,
): Promise<number> {
  await page.goto(address);
  const times: number[] = [];
  for (let reload = 0; reload < reloads; reload += 1) {
    await page.reload();
    await page.waitForFunction(() => globalThis.cairnWatch.firstQuestionMs !== null);
    times.push(await page.evaluate(() => globalThis.cairnWatch.firstQuestionMs ?? 0));
    // What starts behind the first screen must not run into the next reload.
    await page.waitForTimeout(1000);
  }
  return percentile(times, 0.5);
}
