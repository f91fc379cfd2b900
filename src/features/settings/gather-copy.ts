import { toIsoDate, toStudyDay } from '#src/domain/day.ts';
import { CopyWriter } from '#src/formats/write-copy.ts';
import { findMediaFile, loadCopiedNotes, loadCopyContents } from '#src/storage/copy-contents.ts';
import type { Store } from '#src/storage/store.ts';
import { makePause } from '#src/ui/make-pause.ts';

/** A copy of all there is, as a file named after its day. */
export interface GatheredCopy {
  readonly name: string;
  readonly file: Blob;
  readonly events: number;
  readonly decks: number;
  readonly media: number;
}

const eventsPerPart = 1000;

/** Gathers all there is into one file, a part at a time so that the page goes on meanwhile. */
export async function gatherCopy(
  store: Store,
  onProgress: (done: number, total: number) => void,
): Promise<GatheredCopy> {
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
  return {
    name: `cairn-${toIsoDate(toStudyDay(now, clock.offsetMinutes(now), 0))}.zip`,
    file: new Blob([...parts] as BlobPart[], { type: 'application/zip' }),
    ...{ events: events.length, decks: editions.length, media: media.length },
  };
}
