import type { ConceptId } from '#src/domain/ids.ts';
import { parseCardFile } from '../card-file/parse-card-file.ts';
import { readFigure, type Figure } from '../figure/read-figure.ts';
import type { Problem } from '../problem.ts';
import { readBankRoadmap, type ReadRoadmap } from './compile-roadmap.ts';
import { comparePlain, type DeckProblem } from './deck-problem.ts';
import { lockPath } from './ids-lock.ts';
import type { Concept } from './link-topics.ts';
import { readPath, type PathFile } from './read-path.ts';

/** A source file; its path from the repository's root: `decks/cards/data/redis.md`. */
export interface DeckSource {
  readonly path: string;
  readonly content: string;
}

export interface FigureFile {
  readonly name: string;
  readonly path: string;
  /** Absent where the file has problems. */
  readonly figure?: Figure;
}

/** What the files of a bank hold, each kind in order of paths. */
export interface ReadSources {
  readonly concepts: readonly Concept[];
  readonly roadmaps: readonly ReadRoadmap[];
  readonly figures: readonly FigureFile[];
  readonly paths: readonly PathFile[];
  /** Empty where there is none. */
  readonly lock: string;
  readonly problems: readonly DeckProblem[];
}

/** Reads each file as what its place says it is; a file in no such place is a problem. */
export function readDeckSources(sources: readonly DeckSource[]): ReadSources {
  const concepts: Concept[] = [];
  const roadmaps: ReadRoadmap[] = [];
  const figures: FigureFile[] = [];
  const paths: PathFile[] = [];
  const problems: DeckProblem[] = [];
  let lock = '';
  for (const { path, content } of [...sources].sort((a, b) => comparePlain(a.path, b.path))) {
    const report = (own: readonly Problem[]) => {
      for (const problem of own) problems.push({ ...problem, path });
    };
    const concept = /^decks\/cards\/([^/]+\/[^/]+)\.md$/.exec(path)?.[1];
    const figureName = /^decks\/figures\/([a-z0-9]+(?:-[a-z0-9]+)*)\.svg$/.exec(path)?.[1];
    if (concept !== undefined) {
      const { file, problems: own } = parseCardFile(content);
      concepts.push({ id: concept as ConceptId, path, file });
      report(own);
    } else if (figureName !== undefined) {
      const { figure, problems: own } = readFigure(content);
      figures.push({ name: figureName, path, ...(figure && { figure }) });
      report(own);
    } else if (/^decks\/roadmaps\/[^/]+\.md$/.test(path)) {
      const roadmap = readBankRoadmap(path, content);
      roadmaps.push(roadmap);
      report(roadmap.problems);
    } else if (/^decks\/paths\/[^/]+\.md$/.test(path)) {
      const file = readPath(path, content);
      paths.push(file);
      report(file.problems);
    } else if (path === lockPath) lock = content;
    else report([{ line: 1, message: misplaced }]);
  }
  return { concepts, roadmaps, figures, paths, lock, problems };
}

const misplaced =
  'This file is in no place that is compiled. Cards are in decks/cards/<area>/<concept>.md, figures in decks/figures/<name>.svg, roadmaps in decks/roadmaps/<name>.md, learning paths in decks/paths/<name>.md.';
