import type { Problem } from '../problem.ts';

/** A problem with the file it is in, as a path from the repository's root. */
export interface DeckProblem extends Problem {
  readonly path: string;
}

/** In order of path, then line; problems of one line stay in their order. */
export function sortProblems(problems: readonly DeckProblem[]): DeckProblem[] {
  return [...problems].sort((a, b) => comparePlain(a.path, b.path) || a.line - b.line);
}

/** Orders by code unit: the same on every machine, whatever its language. */
export function comparePlain(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
