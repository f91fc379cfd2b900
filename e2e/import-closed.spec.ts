import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const notes = 6000;
const table = Array.from({ length: notes }, (_, row) => `question ${row}\tanswer ${row}\n`).join(
  '',
);

async function beginImport(page: Page): Promise<void> {
  await page.goto('library');
  await page.getByLabel('Files to import').setInputFiles({
    name: 'Many.tsv',
    mimeType: 'text/tab-separated-values',
    buffer: Buffer.from(table),
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
}

/** Waits until so much of the import is done; also once all of it is. */
async function waitForShare(page: Page, share: number): Promise<void> {
  await page.waitForFunction((wanted) => {
    const bar = document.querySelector('[role="progressbar"]');
    if (bar === null) return document.body.textContent.includes('Imported “');
    return Number(bar.ariaValueNow) >= wanted * Number(bar.ariaValueMax);
  }, share);
}

test('a tab closed in the middle of an import leaves all of it or nothing, and it can be done again', async ({
  context,
}) => {
  for (const share of [0, 0.2, 0.6, 0.95]) {
    const page = await context.newPage();
    await beginImport(page);
    await waitForShare(page, share);
    await page.close();

    const next = await context.newPage();
    await next.goto('library');
    const deck = next.getByText(`${notes} cards, ${notes} new`);
    await expect(deck.or(next.getByText(/^There are none yet/))).toBeVisible();
    if (!(await deck.isVisible())) {
      await beginImport(next);
      await expect(next.getByText(`Imported “Many”: ${notes} new.`)).toBeVisible();
    }
    await next.goto('library');
    await next.getByRole('button', { name: 'More for Many' }).click();
    await next.getByRole('button', { name: 'Delete the deck' }).click();
    await expect(next.getByText(/^There are none yet/)).toBeVisible();
    await next.close();
  }
});
