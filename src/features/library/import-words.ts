import type { FileResult } from './importer.ts';
import type { ImportCounts } from './plan-import.ts';
import type { RoadmapPreview } from './plan-roadmap.ts';
import type { Done } from './use-acts.ts';

const names: readonly (readonly [keyof ImportCounts, string])[] = [
  ['fresh', 'new'],
  ['changed', 'changed'],
  ['same', 'same as here'],
  ['skipped', 'left out'],
  ['missing', 'no longer in the file, kept here'],
];

/** How many notes are new, changed and so on; nothing of what there is none of. */
export function describeCounts(counts: ImportCounts): string {
  const parts = names
    .filter(([key]) => counts[key] > 0)
    .map(([key, words]) => `${counts[key]} ${words}`);
  return parts.length === 0 ? 'no notes' : parts.join(', ');
}

/** What came of an import, with the acts that undo it. */
export function describeResults(results: readonly FileResult[]): Done {
  const acts = results.flatMap((result) => ('act' in result ? [result.act] : []));
  const words = results.flatMap((result) => {
    switch (result.status) {
      case 'done':
        return [`Imported “${result.title}”: ${describeCounts(result.counts)}.`];
      case 'roadmap':
        return [describeRoadmap(result.preview)];
      case 'same':
        return ['Nothing was new, so nothing was changed.'];
      case 'stopped':
        return ['The import was canceled. Nothing was imported.'];
      case 'taken':
        return [
          'It was changed in another tab meanwhile. Nothing was imported. Choose the file again.',
        ];
      case 'skipped':
        return [];
    }
  });
  return { words: words.join(' '), acts };
}

function describeRoadmap({ title, linked, topics, updates }: RoadmapPreview): string {
  if (updates !== null) return `Updated the roadmap “${title}”.`;
  return `Imported the roadmap “${title}”: ${linked} of ${topics} topics have cards. Follow it to learn its new cards.`;
}
