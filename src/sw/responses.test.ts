import { afterEach, expect, test, vi } from 'vitest';
import { answerFromCacheFirst, answerFromNetworkFirst } from './responses.ts';
import { MemoryCache } from './testing/memory-cache.ts';

const request = new Request('https://cairn.test/decks/manifest.json');
const json = (text: string) =>
  new Response(text, { headers: { 'content-type': 'application/json' } });

function useNetwork(answer: () => Response) {
  vi.stubGlobal('fetch', () => Promise.resolve().then(answer));
}
const noNetwork = () => {
  throw new TypeError('network');
};

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a hashed file is fetched once and then comes from the device', async () => {
  const cache = new MemoryCache();
  useNetwork(() => json('first'));
  expect(await (await answerFromCacheFirst(cache, request)).text()).toBe('first');
  useNetwork(noNetwork);
  expect(await (await answerFromCacheFirst(cache, request)).text()).toBe('first');
});

test('a file that is gone is told as it is, and not kept', async () => {
  const cache = new MemoryCache();
  useNetwork(() => new Response('gone', { status: 404 }));
  expect((await answerFromCacheFirst(cache, request)).status).toBe(404);
  expect(cache.list()).toEqual([]);
});

test('a full disk does not keep a file from the page that asked for it', async () => {
  const cache = new MemoryCache();
  cache.isFull = true;
  useNetwork(() => json('first'));
  expect(await (await answerFromCacheFirst(cache, request)).text()).toBe('first');
});

test('the manifest is the newest there is, and the last one known without a network', async () => {
  const cache = new MemoryCache();
  useNetwork(() => json('1'));
  await answerFromNetworkFirst(cache, request);
  useNetwork(() => json('2'));
  expect(await (await answerFromNetworkFirst(cache, request)).text()).toBe('2');
  useNetwork(noNetwork);
  expect(await (await answerFromNetworkFirst(cache, request)).text()).toBe('2');
});

test('a captive portal’s page does not stand in for the manifest', async () => {
  const cache = new MemoryCache();
  await cache.put(request, json('known'));
  useNetwork(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
  expect(await (await answerFromNetworkFirst(cache, request)).text()).toBe('known');
});

test('a manifest never seen, without a network, is a network error', async () => {
  useNetwork(noNetwork);
  expect((await answerFromNetworkFirst(new MemoryCache(), request)).type).toBe('error');
});
