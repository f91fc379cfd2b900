import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listBuiltFiles, listInitialScripts } from './built-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'cairn-build-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const files = {
  'index.html':
    '<link rel="icon" href="/x/icons/cairn.svg"><script type="module" src="/x/assets/index-1.js"></script>' +
    '<link rel="modulepreload" href="/x/assets/shared-2.js"><link rel="stylesheet" href="/x/assets/index-3.css">',
  '404.html': '',
  'sw.js': '',
  'manifest.webmanifest': '{}',
  'icons/cairn.svg': '<svg/>',
  'assets/index-1.js':
    'import{a}from"./shared-2.js";export{b}from"./again-4.js";import("./lazy-5.js");"import \'./no.js\'"',
  'assets/shared-2.js': 'import"./deep-6.js";export const a=1',
  'assets/again-4.js': 'export const b=2',
  'assets/deep-6.js': '',
  'assets/lazy-5.js': 'import"./shared-2.js"',
  'assets/index-3.css': '',
  'assets/part-7.wasm': '',
  'decks/manifest.json': '{}',
  'decks/pack-8.json': '{}',
};
for (const [file, content] of Object.entries(files)) {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

test('the initial scripts are those of the page and all they import statically', () => {
  expect(listInitialScripts(folder, '/x/').sort()).toEqual([
    'assets/again-4.js',
    'assets/deep-6.js',
    'assets/index-1.js',
    'assets/shared-2.js',
  ]);
});

test('the shell is what a first paint needs, the rest is lazy parts, wasm and decks', () => {
  const { shell, rest } = listBuiltFiles(folder, '/x/');
  expect(shell[0]).toBe('index.html');
  expect(shell).toContain('assets/index-3.css');
  expect(shell).toContain('icons/cairn.svg');
  expect(shell).toContain('manifest.webmanifest');
  expect([...rest].sort()).toEqual([
    'assets/lazy-5.js',
    'assets/part-7.wasm',
    'decks/manifest.json',
    'decks/pack-8.json',
  ]);
});

test('neither the worker nor the copy of the page is kept on a device', () => {
  const { shell, rest } = listBuiltFiles(folder, '/x/');
  expect([...shell, ...rest]).not.toContain('sw.js');
  expect([...shell, ...rest]).not.toContain('404.html');
});
