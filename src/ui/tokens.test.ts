import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
type Theme = 'light' | 'dark';

/** A colour of `tokens.css` as it is in a theme. */
function findColour(token: string, theme: Theme): string {
  const [, light = '', dark = ''] =
    new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? [];
  return theme === 'light' ? light : dark;
}

/** Relative luminance as WCAG 2.2 defines it. */
function measureLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function measureContrast(one: string, other: string): number {
  const [low = 0, high = 0] = [measureLuminance(one), measureLuminance(other)].sort(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
}

const code = ['keyword', 'string', 'comment', 'number', 'title', 'attr', 'type', 'meta', 'builtin'];
const texts: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['ink', ['ground', 'surface', 'surface-sunken', 'accent-soft', 'danger-soft', 'success-soft']],
  [
    'ink-muted',
    ['ground', 'surface', 'surface-sunken', 'accent-soft', 'success-soft', 'danger-soft'],
  ],
  ['accent', ['ground', 'surface', 'accent-soft']],
  ['accent-strong', ['ground', 'surface', 'accent-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['danger', ['ground', 'surface', 'danger-soft']],
  ['success', ['ground', 'success-soft']],
  ...['again', 'hard', 'good', 'easy'].map((grade) => [`grade-${grade}`, ['surface']] as const),
  ...['ink'].map((text) => [text, ['code-ground']] as const),
  ...code.map((name) => [`code-${name}`, ['code-ground']] as const),
];

describe.each<Theme>(['light', 'dark'])('the %s theme', (theme) => {
  it.each(texts)('has text in %s that can be read on its grounds', (text, grounds) => {
    for (const ground of grounds) {
      const contrast = measureContrast(findColour(text, theme), findColour(ground, theme));
      expect(contrast, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has outlines of controls and of the focus that can be seen', () => {
    for (const ground of ['ground', 'surface']) {
      for (const line of ['line-strong', 'focus']) {
        const contrast = measureContrast(findColour(line, theme), findColour(ground, theme));
        expect(contrast, `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
