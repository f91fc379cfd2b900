import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { listFaults } from './axe.ts';
import { begin, gradeCards } from './learner.ts';

const dayMs = 86_400_000;

/**
 * Lets the picker give a folder of the browser's own file system, whose handles are as real as any,
 * and lets a journey say what time it is and whether the permission has lapsed.
 */
async function offerFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + Number(localStorage.getItem('later') ?? 0);
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true }),
    });
    const query = () => Promise.resolve(localStorage.getItem('lapsed') ?? 'granted');
    const ask = () => {
      localStorage.removeItem('lapsed');
      return Promise.resolve('granted');
    };
    Object.assign(FileSystemHandle.prototype, { queryPermission: query, requestPermission: ask });
  });
}

/** The names of the copies in the folder. */
function listNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Backups');
    const names: string[] = [];
    // While one is written, a file of the browser's own is beside it.
    for await (const name of folder.keys()) if (name.endsWith('.zip')) names.push(name);
    return names;
  });
}

/** The files of the folder by name, each as its bytes. */
function readFolder(page: Page): Promise<Record<string, number[]>> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Backups');
    const files: Record<string, number[]> = {};
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind !== 'file') continue;
      const file = await handle.getFile();
      files[name] = [...new Uint8Array(await file.arrayBuffer())];
    }
    return files;
  });
}

test('a copy goes into the chosen folder each day, can be brought back, and says when it cannot be written', async ({
  page,
}) => {
  await offerFolder(page);
  await begin(page);
  await gradeCards(page, 2);
  await page.goto('settings#data');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByText(/A copy goes into “Backups” once a day/)).toContainText(
    /The last: cairn-\d{4}-\d\d-\d\d\.zip/,
  );
  expect(await listFaults(page)).toEqual([]);
  const [[name, bytes] = ['', []]] = Object.entries(await readFolder(page));
  await page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/zip',
    buffer: Buffer.from(bytes),
  });
  await expect(
    page.getByText(/^(This device holds exactly what the copy holds|Merging would change nothing)/),
  ).toBeVisible();

  await page.evaluate((ms) => {
    localStorage.setItem('later', String(ms));
  }, dayMs);
  await page.goto('.');
  await expect.poll(async () => (await listNames(page)).length).toBe(2);

  await page.evaluate((ms) => {
    localStorage.setItem('later', String(ms));
    localStorage.setItem('lapsed', 'prompt');
  }, 2 * dayMs);
  await page.goto('.');
  await expect(page.getByText(/is not in “Backups”: the browser wants your word/)).toBeVisible();
  expect(await listFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Allow it again' }).click();
  await expect.poll(async () => (await listNames(page)).length).toBe(3);
  await expect(page.getByRole('button', { name: 'Allow it again' })).toBeHidden();
});

test('a browser that cannot keep a folder says nothing of it', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showDirectoryPicker');
  });
  await begin(page);
  await page.goto('settings#data');
  await page.getByRole('button', { name: 'Save a copy' }).waitFor();
  await expect(page.getByText('Automatic copies')).toBeHidden();
});
