import { expect, test } from 'vitest';
import { dropOldFiles, rememberOldClients } from './old-clients.ts';
import { MemoryCache } from './testing/memory-cache.ts';

const scope = 'https://cairn.test/x/';
const oldFile = `${scope}assets/lazy-old.js`;
const newFile = `${scope}assets/lazy-new.js`;

async function createCache() {
  const cache = new MemoryCache();
  await cache.put(oldFile, new Response('old'));
  await cache.put(newFile, new Response('new'));
  return cache;
}

test('old files stay while a page that was open at the switch is still there', async () => {
  const cache = await createCache();
  await rememberOldClients(cache, scope, [{ id: 'one' }, { id: 'two' }]);
  expect(await dropOldFiles(cache, scope, [newFile], [{ id: 'two' }, { id: 'fresh' }])).toBe(0);
  expect(cache.list()).toContain(oldFile);
});

test('old files go once every page of the old version is closed or reloaded', async () => {
  const cache = await createCache();
  await rememberOldClients(cache, scope, [{ id: 'one' }]);
  expect(await dropOldFiles(cache, scope, [newFile], [{ id: 'fresh' }])).toBe(1);
  expect(cache.list()).not.toContain(oldFile);
  expect(cache.list()).toContain(newFile);
});
