import katex from 'katex';

/**
 * Draws formulas into elements, as MathML, which needs neither styles nor fonts. Loaded with KaTeX when
 * a card has one; what it cannot read stays as it is written.
 */
export function drawFormulas(elements: Iterable<HTMLElement>): void {
  for (const element of elements) {
    const { tex = '', shape } = element.dataset;
    // Whole LaTeX may set its own maths in dollars.
    const source = shape === 'latex' ? tex.replace(/^\$+|\$+$/g, '') : tex;
    try {
      katex.render(source, element, {
        displayMode: shape === 'block',
        output: 'mathml',
        throwOnError: true,
        // No links, no pictures, no styles out of a formula.
        trust: false,
        maxExpand: 1000,
        maxSize: 50,
      });
    } catch {
      element.textContent = tex;
    }
  }
}
