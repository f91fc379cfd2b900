import { afterEach, expect, it } from 'vitest';
import { applyTheme } from './apply-theme.ts';

afterEach(() => {
  document.head.replaceChildren();
});

it('sets the theme of the page and of the bar around it, and leaves both to the system again', () => {
  for (const own of ['light', 'dark']) {
    const meta = document.createElement('meta');
    meta.name = 'theme-color';
    meta.media = `(prefers-color-scheme: ${own})`;
    document.head.append(meta);
  }
  const medias = () => [...document.head.querySelectorAll('meta')].map((meta) => meta.media);
  const before = medias();
  applyTheme('dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(medias()).toEqual(['not all', 'all']);
  applyTheme('light');
  expect(document.documentElement.dataset.theme).toBe('light');
  expect(medias()).toEqual(['all', 'not all']);
  applyTheme('system');
  expect(document.documentElement.dataset.theme).toBeUndefined();
  expect(medias()).toEqual(before);
});
