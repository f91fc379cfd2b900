import { expect, test } from 'vitest';
import { recoverMissingPart, type MissingPartPage } from './missing-part.ts';

interface TestPage extends MissingPartPage {
  time: number;
  reloads: number;
}

function createPage(change: Partial<MissingPartPage> = {}): TestPage {
  const kept = new Map<string, string>();
  const page: TestPage = {
    time: 1_000_000,
    reloads: 0,
    now: () => page.time,
    storage: () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    }),
    isOnline: () => true,
    isWriting: () => false,
    reload: () => {
      page.reloads += 1;
    },
    ...change,
  };
  return page;
}

test('a part that is gone from the server reloads the page', () => {
  const page = createPage();
  expect(recoverMissingPart(page)).toBe(true);
  expect(page.reloads).toBe(1);
});

test('a part still missing right after a reload does not reload again', () => {
  const page = createPage();
  recoverMissingPart(page);
  page.time += 5000;
  expect(recoverMissingPart(page)).toBe(false);
  expect(page.reloads).toBe(1);
});

test('another part missing much later reloads again', () => {
  const page = createPage();
  recoverMissingPart(page);
  page.time += 120_000;
  expect(recoverMissingPart(page)).toBe(true);
});

test('nothing reloads without a network, where it could only lose what is on screen', () => {
  expect(recoverMissingPart(createPage({ isOnline: () => false }))).toBe(false);
});

test('nothing reloads while a person is writing', () => {
  expect(recoverMissingPart(createPage({ isWriting: () => true }))).toBe(false);
});

test('nothing reloads where the browser refuses to remember that it did', () => {
  const page = createPage({
    storage: () => {
      throw new DOMException('refused', 'SecurityError');
    },
  });
  expect(recoverMissingPart(page)).toBe(false);
  expect(page.reloads).toBe(0);
});
