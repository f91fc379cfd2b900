import type { Rendered } from '#src/domain/content.ts';
import { drawFigure, type Figure } from '../figure/read-figure.ts';

/** Puts drawings where a note's rendered text refers to figures. */
export type PlaceFigures = (content: readonly Rendered[]) => Rendered[];

/**
 * Prepares to draw the figures of one note. Their ids begin with the note's and a number, so that no two
 * drawings on a page share one. A figure that is not there stays its words; names shown are added to `shown`.
 */
export function createFigurePlacer(
  note: string,
  figures: ReadonlyMap<string, Figure>,
  shown: Set<string>,
): PlaceFigures {
  let count = 0;
  const place = (node: Rendered): Rendered => {
    if (typeof node === 'string') return node;
    const [tag, attributes, ...children] = node;
    const name = tag === 'figure' ? attributes?.name : undefined;
    if (name === undefined) return [tag, attributes, ...children.map(place)];
    const figure = figures.get(name);
    if (figure === undefined) return ['p', null, ...children];
    shown.add(name);
    count += 1;
    return drawFigure(figure, `${note}-f${count}`);
  };
  return (content) => content.map(place);
}
