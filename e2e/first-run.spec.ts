import { expect, test } from './app.ts';
import { begin, countReviews, gradeCards, readDone } from './learner.ts';

test('someone new picks a roadmap and a pace, grades ten cards, and finds them counted', async ({
  page,
}) => {
  await page.goto('.');
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Cairn' })).toBeVisible();
  await begin(page);
  await gradeCards(page, 10);
  expect(await readDone(page)).toBe(10);
  expect(await countReviews(page)).toBe(10);

  await page.getByRole('link', { name: 'Back to Today' }).click();
  await expect(page.getByText(/10 done today|Done for today: 10 cards/)).toBeVisible();
  await page.getByRole('link', { name: 'Roadmaps' }).click();
  await page.getByRole('link', { name: 'Backend Roadmap' }).click();
  await expect(page.getByText(/10 of \d+ cards started/)).toBeVisible();
});

test('the first run goes by keyboard alone', async ({ page }) => {
  await page.goto('.');
  const start = page.getByRole('button', { name: 'Start' });
  await start.waitFor();
  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press('Tab');
    if (await start.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(start).toBeFocused();
  await page.keyboard.press('Enter');
  await gradeCards(page, 3);
  await page.waitForTimeout(300);
  await page.keyboard.press('u');
  await expect(page.locator('[data-done="2"]')).toBeVisible();
  await page.keyboard.press('Shift+U');
  await expect(page.locator('[data-done="3"]')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});
