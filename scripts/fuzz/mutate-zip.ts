import { toZstdFrame } from '#src/formats/anki/testing/zstd-frame.ts';
import type { Sqlite } from '#src/formats/sqlite.ts';
import { listZip, readZipEntry, writeZip } from '#src/formats/zip.ts';
import { isZstd, unpackZstd } from '#src/formats/zstd.ts';
import type { Chance } from './chance.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateDatabase } from './mutate-database.ts';
import { mutateJson } from './mutate-json.ts';

const mostUnpacked = 16 * 1024 * 1024;

/** A valid zip changed as a whole, in its directory, or in one of its files and packed again. */
export function mutateZip(
  bytes: Uint8Array,
  chance: Chance,
  others: readonly Uint8Array[],
  sqlite: Sqlite,
): Uint8Array {
  if (chance.once(6)) return mutateBytes(bytes, chance, others);
  if (chance.once(6)) return mutateDirectory(bytes, chance);
  const files = new Map(
    [...listZip(bytes)].map(([name, entry]) => [name, readZipEntry(bytes, entry)]),
  );
  const names = [...files.keys()];
  for (let left = 1 + chance.below(2); left > 0; left -= 1) {
    const name = chance.pick(names);
    const content = files.get(name);
    if (content === undefined) continue;
    if (chance.once(25)) files.delete(name);
    else if (chance.once(25)) files.set(`../${name}`, content);
    else files.set(name, mutatePart(content, chance, sqlite));
  }
  return writeZip(files, () => chance.once(2));
}

function mutatePart(content: Uint8Array, chance: Chance, sqlite: Sqlite): Uint8Array {
  if (isZstd(content) && !chance.once(4)) {
    const unpacked = tryUnpack(content);
    // A part that an earlier change broke can only be broken further.
    if (unpacked === undefined) return mutateBytes(content, chance, []);
    return toZstdFrame(mutatePart(unpacked, chance, sqlite));
  }
  const start = String.fromCharCode(...content.subarray(0, 6));
  if (start === 'SQLite' && !chance.once(4)) return mutateDatabase(content, sqlite, chance);
  const json = /^[[{]/.test(start) && !chance.once(4) ? new TextDecoder().decode(content) : '';
  const mutated = mutateJson(json, chance);
  if (mutated !== undefined) return new TextEncoder().encode(mutated);
  return mutateBytes(content, chance, []);
}

function tryUnpack(content: Uint8Array): Uint8Array | undefined {
  try {
    return unpackZstd(content, mostUnpacked);
  } catch {
    return undefined;
  }
}

const directoryMark = 0x02014b50;
const endMark = 0x06054b50;
/** Offsets in an entry of the directory: flags, method, times, check, sizes, lengths, where it starts. */
const entryFields = [8, 10, 12, 16, 20, 24, 28, 30, 32, 38, 42];
const endFields = [4, 8, 10, 12, 16, 20];

/** Sizes, counts and places that are not so, in the directory and at its end. */
function mutateDirectory(bytes: Uint8Array, chance: Chance): Uint8Array {
  const own = bytes.slice();
  const view = new DataView(own.buffer);
  const places: number[] = [];
  for (let at = 0; at + 22 <= own.length; at += 1) {
    const mark = view.getUint32(at, true);
    if (mark === directoryMark) places.push(...entryFields.map((offset) => at + offset));
    if (mark === endMark) places.push(...endFields.map((offset) => at + offset));
  }
  for (let left = 1 + chance.below(4); left > 0; left -= 1) {
    const at = chance.pick(places);
    if (at + 4 > own.length) continue;
    const value = chance.pick([0, 1, 0xffff, 0x10000, 0x7fffffff, 0xffffffff, own.length]);
    if (chance.once(2)) view.setUint16(at, value & 0xffff, true);
    else view.setUint32(at, value, true);
  }
  return own;
}
