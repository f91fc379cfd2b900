import type { PlacedTopic } from '#src/domain/roadmap-tree.ts';
import { toSlug } from '#src/formats/compile/topic-ids.ts';
import { writeSkeletons } from '#src/formats/own-roadmap/write-skeletons.ts';
import { writeZip } from '#src/formats/zip.ts';
import { saveFile } from '#src/ui/save-file.ts';

/** Saves a card file to fill in for each of these topics, several as one zip; returns the file's name. */
export function saveSkeletons(title: string, topics: readonly PlacedTopic[]): string {
  const skeletons = writeSkeletons(topics);
  const [only, ...others] = skeletons;
  if (only !== undefined && others.length === 0) {
    const name = only.path.slice(only.path.lastIndexOf('/') + 1);
    saveFile(name, new Blob([only.text], { type: 'text/markdown' }));
    return name;
  }
  const encoder = new TextEncoder();
  const files = new Map(skeletons.map(({ path, text }) => [path, encoder.encode(text)]));
  const name = `${toSlug(title)}-cards.zip`;
  saveFile(name, new Blob([writeZip(files, () => false) as BlobPart], { type: 'application/zip' }));
  return name;
}
