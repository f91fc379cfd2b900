import type { BankIndex, CompiledRoadmap, DeckManifest, Pack } from '#src/domain/content.ts';
import { toCardId, type HomeId } from '#src/domain/ids.ts';
import { ownRoadmapPrefix } from '#src/domain/own-roadmap.ts';
import { groupCardsByConcept, listIntroduction, listPlaces } from '#src/domain/roadmap-cards.ts';
import type {
  BankRecord,
  CairnDatabase,
  HomeRecord,
  PackRecord,
  RoadmapRecord,
} from './database.ts';
import { refreshGoneCards } from './gone-cards.ts';
import { toOwnRecord } from './own-record.ts';
import { keepRenamedNotes } from './renamed-cards.ts';
import { findEntries, recomputeCards } from './schedules.ts';
import { loadReplayContext } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

export const bankHome = 'cairn' as HomeId;

/** The bank as stored, without its text; undefined before the first start has fetched it. */
export function findBank({ db }: Store): Promise<BankRecord | undefined> {
  return withStorageErrors(() => db.bank.get(bankHome));
}

/** Whether the bank was ever fetched: a start asks no more, and the record is large. */
export function hasBank({ db }: Store): Promise<boolean> {
  return withStorageErrors(async () => (await db.bank.count()) > 0);
}

/**
 * Brings the shipped bank to the version the server has. The first time only what a queue needs is
 * fetched, so that a first question need not wait for every card; later versions are fetched whole
 * and swapped in by one transaction, which touches no event. Resolves to whether anything changed;
 * rejects, with everything as it was, where a file cannot be had.
 */
export async function updateBank(store: Store): Promise<boolean> {
  const manifest = (await store.fetchDeckFile('manifest.json')) as DeckManifest;
  const kept = await findBank(store);
  if (kept?.manifest.version === manifest.version) return false;
  const [index, ...roadmaps] = (await Promise.all([
    store.fetchDeckFile(manifest.index),
    ...manifest.roadmaps.map((roadmap) => store.fetchDeckFile(roadmap.file)),
  ])) as [BankIndex, ...CompiledRoadmap[]];
  const missing = kept === undefined ? [] : await listMissingPacks(store, index);
  const packs = await Promise.all(missing.map((file) => fetchPack(store, file)));
  await swapBank(store, { manifest, index, roadmaps, packs });
  return true;
}

/**
 * Fetches the packs the device does not hold yet and keeps each as it comes, so that a break costs
 * one pack at most. Resolves when all are there; rejects at the first that cannot be had.
 */
export async function fetchMissingPacks(store: Store): Promise<void> {
  const bank = await findBank(store);
  if (bank === undefined) return;
  for (const file of await listMissingPacks(store, bank.index)) {
    const pack = await fetchPack(store, file);
    await withStorageErrors(() => store.db.packs.put(pack));
  }
}

async function listMissingPacks({ db }: Store, index: BankIndex): Promise<string[]> {
  const held = new Set(await withStorageErrors(() => db.packs.toCollection().primaryKeys()));
  return index.packs.map((pack) => pack.file).filter((file) => !held.has(file));
}

async function fetchPack(store: Store, file: string): Promise<PackRecord> {
  const { notes } = (await store.fetchDeckFile(file)) as Pack;
  return { id: file, home: bankHome, notes };
}

interface BankVersion {
  readonly manifest: DeckManifest;
  readonly index: BankIndex;
  readonly roadmaps: readonly CompiledRoadmap[];
  readonly packs: readonly PackRecord[];
}

async function swapBank({ db }: Store, version: BankVersion): Promise<void> {
  const { manifest, index, roadmaps, packs } = version;
  const cards = groupCardsByConcept(index);
  const records: RoadmapRecord[] = roadmaps.map((roadmap) => ({
    id: roadmap.id,
    roadmap,
    introduction: listIntroduction(roadmap, cards).join('\n'),
  }));
  await withStorageErrors(() =>
    db.transaction(
      'rw',
      [
        ...[db.bank, db.homes, db.packs, db.roadmaps],
        ...[db.schedules, db.memories, db.kept, db.events, db.segments],
      ],
      async () => {
        const previous = await db.homes.get(bankHome);
        const home = toHomeRecord(manifest, index, previous);
        await db.packs.bulkPut([...packs]);
        const keep = new Set([...home.packs.map((pack) => pack.id), ...home.previous]);
        await db.packs
          .where('home')
          .equals(bankHome)
          .filter((pack) => !keep.has(pack.id))
          .delete();
        const own = await db.roadmaps.where('id').startsWith(ownRoadmapPrefix).toArray();
        await db.roadmaps.clear();
        await db.roadmaps.bulkPut([...records, ...own.map((record) => awaitLinks(record, index))]);
        await db.homes.put(home);
        await db.bank.put({ home: bankHome, manifest, index, places: listPlaces(roadmaps) });
        await moveRenamedCards(db, index);
        await refreshGoneCards(db);
      },
    ),
  );
}

/** A learner's own roadmap with the cards its links lead to now; `linkOwnRoadmaps` has to follow. */
function awaitLinks({ roadmap, own, ...record }: RoadmapRecord, index: BankIndex): RoadmapRecord {
  if (own === undefined) return { ...record, roadmap };
  return toOwnRecord(roadmap, { ...own, isLinked: false }, index);
}

/** Gives a renamed card the state that follows from what was done under its former ids. */
async function moveRenamedCards(db: CairnDatabase, index: BankIndex): Promise<void> {
  await keepRenamedNotes(db, index.renamed);
  const notes = new Map(
    index.concepts.flatMap((concept) => concept.notes.map((note) => [note.id, note])),
  );
  const nowByFormer = new Map(
    index.renamed.flatMap(({ was, now }) =>
      (notes.get(now)?.ordinals ?? []).map((ordinal) => [
        toCardId(was, ordinal),
        toCardId(now, ordinal),
      ]),
    ),
  );
  const entries = await findEntries(db, [...nowByFormer.keys()]);
  if (entries.size === 0) return;
  const cards = new Set([...entries.keys()].flatMap((former) => nowByFormer.get(former) ?? []));
  const { context } = await loadReplayContext(db);
  await recomputeCards(db, [...cards], context);
}

function toHomeRecord(
  manifest: DeckManifest,
  index: BankIndex,
  previous: HomeRecord | undefined,
): HomeRecord {
  const cards = groupCardsByConcept(index);
  return {
    home: bankHome,
    title: 'Cairn',
    version: manifest.version,
    packs: index.packs.map((pack, position) => ({
      id: pack.file,
      cards: index.concepts
        .filter((concept) => concept.pack === position)
        .flatMap((concept) => cards.get(concept.id) ?? [])
        .join('\n'),
    })),
    previous: previous?.packs.map((pack) => pack.id) ?? [],
  };
}
