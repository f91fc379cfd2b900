import { toIsoDate, toStudyDay } from '#src/domain/day.ts';
import type { RoadmapId } from '#src/domain/ids.ts';
import { toRoadmapFileName } from '#src/formats/roadmap/roadmap-file-name.ts';
import { writeRoadmap } from '#src/formats/roadmap/write-roadmap.ts';
import type { Store } from '#src/storage/store.ts';
import { loadDatedStatuses } from '#src/storage/topic-statuses.ts';
import { saveFile } from '#src/ui/save-file.ts';

/** Saves a roadmap with its statuses as Markdown, in the form it came in; returns the file's name. */
export async function saveRoadmapFile(store: Store, id: RoadmapId): Promise<string> {
  const found = await loadDatedStatuses(store, id);
  if (found === undefined) throw new Error('This device no longer has this roadmap.');
  const now = store.clock.now();
  const date = toIsoDate(toStudyDay(now, store.clock.offsetMinutes(now), 0));
  const name = toRoadmapFileName(found.roadmap.title, date);
  const form = found.roadmap.table === undefined ? 'checklist' : 'tables';
  const text = writeRoadmap(found.roadmap, found.statuses, form);
  saveFile(name, new Blob([text], { type: 'text/markdown' }));
  return name;
}
