import { toIsoDate, toStudyDay } from '#src/domain/day.ts';
import { CopyWriter } from '#src/formats/write-copy.ts';
import { findMediaFile, loadCopiedNotes, loadCopyContents } from '#src/storage/copy-contents.ts';
import { noteCopySaved } from '#src/storage/health.ts';
import type { Store } from '#src/storage/store.ts';
import { saveFile } from '#src/ui/save-file.ts';
import { makePause } from './make-pause.ts';

export interface SavedCopy {
  readonly name: string;
  readonly events: number;
  readonly decks: number;
  readonly media: number;
}

const eventsPerPart = 1000;

/** Saves all there is as one file, a part at a time so that the page goes on meanwhile. */
export async function saveCopy(
  store: Store,
  onProgress: (done: number, total: number) => void,
): Promise<SavedCopy> {
  const { clock } = store;
  const now = clock.now();
  const pause = makePause();
  const { events, editions, media } = await loadCopyContents(store);
  const writer = new CopyWriter();
  const packs = editions.reduce((sum, edition) => sum + edition.packs.length, 0);
  const total = Math.ceil(events.length / eventsPerPart) + packs + media.length;
  let done = 0;
  const step = async () => {
    done += 1;
    onProgress(done, total);
    await pause();
  };
  for (let start = 0; start < events.length; start += eventsPerPart) {
    writer.addEvents(events.slice(start, start + eventsPerPart));
    await step();
  }
  for (const edition of editions) {
    writer.addDeck(edition.facts, edition.notes);
    for (const pack of edition.packs) {
      writer.addNotes(await loadCopiedNotes(store, edition, pack));
      await step();
    }
  }
  for (const hash of media) {
    const bytes = await findMediaFile(store, hash);
    if (bytes !== undefined) writer.addMedia(hash, bytes);
    await step();
  }
  const parts = writer.finish({ savedAt: now, app: import.meta.env.VITE_APP_VERSION });
  const name = `cairn-${toIsoDate(toStudyDay(now, clock.offsetMinutes(now), 0))}.zip`;
  saveFile(name, new Blob([...parts] as BlobPart[], { type: 'application/zip' }));
  await noteCopySaved(store);
  return { name, events: events.length, decks: editions.length, media: media.length };
}
