import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { buildHostileDecks, packageNotes } from './hostile/hostile-decks.ts';

// The watch of every journey fails it on any request to another origin and on anything that the
// content policy had to stop. Scripts of an SVG never run inside an image, so for those the journey
// proves that they are shown as images only.

/** Longer than the time within which a second key does nothing. */
const betweenKeysMs = 280;
const editedShare = 8;

/** Dialogs and windows that a page opened, and what it told of errors. */
interface Happened {
  readonly dialogs: string[];
  readonly windows: string[];
  readonly navigations: string[];
}

function watch(page: Page): Happened {
  const happened: Happened = { dialogs: [], windows: [], navigations: [] };
  page.on('dialog', (dialog) => {
    happened.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('popup', (popup) => happened.windows.push(popup.url()));
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) happened.navigations.push(frame.url());
  });
  return happened;
}

/** What is on the page that could run or load something, in the cards' own frames too; empty where all is well. */
async function listThreats(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const threats: string[] = [];
    if ('__hit' in window) threats.push(`a script ran: ${String(window.__hit)}`);
    const look = (root: ParentNode, isForeign: boolean) => {
      for (const element of root.querySelectorAll('*')) {
        const name = element.localName;
        const isAlien =
          isForeign &&
          /^(?:script|iframe|object|embed|form|base|meta|link|frame|portal)$/.test(name);
        if (isAlien) threats.push(`<${name}>`);
        for (const { name: key, value } of element.attributes) {
          const isUrl = /^(?:src|href|xlink:href|action|formaction|data|poster|srcset|ping)$/.test(
            key,
          );
          if (/^on/i.test(key)) threats.push(`${name} ${key}=${value}`);
          if (/^\s*(?:javascript|vbscript):/i.test(value) && isUrl) threats.push(`${key}=${value}`);
          const isRemote = isUrl && name !== 'a' && value.includes('evil.example');
          if (isRemote) threats.push(`${name} ${key}=${value}`);
        }
        if (element.shadowRoot) look(element.shadowRoot, true);
      }
    };
    look(document.body, false);
    return threats;
  });
}

/** Waits for all cards of others on the page to be drawn, then finds nothing that could run. */
async function expectHarmless(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('.foreign-html > div')].filter(
            ({ shadowRoot }) => (shadowRoot?.childElementCount ?? 0) === 0,
          ).length,
      ),
    )
    .toBe(0);
  expect(await listThreats(page)).toEqual([]);
}

async function setLimit(page: Page, label: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill('900');
  await field.press('Enter');
  await expect(page.getByText(`Saved. ${label}: 900.`)).toBeVisible();
}

test('decks in which everything is an attack run nothing, load nothing and leave nothing', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const happened = watch(page);

  await test.step('their preview', async () => {
    await page.goto('settings');
    await setLimit(page, 'New cards a day');
    await setLimit(page, 'Reviews a day');
    await page.goto('library');
    await page.getByLabel('Files to import').setInputFiles([...(await buildHostileDecks())]);
    const preview = page.getByRole('group', { name: 'What would be imported' });
    await expect(preview).toBeVisible();
    for (const details of await preview.locator('details').all()) {
      await details.locator('summary').first().click();
    }
    await expectHarmless(page);
    await preview.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText(/Imported “/).first()).toBeVisible();
    await expectHarmless(page);
  });

  await test.step('their pages and editors', async () => {
    const decks = await page
      .locator('.deck-name a')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
    expect(decks.length).toBeGreaterThanOrEqual(5);
    let edited = 0;
    for (const deck of decks) {
      await page.goto(deck);
      await expect(page.locator('.note-row').first()).toBeVisible();
      await expectHarmless(page);
      const edits = await page
        .locator('.note-row a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      // The editor draws a card as the review does, where each of them is seen: some are enough here.
      for (const edit of edits.filter((_, index) => index % editedShare === 0)) {
        await page.goto(edit);
        await expect(
          page.getByRole('region', { name: 'Preview' }).locator('hr').first(),
        ).toBeVisible();
        await expectHarmless(page);
        edited += 1;
      }
    }
    expect(edited).toBeGreaterThan(packageNotes / editedShare);
  });

  await test.step('Today and the review of each card, front and back', async () => {
    await page.goto('.');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectHarmless(page);
    await page.goto('review');
    let blocked = 0;
    let reviewed = 0;
    for (; reviewed < 500; reviewed += 1) {
      const end = page.getByRole('heading', { name: 'Done', exact: true });
      await expect(page.getByRole('article', { name: 'Question' }).or(end)).toBeVisible();
      if (await end.isVisible()) break;
      await expectHarmless(page);
      await page.waitForTimeout(betweenKeysMs);
      await page.keyboard.press('Space');
      await expect(page.getByRole('article', { name: 'Card' })).toBeVisible();
      await expectHarmless(page);
      const said = page.getByText(
        'Not loaded, because it is not part of the deck: https://evil.example/pixel.png',
      );
      blocked += await said.count();
      await page.waitForTimeout(betweenKeysMs);
      await page.keyboard.press('4');
      await expect(page.locator(`[data-done="${reviewed + 1}"]`)).toBeVisible();
    }
    expect(reviewed).toBeGreaterThan(packageNotes);
    expect(blocked).toBeGreaterThan(0);
  });

  expect(happened).toEqual({ dialogs: [], windows: [], navigations: [] });
});
