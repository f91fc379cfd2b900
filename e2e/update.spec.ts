import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { buildVariant } from './builds.ts';
import { begin, gradeCards } from './learner.ts';
import { waitUntilReadyOffline } from './offline.ts';

let nextBuild: string;
test.describe.configure({ mode: 'serial' });
test.beforeAll(() => {
  nextBuild = buildVariant('next', { version: 'next' });
});

/** The address of the page's script, which tells one version from another. */
async function readVersion(page: Page): Promise<string> {
  return (await page.locator('script[type=module]').first().getAttribute('src')) ?? '';
}

async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
}

const updateText = 'A new version of Cairn is ready.';

test('a new version waits until it is asked for, switches one tab, and keeps what the other needs', async ({
  context,
  page,
  server,
}) => {
  await page.goto('.');
  await waitUntilReadyOffline(page);
  const oldVersion = await readVersion(page);
  const other = await context.newPage();
  await other.goto('.');

  await server.restart(nextBuild);
  await lookForUpdate(page);
  await expect(page.getByText(updateText)).toBeVisible();
  await expect(other.getByText(updateText)).toBeVisible();
  expect(await readVersion(page)).toBe(oldVersion);

  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect.poll(() => readVersion(page)).not.toBe(oldVersion);

  // The other tab goes on with the old version, whose lazy parts the server no longer has.
  expect(await readVersion(other)).toBe(oldVersion);
  await other.getByRole('link', { name: 'Settings' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  expect(await readVersion(other)).toBe(oldVersion);
  await expect(other.getByText(updateText)).toBeVisible();

  // Everything of the new version is on the device before it was switched to.
  await server.stop();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('a tab of an old version finds a part gone from the server and reloads at the same place', async ({
  page,
  server,
}) => {
  // As on a host whose worker script cannot be reached: the page is all there is.
  await page.route('**/sw.js', (route) => route.abort());
  await page.goto('.');
  const oldVersion = await readVersion(page);
  await server.restart(nextBuild);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  expect(await readVersion(page)).not.toBe(oldVersion);
  expect(new URL(page.url()).pathname).toBe('/settings');
});

test('files of a version that no tab runs any more are dropped', async ({ page, server }) => {
  const listKept = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('cairn-rest-'));
      const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return kept.flat().map((request) => request.url);
    });
  await page.goto('.');
  await waitUntilReadyOffline(page);
  const oldVersion = await readVersion(page);
  const before = await listKept();
  await server.restart(nextBuild);
  await lookForUpdate(page);
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect.poll(() => readVersion(page)).not.toBe(oldVersion);
  await waitUntilReadyOffline(page);
  const after = await listKept();
  const dropped = before.filter((url) => !after.includes(url));
  expect(dropped.length).toBeGreaterThan(0);
  expect(dropped.every((url) => url.includes('/assets/'))).toBe(true);
});

test('a new version that comes while a card is on the table waits for the end of the sitting', async ({
  page,
  server,
}) => {
  await begin(page);
  await waitUntilReadyOffline(page);
  await gradeCards(page, 1);
  const asked = await page.getByRole('article').innerText();
  await server.restart(nextBuild);
  await lookForUpdate(page);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    while (registration.waiting === null) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  await expect(page.getByText(updateText)).toBeHidden();
  expect(await page.getByRole('article').innerText()).toBe(asked);
  await gradeCards(page, 2);

  await page.getByRole('link', { name: 'Back to Today' }).click();
  await expect(page.getByText(updateText)).toBeVisible();
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(page.getByText('3 done today')).toBeVisible();
});
