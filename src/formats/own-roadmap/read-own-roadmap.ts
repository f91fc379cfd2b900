import type { RoadmapTree } from '#src/domain/content.ts';
import type { RoadmapId } from '#src/domain/ids.ts';
import { listLeaves } from '#src/domain/roadmap-tree.ts';
import { compileRoadmap } from '../compile/compile-roadmap.ts';
import type { ImportProblem } from '../import/imported-deck.ts';
import type { DeckText } from '../import/read-result.ts';
import { findProgressTable } from '../roadmap/progress-table.ts';
import { readRoadmap } from '../roadmap/read-roadmap.ts';

/** What a learner's file says a roadmap is. */
export interface OwnRoadmap {
  readonly title: string;
  /** Linked to nothing yet. */
  readonly tree: RoadmapTree;
  /** What was not understood, with its line. */
  readonly problems: readonly ImportProblem[];
}

/** More than any roadmap that somebody could follow, and few enough to be drawn as a map. */
const mostTopics = 5000;

/**
 * Reads a roadmap of a learner's own. Sections and topics get ids below `id`, which the caller mints. A damaged encoding is taken as it
 * is: a repair is offered where the file is recognised. Never throws.
 */
export function readOwnRoadmap(
  { name, text }: DeckText,
  id: RoadmapId,
): OwnRoadmap | { readonly error: string } {
  const outline = readRoadmap(text, { fallbackTitle: name, keepsDamage: true });
  const table = findProgressTable(text);
  const { roadmap } = compileRoadmap({ id, path: name, outline, table, problems: [] }, () => []);
  const { title, ...rest } = roadmap;
  const tree = { sections: rest.sections, ...(rest.table && { table: rest.table }) };
  const count = listLeaves(tree).length;
  if (count === 0) {
    return {
      error: `No topics were found in “${name}”. Nothing was imported. Give it headings with lists, tables or a diagram under them.`,
    };
  }
  if (count > mostTopics) {
    return {
      error: `“${name}” has ${count.toLocaleString('en')} topics; a roadmap may have ${mostTopics.toLocaleString('en')}. Nothing was imported. Part it into several files.`,
    };
  }
  const problems = outline.warnings.map(({ line, message }) => ({ place: { line }, message }));
  return { title, tree, problems };
}
