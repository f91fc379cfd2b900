import type { CDPSession } from '@playwright/test';
import { expect, test } from './app.ts';
import { begin, countReviews, listReviews, readDone, waitForQuestion } from './learner.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('ten cards by touch, undo, and a slip that grades nothing twice', async ({ page }) => {
  await begin(page);
  for (let card = 0; card < 10; card += 1) {
    await waitForQuestion(page);
    await page.waitForTimeout(280);
    const show = page.getByRole('button', { name: /Show answer|Check|I don’t know/ }).first();
    await show.tap();
    await expect(page.getByRole('article', { name: 'Card' })).toBeVisible();
    await page.waitForTimeout(280);
    const good = page.getByRole('button', { name: /^Good/ });
    const grade = (await good.count()) > 0 ? good : page.getByRole('button', { name: /^Again/ });
    // The second tap comes at once, as a trembling thumb's does.
    await grade.tap();
    await grade.tap({ timeout: 200 }).catch(() => undefined);
    await expect.poll(() => readDone(page)).toBe(card + 1);
  }
  expect(await countReviews(page)).toBe(10);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect.poll(() => readDone(page)).toBe(9);
});

/** Draws a finger over the page, as a touch screen reports it. */
async function swipe(session: CDPSession, from: number, to: number): Promise<void> {
  const y = 300;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y }],
    });
  await touch('touchStart', from);
  for (let step = 1; step <= 8; step += 1)
    await touch('touchMove', from + ((to - from) * step) / 8);
  await touch('touchEnd');
}

test('a swipe left says Again and right Good, from the card’s middle only, and both can be undone', async ({
  page,
}) => {
  await begin(page);
  const session = await page.context().newCDPSession(page);
  const show = async () => {
    await waitForQuestion(page);
    await page.waitForTimeout(280);
    await page
      .getByRole('button', { name: /Show answer|Check|I don’t know/ })
      .first()
      .tap();
    await expect(page.getByRole('article', { name: 'Card' })).toBeVisible();
    await page.waitForTimeout(280);
  };
  await show();
  await swipe(session, 120, 320);
  await expect.poll(() => readDone(page)).toBe(1);
  expect((await listReviews(page)).map(({ grade }) => grade)).toEqual(['good']);
  // A tap while the swipe still has its momentum only stops that.
  await page.waitForTimeout(600);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect.poll(() => readDone(page)).toBe(0);
  await show();
  await swipe(session, 300, 90);
  await expect.poll(() => readDone(page)).toBe(1);
  expect((await listReviews(page)).map(({ grade }) => grade)).toEqual(['good', 'again']);
  await show();
  await swipe(session, 6, 300);
  await page.waitForTimeout(300);
  expect(await countReviews(page)).toBe(2);
});

for (const width of [320, 390]) {
  test(`nothing is wider than a screen of ${String(width)} px, and nothing to tap is small`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await begin(page);
    for (const path of ['review', '.', 'roadmaps', 'roadmaps/learning-journey', 'settings']) {
      await page.goto(path);
      await page.locator('h1, .review-card').first().waitFor();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, .places a, select, summary')]
          .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height > 0 && box.height < 43.5)
          .map(({ text }) => text),
      );
      expect(small, path).toEqual([]);
    }
  });
}
