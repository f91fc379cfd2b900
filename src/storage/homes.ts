import { listCards, type CompiledNote } from '#src/domain/content.ts';
import type { HomeId } from '#src/domain/ids.ts';
import type { PackRecord } from './database.ts';
import { refreshGoneCards } from './gone-cards.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** Enough notes to a record that reading one is cheap and writing thousands is not slow. */
const notesPerPack = 100;

export interface NewHome {
  readonly home: HomeId;
  readonly title: string;
  /** In order of introduction; their ids begin with the home's. */
  readonly notes: readonly CompiledNote[];
}

/** Adds a deck with a home of its own, or puts new content in its place, in one transaction. */
export async function putHome({ db }: Store, { home, title, notes }: NewHome): Promise<void> {
  const packs: PackRecord[] = [];
  for (let start = 0; start < notes.length; start += notesPerPack) {
    const members = notes.slice(start, start + notesPerPack);
    packs.push({ id: `${home}/${String(start / notesPerPack)}`, home, notes: members });
  }
  const record = {
    home,
    title,
    version: '1',
    packs: packs.map((pack) => ({
      id: pack.id,
      cards: pack.notes.flatMap(listCards).join('\n'),
    })),
    previous: [],
  };
  await withStorageErrors(() =>
    db.transaction('rw', [db.homes, db.packs, db.schedules, db.kept], async () => {
      await db.packs.where('home').equals(home).delete();
      await db.packs.bulkPut(packs);
      await db.homes.put(record);
      await refreshGoneCards(db);
    }),
  );
}
