import { expect, test } from './app.ts';
import {
  begin,
  countReviews,
  gradeByKey,
  gradeCards,
  readDone,
  waitForQuestion,
} from './learner.ts';

test('two tabs that grade one card make one review and a notice', async ({ context, page }) => {
  await begin(page);
  const question = await page.getByRole('article').innerText();
  const other = await context.newPage();
  await other.goto('review');
  await waitForQuestion(other);
  expect(await other.getByRole('article').innerText()).toBe(question);

  await gradeCards(page, 1);
  await gradeByKey(other);
  await expect(other.getByText(/another tab/i)).toBeVisible();
  await expect.poll(() => countReviews(page)).toBe(1);
  expect(await readDone(other)).toBe(0);
});

test('Today in a second tab counts a review at once', async ({ context, page }) => {
  await begin(page);
  const other = await context.newPage();
  await other.goto('.');
  await expect(other.getByRole('link', { name: 'Review 10' })).toBeVisible();
  await gradeCards(page, 2);
  await expect(other.getByText('2 done today')).toBeVisible();
});
