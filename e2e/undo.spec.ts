import { expect, test } from './app.ts';
import {
  begin,
  countReviews,
  gradeByKey,
  gradeCards,
  listEventKinds,
  readDone,
} from './learner.ts';

test('undo goes back to the first card and redo forward again, over a reload in the middle', async ({
  page,
}) => {
  await begin(page);
  const first = await page.getByRole('article').innerText();
  await gradeCards(page, 4);
  const fifth = await page.getByRole('article').innerText();

  for (let left = 3; left >= 2; left -= 1) {
    await page.keyboard.press('u');
    await expect.poll(() => readDone(page)).toBe(left);
  }
  await page.reload();
  await expect.poll(() => readDone(page)).toBe(2);
  for (let left = 1; left >= 0; left -= 1) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => readDone(page)).toBe(left);
  }
  expect(await page.getByRole('article').innerText()).toBe(first);
  await page.keyboard.press('u');
  await expect(page.getByText('There is nothing to undo.')).toBeVisible();

  for (let done = 1; done <= 4; done += 1) {
    await page.keyboard.press('Shift+U');
    await expect.poll(() => readDone(page)).toBe(done);
  }
  expect(await page.getByRole('article').innerText()).toBe(fifth);
  // Nothing was taken out of the log: what was undone and redone is all there.
  const kinds = await listEventKinds(page);
  expect(kinds.filter((kind) => kind === 'reviewed')).toHaveLength(4);
  expect(kinds.filter((kind) => kind === 'undone')).toHaveLength(8);
});

test('a buried, a suspended and a flagged card can be taken back', async ({ page }) => {
  await begin(page);
  const first = await page.getByRole('article').innerText();
  for (const key of ['-', '@']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('article')).not.toHaveText(first);
    await page.keyboard.press('u');
    await expect.poll(() => page.getByRole('article').innerText()).toBe(first);
  }
  await page.keyboard.press('*');
  await expect(page.getByText('⚑ flagged')).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText('⚑ flagged')).toBeHidden();
  await gradeByKey(page);
  await expect.poll(() => countReviews(page)).toBe(1);
});
