import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { killBrowser, launchBrowser } from './browser.ts';
import { begin, countReviews, gradeByKey, readDone, waitForQuestion } from './learner.ts';

const kills = 20;
const seed = 20260309;

/** Numbers from 0 to 1, the same in every run. */
function makeChance(from: number): () => number {
  let state = from;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** What the screen last called saved, sent out of the page as it changes, so that a kill cannot hide it. */
async function watchDone(page: Page, onDone: (done: number) => void): Promise<void> {
  await page.exposeFunction('tellDone', onDone);
  await page.addInitScript(() => {
    const { tellDone } = globalThis as unknown as { tellDone: (done: number) => void };
    let last = '';
    new MutationObserver(() => {
      const done = document.querySelector('[data-done]')?.getAttribute('data-done') ?? '';
      if (done !== last) tellDone(Number(done));
      last = done;
    }).observe(document, { attributes: true, childList: true, subtree: true });
  });
}

// The learner's one promise: what the screen called saved is there after the power failed.
test('a browser killed at any moment of reviewing has lost nothing it called saved', async ({
  profile,
  browserOptions,
}) => {
  test.setTimeout(600_000);
  const chance = makeChance(seed);
  let context = await launchBrowser(profile, browserOptions);
  let page = context.pages()[0] ?? (await context.newPage());
  await begin(page);
  let before = await countReviews(page);

  for (let kill = 0; kill < kills; kill += 1) {
    let shown = 0;
    await watchDone(page, (done) => {
      shown = done;
    });
    await page.goto('review?deck=roadmap:backend');
    await page.waitForSelector('.review');
    const first = await readDone(page).catch(() => 0);
    shown = first;
    // Between nothing and some three answers, at a moment that cuts through any part of one.
    const wait = 400 + chance() * 3000;
    const grading = (async () => {
      for (;;) await gradeByKey(page, chance() < 0.3 ? 'again' : 'good');
    })().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, wait));
    await killBrowser(context);
    await grading;

    context = await launchBrowser(profile, browserOptions);
    page = context.pages()[0] ?? (await context.newPage());
    await page.goto('settings');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const stored = (await countReviews(page)) - before;
    const acknowledged = shown - first;
    const moment = `kill ${String(kill)} after ${wait.toFixed(0)} ms`;
    expect(acknowledged, moment).toBeLessThanOrEqual(stored);
    expect(stored - acknowledged, moment).toBeLessThanOrEqual(1);
    before += stored;
  }
  expect(before).toBeGreaterThan(kills / 2);
  await page.goto('review?deck=roadmap:backend');
  await waitForQuestion(page);
  await context.close();
});
