import type { BankAliases } from '#src/domain/content.ts';
import { findBank } from './bank.ts';
import { listOwnRecords, toOwnRecord } from './own-record.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** The other names of the bank's concepts; none before the bank was fetched. Rejects where they cannot be had. */
export async function loadAliases(store: Store): Promise<BankAliases> {
  const file = (await findBank(store))?.manifest.aliases;
  return file === undefined ? {} : ((await store.fetchDeckFile(file)) as BankAliases);
}

/**
 * Links the roadmaps of the learner's own that wait for it to the bank's concepts: after they came, and
 * after the bank changed. Until then they show the links they had; where the concepts' other names cannot be
 * had now, they wait on.
 */
export async function linkOwnRoadmaps(store: Store): Promise<void> {
  const { db } = store;
  const records = await withStorageErrors(() => listOwnRecords(db));
  const waiting = records.filter(({ own }) => own?.isLinked === false);
  const bank = waiting.length === 0 ? undefined : await findBank(store);
  if (bank === undefined) return;
  const aliases = await loadAliases(store).catch(() => undefined);
  if (aliases === undefined) return;
  for (const { id, own, roadmap } of waiting) {
    const linked = await store.noteFormats.linkRoadmap(roadmap, bank.index, aliases);
    await withStorageErrors(() =>
      db.transaction('rw', [db.roadmaps, db.bank], async () => {
        const [now, current] = await Promise.all([db.roadmaps.get(id), db.bank.get(bank.home)]);
        // Brought in anew, or the bank changed meanwhile: it waits for its own turn.
        if (now?.own === undefined || now.own.event !== own?.event) return;
        if (current?.manifest.version !== bank.manifest.version) return;
        const { title } = now.roadmap;
        const settled = { ...now.own, isLinked: true };
        await db.roadmaps.put(toOwnRecord({ ...linked, title }, settled, bank.index));
      }),
    );
  }
}
