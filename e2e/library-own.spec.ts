import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { listFaults } from './axe.ts';
import { begin, gradeCards, readDone, waitForQuestion } from './learner.ts';
import { waitUntilReadyOffline } from './offline.ts';
import { shareFile } from './share-file.ts';

const table = 'front\tback\nhola\thello\nadiós\tgoodbye\nárbol\ttree\n';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const input = page.getByLabel('Files to import');
  await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

async function bringSpanish(page: Page): Promise<void> {
  await page.goto('library');
  await chooseFile(page, 'Spanish.tsv', Buffer.from(table));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Imported “Spanish”: 3 new.')).toBeVisible();
}

/** Exports in the dialog that is open; returns the file. */
async function exportAs(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Save as').selectOption(format);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const download = await downloading;
  await expect(dialog.getByText(/^Saved as/)).toBeVisible();
  await page.keyboard.press('Escape');
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Makes a deck with a note, and comes to its page. */
async function writeNote(page: Page, question: string, answer: string): Promise<void> {
  await page.goto('library');
  await page.getByRole('button', { name: 'New deck' }).click();
  await page.getByLabel('Name of the deck').fill('Mine');
  await page.getByRole('button', { name: 'Make the deck' }).click();
  await page.getByRole('link', { name: 'Mine', exact: true }).click();
  await page.getByRole('link', { name: 'Add a note' }).click();
  await page.getByLabel('Question', { exact: true }).fill(question);
  await page.getByLabel('Answer', { exact: true }).fill(answer);
}

test('a deck leaves in each format, and what holds it whole brings nothing new when it comes back', async ({
  page,
}) => {
  await bringSpanish(page);
  const formats = [
    ['Text for Anki (.txt)', 'Spanish.txt'],
    ['Table for a spreadsheet (.csv)', 'Spanish.csv'],
    ['Markdown cards (.md)', 'Spanish.md'],
    ['Cairn deck (.json)', 'Spanish.json'],
    ['Anki package (.apkg)', 'Spanish.apkg'],
  ] as const;
  for (const [format, name] of formats) {
    await page.getByRole('button', { name: 'More for Spanish' }).click();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const file = await exportAs(page, format);
    expect(file.name).toBe(name);
    await chooseFile(page, file.name, file.bytes);
    const preview = page.getByRole('region', { name });
    await expect(preview, format).toContainText('All of it is here already');
    await page.getByRole('button', { name: 'Close' }).click();
  }
});

test('everything leaves as one package, and is known deck by deck when it comes back', async ({
  page,
}) => {
  await bringSpanish(page);
  await writeNote(page, 'Own question', 'Own answer');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The note is saved.')).toBeVisible();
  await page.goto('library');
  await page.getByRole('button', { name: 'Export everything' }).click();
  await page.getByLabel('What to export').selectOption('All your decks');
  const file = await exportAs(page, 'Anki package (.apkg)');
  expect(file.name).toBe('All decks.apkg');
  await chooseFile(page, file.name, file.bytes);
  for (const deck of ['Mine', 'Spanish']) {
    const preview = page.getByRole('region', { name: `${deck}, All decks.apkg` });
    await expect(preview).toContainText('All of it is here already');
  }
});

test('many notes of a deck are found, tagged, moved, deleted and taken back', async ({ page }) => {
  await bringSpanish(page);
  await page.getByRole('link', { name: 'Spanish', exact: true }).click();
  await page.getByLabel('Search').fill('ARBOL');
  await expect(page.getByRole('region', { name: 'Notes' }).getByRole('listitem')).toHaveCount(1);
  await page.getByLabel('Search').fill('');
  await page.getByRole('checkbox', { name: 'Select all 3' }).check();
  expect(await listFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByRole('combobox').fill('Spanish::Words');
  await page.getByRole('button', { name: 'Move to this deck' }).click();
  await expect(page.getByText('3 notes are moved to “Spanish::Words”.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete selected' }).click();
  await expect(page.getByText('There are no notes yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('region', { name: 'Notes' }).getByRole('listitem')).toHaveCount(3);
});

test('a picture in a note is shown while it is written and when it is asked', async ({ page }) => {
  await writeNote(page, 'Which colour?', 'Red');
  await page.getByLabel('Picture for Question', { exact: true }).setInputFiles({
    name: 'red.png',
    mimeType: 'image/png',
    buffer: png,
  });
  await expect(page.getByRole('textbox', { name: 'Question' })).toHaveValue(/!\[Picture\]\(/);
  const picture = page.getByRole('img', { name: 'Picture' });
  const isDrawn = () =>
    picture.first().evaluate((image: HTMLImageElement) => image.naturalWidth > 0);
  await expect.poll(isDrawn).toBe(true);
  expect(await listFaults(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The note is saved.')).toBeVisible();
  await page.goto('library');
  await page.getByRole('link', { name: 'Review Mine' }).click();
  await waitForQuestion(page);
  await expect.poll(isDrawn).toBe(true);
});

test('a card is edited while it is asked, and asked on with its new text', async ({ page }) => {
  await begin(page);
  await gradeCards(page, 1);
  await waitForQuestion(page);
  await page.getByRole('heading', { name: 'Review' }).waitFor();
  await page.waitForTimeout(300);
  const field = page.getByRole('article').getByRole('textbox');
  if ((await field.count()) > 0) await field.blur();
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: 'Edit note' })).toBeVisible();
  const text = page.locator('textarea').first();
  await text.fill(`${await text.inputValue()} Said once more.`);
  await page.keyboard.press('Control+Enter');
  await waitForQuestion(page);
  await expect(page.getByRole('article')).toContainText('Said once more.');
  expect(await readDone(page)).toBe(1);
});

test('a file that is shared with the app is read, offline too, once', async ({ page, server }) => {
  await page.goto('library');
  await waitUntilReadyOffline(page);
  await server.stop();
  await shareFile(page, 'Español.tsv', table);
  const preview = page.getByRole('region', { name: 'Español.tsv' });
  await expect(preview).toContainText('3 new');
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Import deck' })).toBeVisible();
  await expect(preview).toBeHidden();
});

test('a file that is opened with the app is read', async ({ page }) => {
  await page.addInitScript((text) => {
    const getFile = () => Promise.resolve(new File([text], 'Opened.tsv'));
    Object.defineProperty(window, 'launchQueue', {
      value: {
        setConsumer: (take: (launch: object) => void) => {
          take({ files: [{ getFile }] });
        },
      },
    });
  }, table);
  await page.goto('library');
  await expect(page.getByRole('region', { name: 'Opened.tsv' })).toContainText('3 new');
});

test.describe('on a phone in the dark', () => {
  test.use({
    viewport: { width: 320, height: 700 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'dark',
  });

  test('the notes of a deck can be worked', async ({ page }) => {
    await bringSpanish(page);
    await page.getByRole('link', { name: 'Spanish', exact: true }).tap();
    await page.getByRole('checkbox', { name: 'hola' }).tap();
    await expect(page.getByText('1 note selected')).toBeVisible();
    expect(await listFaults(page)).toEqual([]);
    const isTooWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(await isTooWide()).toBe(false);
    await page.getByRole('link', { name: 'Edit: hola' }).tap();
    await page.getByRole('button', { name: 'Save' }).waitFor();
    expect(await listFaults(page)).toEqual([]);
    expect(await isTooWide()).toBe(false);
  });
});
