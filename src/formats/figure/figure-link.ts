import type { Image, Paragraph } from 'mdast';

/** The name of the figure that `![words](figure:name)` shows; undefined for any other picture. */
export function findFigureName({ url }: Pick<Image, 'url'>): string | undefined {
  return /^figure:(.*)$/.exec(url)?.[1];
}

/** The figure that a paragraph consists of; undefined where there is anything else in it. */
export function findLoneFigure({ children }: Paragraph): Image | undefined {
  const [first, ...others] = children;
  if (first?.type !== 'image' || others.length > 0) return undefined;
  return findFigureName(first) === undefined ? undefined : first;
}
