/** The elements that figures are drawn with; the compiler's list in formats/figure/ is the same. */
export const figureTags: ReadonlySet<string> = new Set([
  ...['svg', 'title', 'desc', 'defs', 'marker', 'g', 'path', 'line', 'polyline', 'polygon'],
  ...['rect', 'circle', 'ellipse', 'text', 'tspan'],
]);

const attributeNames: ReadonlySet<string> = new Set([
  ...['id', 'role', 'aria-labelledby', 'viewBox', 'transform', 'opacity'],
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'text-anchor', 'font-size'],
  ...['marker-end', 'refX', 'refY', 'markerWidth', 'markerHeight', 'orient'],
  ...['d', 'points', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'dx', 'dy'],
  ...['cx', 'cy', 'r', 'rx', 'ry', 'width', 'height'],
]);

/** The attributes of a figure's element under React's names; any other is left out. */
export function toFigureProps(
  attributes: Readonly<Record<string, string>> | null,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes ?? {})
      .filter(([name]) => attributeNames.has(name))
      .map(([name, value]) => [toPropName(name), value]),
  );
}

function toPropName(name: string): string {
  if (name.startsWith('aria-')) return name;
  return name.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
}
