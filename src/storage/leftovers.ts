import type { Instant } from '#src/domain/ids.ts';
import type { CairnDatabase, EditionRecord } from './database.ts';
import { listMediaHashes } from './media.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** Far more than an import that is at work takes for what it has handed to the database. */
const staleImportMs = 30 * 60_000;
/** Undo reaches back two study days; a day more for clocks and travel. */
const undoMs = 3 * 86_400_000;

/** Takes an edition and all it alone holds out of the store, in one transaction. */
export async function clearEdition({ db }: Store, id: string): Promise<void> {
  await withStorageErrors(() =>
    db.transaction('rw', [db.editions, db.packs, db.sources, db.mediaNames], async () => {
      const edition = await db.editions.get(id);
      await deleteEdition(db, id, edition?.packs ?? []);
    }),
  );
}

/** Deletes an edition with all it alone holds, in the caller's transaction. */
export async function deleteEdition(
  db: CairnDatabase,
  id: string,
  packs: EditionRecord['packs'],
): Promise<void> {
  const packIds = packs.map((pack) => pack.id);
  await db.packs.bulkDelete(packIds);
  await db.sources.bulkDelete(packIds);
  await db.mediaNames.delete(id);
  await db.editions.delete(id);
}

/**
 * Clears what nobody can come back to: imports that were broken off, editions that newer ones or a
 * removal replaced, and media that nothing names, each once undo has expired.
 */
export async function clearLeftovers(store: Store): Promise<void> {
  const { db, clock } = store;
  const now = clock.now();
  const left = await withStorageErrors(async () => {
    const [editions, homes] = await Promise.all([db.editions.toArray(), db.homes.toArray()]);
    const shown = new Set(homes.map((home) => home.edition));
    return editions.filter(({ id, touchedAt, isComplete }) => {
      const waitMs = isComplete ? undoMs : staleImportMs;
      return !shown.has(id) && touchedAt + waitMs < now;
    });
  });
  for (const { id } of left) await clearEdition(store, id);
  await clearMedia(store, (now - undoMs) as Instant);
}

async function clearMedia({ db }: Store, before: Instant): Promise<void> {
  await withStorageErrors(() =>
    db.transaction('rw', [db.media, db.mediaNames, db.overlays], async () => {
      const held = await db.media.toCollection().primaryKeys();
      if (held.length === 0) return;
      const named = await listMediaHashes(db, before);
      const unnamed = held.filter((hash) => !named.has(hash));
      const records = await db.media.bulkGet(unnamed);
      // A picture that was just pasted is named once its note is saved.
      const old = records.flatMap((file) =>
        file !== undefined && file.addedAt < before ? [file.hash] : [],
      );
      await db.media.bulkDelete(old);
    }),
  );
}
