import { afterEach, expect, test, vi } from 'vitest';
import { keepFiles } from './keep-files.ts';
import type { KeepingReport } from './messages.ts';
import { MemoryCache } from './testing/memory-cache.ts';

const scope = 'https://cairn.test/';
const files = ['a.js', 'b.wasm', 'c.json', 'd.js', 'e.js', 'f.js'].map((file) => scope + file);
const script = () => new Response('1', { headers: { 'content-type': 'text/javascript' } });

/** A network that answers what `answer` says and notes what it was asked for. */
function useNetwork(answer: (url: string) => Response) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve().then(() => answer(url));
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('says that all is kept only when every file is', async () => {
  useNetwork(script);
  const cache = new MemoryCache();
  expect(await keepFiles(cache, files, () => undefined)).toEqual({
    type: 'KEPT_ALL',
    done: 6,
    total: 6,
  });
  expect(cache.list()).toEqual(files);
});

test('one file that fails costs only itself', async () => {
  useNetwork((url) => {
    if (url.endsWith('b.wasm')) throw new TypeError('network');
    return script();
  });
  const cache = new MemoryCache();
  const report = await keepFiles(cache, files, () => undefined);
  expect(report).toEqual({ type: 'KEPT_SOME', done: 5, total: 6 });
  expect(cache.list()).not.toContain(`${scope}b.wasm`);
});

test('a second run fetches only what the first one missed', async () => {
  const cache = new MemoryCache();
  useNetwork((url) => (url.endsWith('c.json') ? new Response('', { status: 503 }) : script()));
  await keepFiles(cache, files, () => undefined);
  const asked = useNetwork(script);
  expect((await keepFiles(cache, files, () => undefined)).type).toBe('KEPT_ALL');
  expect(asked).toEqual([`${scope}c.json`]);
});

test('progress counts what is on the device, from where an earlier run ended', async () => {
  useNetwork(script);
  const cache = new MemoryCache();
  await cache.put(files[0]!, script());
  const reports: KeepingReport[] = [];
  await keepFiles(cache, files, (report) => reports.push(report));
  expect(reports.map((report) => report.done)).toEqual([2, 3, 4, 5, 6]);
  expect(reports.every((report) => report.type === 'KEEPING' && report.total === 6)).toBe(true);
});

test('a page in place of a missing file is not kept under its address', async () => {
  useNetwork(() => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }));
  const cache = new MemoryCache();
  expect((await keepFiles(cache, files, () => undefined)).done).toBe(0);
  expect(cache.list()).toEqual([]);
});

test('a full disk is told, not thrown', async () => {
  useNetwork(script);
  const cache = new MemoryCache();
  cache.isFull = true;
  expect((await keepFiles(cache, files, () => undefined)).type).toBe('KEPT_SOME');
});
