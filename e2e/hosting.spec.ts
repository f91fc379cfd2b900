import { request } from '@playwright/test';
import { contentPolicy } from '../scripts/content-policy.ts';
import { expect, test } from './app.ts';
import { buildVariant } from './builds.ts';
import { waitUntilReadyOffline } from './offline.ts';
import { shareFile } from './share-file.ts';

// The build is made once for all journeys under the sub-path, before the first of them.
const underX = { folder: '.cache/builds/x', base: '/x/' };

test.describe('under a sub-path', () => {
  test.describe.configure({ mode: 'serial' });
  test.use({ build: underX });

  test.beforeAll(() => {
    buildVariant('x', { base: underX.base });
  });

  test('a nested deep link opens cold, and again with the server gone', async ({
    page,
    server,
  }) => {
    await page.goto('settings?from=link#data');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/x/settings');
    await waitUntilReadyOffline(page);

    await server.stop();
    await page.goto('roadmaps/anything/at/all');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/x/roadmaps/anything/at/all');
    await page.goto('settings');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('a file that is shared is read under the base path, with the server gone', async ({
    page,
    server,
  }) => {
    await page.goto('.');
    await waitUntilReadyOffline(page);
    await server.stop();
    await shareFile(page, 'Words.tsv', 'hola\thello\nárbol\ttree\n');
    await expect(page.getByRole('region', { name: 'Words.tsv' })).toContainText('2 new');
    expect(new URL(page.url()).pathname).toBe('/x/library');
  });

  test('everything that names an address follows the base path', async ({ page, server }) => {
    await page.goto('.');
    const manifest = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
      return (await fetch(link?.href ?? '')).json() as Promise<{
        id: string;
        scope: string;
        start_url: string;
        icons: { src: string }[];
        shortcuts: { url: string }[];
      }>;
    });
    expect(manifest).toMatchObject({ id: '/x/', scope: '/x/', start_url: '/x/' });
    for (const { url } of manifest.shortcuts) expect(url).toMatch(/^\/x\//);
    for (const { src } of manifest.icons) {
      const icon = await page.request.get(new URL(src, server.address).href);
      expect(icon.headers()['content-type']).toMatch(/^image\//);
    }
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(scope).toBe(server.address);
    await waitUntilReadyOffline(page);
    const kept = await page.evaluate(async () => {
      const caches = await Promise.all(
        (await window.caches.keys()).map((key) => window.caches.open(key)),
      );
      const requests = await Promise.all(caches.map((cache) => cache.keys()));
      return requests.flat().map((request) => request.url);
    });
    expect(kept.filter((url) => !url.startsWith(server.address))).toEqual([]);
    expect(kept).toContain(`${server.address}decks/manifest.json`);
  });
});

test('the server sends the content policy with every file, the worker included', async ({
  server,
}) => {
  const client = await request.newContext({ baseURL: server.address });
  for (const path of ['', 'sw.js', 'deep/link', 'decks/manifest.json', 'icons/cairn.svg']) {
    const response = await client.get(path);
    expect(response.status(), path).toBe(200);
    expect(response.headers()['content-security-policy'], path).toBe(contentPolicy);
  }
  await client.dispose();
});

test('the built page carries the policy itself, and the page for unknown paths equals it', async ({
  server,
}) => {
  const client = await request.newContext({ baseURL: server.address });
  const page = await (await client.get('index.html')).text();
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />`,
  );
  expect(await (await client.get('404.html')).text()).toBe(page);
  await client.dispose();
});

test('a missing script or deck is a 404, never the page in its place', async ({ server }) => {
  const client = await request.newContext({ baseURL: server.address });
  for (const path of ['assets/gone-abc123.js', 'decks/gone.json']) {
    expect((await client.get(path)).status(), path).toBe(404);
  }
  await client.dispose();
});

test('hashed files are kept forever by the browser, the page and the manifests are asked for again', async ({
  page,
  server,
}) => {
  const client = await request.newContext({ baseURL: server.address });
  await page.goto('.');
  const script = await page.locator('script[type=module]').first().getAttribute('src');
  const cacheControl = async (path: string) => (await client.get(path)).headers()['cache-control'];
  expect(await cacheControl(script ?? '')).toContain('immutable');
  for (const path of ['', 'sw.js', 'decks/manifest.json', 'manifest.webmanifest']) {
    expect(await cacheControl(path), path).toBe('no-cache');
  }
  await client.dispose();
});

test('whatever a page or a worker asks of another origin is noticed', async ({
  page,
  outbound,
}) => {
  await page.goto('.');
  await page.evaluate(async () => {
    await fetch('https://elsewhere.example/page').catch(() => undefined);
  });
  expect(outbound.takeAttempts().join('\n')).toContain('elsewhere.example');
});
