import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fuzzKinds } from '#scripts/fuzz/fuzz-kinds.ts';
import { openFiles } from '#scripts/fuzz/fuzz-run.ts';
import { loadSqlite } from '#src/formats/anki/testing/load-sqlite.ts';
import { textDeckSamples } from '#src/formats/testing/text-deck-samples.ts';
import { dumpDatabase } from '#src/storage/database-dump.ts';
import { makeTestClock, openTestStore } from '#src/storage/test-store.ts';
import { makeImporter } from './importer.ts';
import { noteFormats } from './note-formats.ts';

const digest = (bytes: Uint8Array) => {
  const hash = createHash('sha256').update(bytes).digest();
  return Promise.resolve(Uint8Array.from(hash).buffer);
};

const filesOfEach = 12;

/** A store that holds a deck already, which a mutated file may be a newer version of. */
async function openWithDeck(name: string) {
  const { store } = await openTestStore({}, makeTestClock(), name, noteFormats);
  const importer = makeImporter({ store, digest, loadSqlite });
  const text = textDeckSamples['card-file'];
  await importer.read([{ name: 'redis.md', bytes: new TextEncoder().encode(text) }]);
  await importer.import([], () => undefined, new AbortController().signal);
  return { importer, before: await dumpDatabase(name) };
}

describe('files that are damaged or hostile', () => {
  it.each(fuzzKinds)('are previewed without a change of the database: $name', async (kind) => {
    const database = `hostile-${kind.name}`;
    const { importer, before } = await openWithDeck(database);
    expect(before.stores.editions?.records).toHaveLength(1);
    const makeFile = await openFiles(kind, 5);
    for (let run = 0; run < filesOfEach; run += 1) {
      const previews = await importer.read([{ name: kind.fileName, bytes: await makeFile(run) }]);
      expect(previews).toHaveLength(1);
    }
    expect(await dumpDatabase(database)).toEqual(before);
  });
});
