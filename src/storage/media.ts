import type { HomeId, Instant } from '#src/domain/ids.ts';
import type { CairnDatabase } from './database.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** The name of a file that the learner put into a note: its hash and an ending that says what it is. */
const ownName = /^([0-9a-f]{64})\.[a-z0-9]{1,5}$/;
const ownNames = /\b[0-9a-f]{64}\.[a-z0-9]{1,5}\b/g;

/** Keeps a file that the learner puts into a note, and returns the name the note calls it by. */
export async function keepMedia(
  { db, clock }: Store,
  file: { readonly hash: string; readonly ending: string; readonly bytes: Uint8Array },
): Promise<string> {
  const { hash, bytes } = file;
  await withStorageErrors(() => db.media.put({ hash, bytes, addedAt: clock.now() }));
  return `${hash}.${file.ending}`;
}

/** The bytes of a file that the learner put into a note, by its name; undefined where it is not here. */
export function findOwnMedia({ db }: Store, name: string): Promise<Uint8Array | undefined> {
  return withStorageErrors(async () => {
    const hash = ownName.exec(name)?.[1];
    return hash === undefined ? undefined : (await db.media.get(hash))?.bytes;
  });
}

/** The bytes of files by the names that a home's notes call them; a name that nothing stands for is absent. */
export async function loadMedia(
  { db }: Store,
  home: HomeId,
  names: readonly string[],
): Promise<Map<string, Uint8Array>> {
  return withStorageErrors(async () => {
    const edition = (await db.homes.get(home))?.edition;
    const named = edition === undefined ? undefined : await db.mediaNames.get(edition);
    const found = names.flatMap((name) => {
      const hash = named?.hashes.get(name) ?? ownName.exec(name)?.[1];
      return hash === undefined ? [] : [{ name, hash }];
    });
    const records = await db.media.bulkGet(found.map(({ hash }) => hash));
    return new Map(
      found.flatMap(({ name }, index) => {
        const bytes = records[index]?.bytes;
        return bytes === undefined ? [] : [[name, bytes] as const];
      }),
    );
  });
}

/** The names of all files that a home came with. */
export async function loadMediaNames({ db }: Store, home: HomeId): Promise<ReadonlySet<string>> {
  return withStorageErrors(async () => {
    const edition = (await db.homes.get(home))?.edition;
    const named = edition === undefined ? undefined : await db.mediaNames.get(edition);
    return new Set(named?.hashes.keys());
  });
}

/** The names in a text of files that the learner put into notes. */
export function listOwnNames(text: string): string[] {
  return Array.from(text.matchAll(ownNames), ([name]) => name);
}

/** The hashes of all files that some edition or some note of the learner names, removed ones until `before`. */
export async function listMediaHashes(
  db: CairnDatabase,
  before: Instant,
): Promise<ReadonlySet<string>> {
  const [names, overlays] = await Promise.all([db.mediaNames.toArray(), db.overlays.toArray()]);
  const hashes = new Set(names.flatMap((record) => [...record.hashes.values()]));
  for (const { created, edits, isRemoved, changedAt } of overlays) {
    if (isRemoved && changedAt < before) continue;
    const text = JSON.stringify([created?.source.fields, edits]);
    for (const name of listOwnNames(text)) hashes.add(name.slice(0, 64));
  }
  return hashes;
}
