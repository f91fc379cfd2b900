import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentPolicy } from './content-policy.ts';
import { createStaticServer } from './static-server.ts';

const parent = mkdtempSync(join(tmpdir(), 'cairn-serve-'));
const folder = join(parent, 'dist');
const server = createStaticServer(folder, '/x/');

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'decks'));
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), 'page');
  writeFileSync(join(folder, 'assets', 'part-abc.wasm'), 'wasm');
  writeFileSync(join(folder, 'decks', 'manifest.json'), '{}');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  rmSync(parent, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** Not `fetch`, which tidies up a path before it is sent. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

test.each(['/x/', '/x', '/x/deep/link?with=query', '/x/index.html'])(
  'a path of the app, %s, gets the page with the policy',
  async (path) => {
    const { status, headers, body } = await ask(path);
    expect({ status, body }).toEqual({ status: 200, body: 'page' });
    expect(headers['content-security-policy']).toBe(contentPolicy);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  },
);

test.each(['/x/assets/gone.js', '/x/decks/gone.json', '/', '/elsewhere'])(
  'what is not there, %s, is a 404',
  async (path) => {
    expect((await ask(path)).status).toBe(404);
  },
);

test.each(['/x/../secret.txt', '/x/%2e%2e/secret.txt', '/x/..%2fsecret.txt', '/x/%', '/x/%00'])(
  'a path that climbs out or is damaged, %s, shows nothing',
  async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toBe('secret');
  },
);

test('hashed files are immutable, the decks’ manifest is not', async () => {
  const part = await ask('/x/assets/part-abc.wasm');
  expect(part.headers['content-type']).toBe('application/wasm');
  expect(part.headers['cache-control']).toContain('immutable');
  expect((await ask('/x/decks/manifest.json')).headers['cache-control']).toBe('no-cache');
});

test('a file the browser has already is not sent again', async () => {
  const { headers } = await ask('/x/decks/manifest.json');
  const again = await ask('/x/decks/manifest.json', { 'if-none-match': String(headers.etag) });
  expect(again).toMatchObject({ status: 304, body: '' });
});

test('nothing but reading is answered', async () => {
  expect((await ask('/x/', {}, 'POST')).status).toBe(405);
  expect(await ask('/x/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
});
