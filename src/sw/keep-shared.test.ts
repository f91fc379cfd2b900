import { expect, test } from 'vitest';
import { keepShared } from './keep-shared.ts';
import { sharedName } from './messages.ts';
import { MemoryCache } from './testing/memory-cache.ts';

const folder = 'https://cairn.test/x/shared/';

async function listKept(cache: MemoryCache): Promise<string[]> {
  return Promise.all(
    cache.list().map(async (address) => {
      const kept = await cache.match(address);
      const name = decodeURIComponent(kept?.headers.get(sharedName) ?? '');
      return `${name}: ${(await kept?.text()) ?? ''}`;
    }),
  );
}

function toForm(entries: readonly (readonly [string, string | File])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test('shared files are kept by their names until the page takes them, and the next in their place', async () => {
  const cache = new MemoryCache();
  const first = new File(['a\tb'], 'Español.tsv');
  const form = [['files', first] as const, ['files', new File(['c'], 'two.md')] as const];
  await keepShared(cache, folder, toForm([...form, ['title', 'Two files']]));
  expect(cache.list()).toEqual([`${folder}0`, `${folder}1`]);
  expect(await listKept(cache)).toEqual(['Español.tsv: a\tb', 'two.md: c']);
  await keepShared(cache, folder, toForm([['files', new File(['d'], 'three.txt')]]));
  expect(await listKept(cache)).toEqual(['three.txt: d']);
});

test('shared text is kept as a file, and nothing where nothing was shared', async () => {
  const cache = new MemoryCache();
  await keepShared(
    cache,
    folder,
    toForm([
      ['text', 'Q: a\nA: b'],
      ['title', ''],
    ]),
  );
  expect(await listKept(cache)).toEqual(['Shared text: Q: a\nA: b']);
  await keepShared(cache, folder, toForm([['text', '']]));
  expect(cache.list()).toEqual([]);
});
