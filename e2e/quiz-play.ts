import { expect, type Page } from '@playwright/test';

/** Longer than the time within which a second key or tap does nothing. */
const betweenMs = 280;

/** Waits for a question that is not answered yet. */
export async function waitForQuizQuestion(page: Page): Promise<void> {
  await expect(page.getByRole('article', { name: 'Question', exact: true })).toBeVisible();
  await page.waitForTimeout(betweenMs);
}

/** Waits for the feedback on an answer, which is there once the answer is saved. */
export async function waitForFeedback(page: Page): Promise<void> {
  await expect(page.getByRole('article', { name: 'Answered question' })).toBeVisible();
  await page.waitForTimeout(betweenMs);
}

/** Answers by keyboard, whatever the kind of question: an option, something typed, or from memory. */
export async function answerByKey(page: Page): Promise<void> {
  await waitForQuizQuestion(page);
  const field = page.getByRole('textbox');
  if ((await page.locator('button.choice-option').count()) > 0) await page.keyboard.press('1');
  else if ((await field.count()) > 0) {
    await field.fill('something');
    await page.keyboard.press('Enter');
  } else {
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: 'I knew it' })).toBeVisible();
    await page.waitForTimeout(betweenMs);
    await page.keyboard.press('2');
  }
  await waitForFeedback(page);
}

/** Answers by keyboard and goes on; resolves to whether that was the last question. */
export async function goThroughQuestion(page: Page): Promise<boolean> {
  await answerByKey(page);
  const isLast = (await page.getByRole('button', { name: 'See the result' }).count()) > 0;
  await page.keyboard.press('Enter');
  return isLast;
}
