import katex from 'katex';

/** A formula may make macros of its own, which KaTeX repeats without end: a short one, a few times. */
const makesMacros = /\\(?:[gex]?def|(?:re)?newcommand|providecommand)(?![a-z])/i;
const longestWithMacros = 400;
const mostOwnExpansions = 50;
/** Such a macro is worked out as it is made, and can double itself each time. */
const isDoubling = /\\[ex]def(?![a-z])/i;

/**
 * Draws formulas into elements, as MathML, which needs neither styles nor fonts. Loaded with KaTeX when
 * a card has one; what it cannot read stays as it is written.
 */
export function drawFormulas(elements: Iterable<HTMLElement>): void {
  for (const element of elements) {
    const { tex = '', shape } = element.dataset;
    // Whole LaTeX may set its own maths in dollars.
    const source = shape === 'latex' ? tex.replace(/^\$+|\$+$/g, '') : tex;
    const hasMacros = makesMacros.test(source);
    if (hasMacros && (source.length > longestWithMacros || isDoubling.test(source))) {
      element.textContent = tex;
      continue;
    }
    try {
      katex.render(source, element, {
        displayMode: shape === 'block',
        output: 'mathml',
        throwOnError: true,
        // No links, no pictures, no styles out of a formula.
        trust: false,
        maxExpand: hasMacros ? mostOwnExpansions : 1000,
        maxSize: 50,
      });
    } catch {
      element.textContent = tex;
    }
  }
}
