import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasFormulas } from './formula-marks.ts';

describe('hasFormulas', () => {
  it('finds formulas in one line and over several', () => {
    for (const text of [
      '$x$',
      'The area is $\\pi r^2$, and $r > 0$.',
      '$$\\sum_i x_i$$',
      '$$\nx^2\n$$',
      '($n$)',
      'It is $a$ and costs \\$5',
      'Code `$HOME` and $x$',
    ]) {
      expect(hasFormulas(text), text).toBe(true);
    }
  });

  it('takes dollars of money, shells and templates for what they are', () => {
    for (const text of [
      'no dollar',
      '$5 and $6',
      'US$5 to US$6',
      '$HOME/$USER',
      '$ x $',
      '`$x$`',
      '```\n$x$\n```',
      '\\$x\\$',
      '$a\n$b',
      '$x$ for $5',
      'a ` and $x$',
      '$5–$10',
    ]) {
      expect(hasFormulas(text), text).toBe(false);
    }
  });

  it('does not change with words around a formula', () => {
    const words = fc.stringMatching(/^[a-z ,.]*$/);
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(hasFormulas(`${before} $x_1$ ${after}`)).toBe(true);
      }),
    );
  });
});
