import { listZip, readZipEntry, unpackZipEntry, type ZipArchive } from '../zip.ts';
import { unpackZstd } from '../zstd.ts';
import { awaitPart, PackageError, readPart } from './package-error.ts';
import { packageLimits } from './package-limits.ts';
import { readProtobufFields } from './protobuf.ts';

/** Names of the collection in a package, the one to be read before the ones that only explain. */
const generations = [
  { name: 'collection.anki21b', version: 3, words: 'Anki 2.1.50 or later' },
  { name: 'collection.anki21', version: 2, words: 'Anki 2.1' },
  { name: 'collection.anki2', version: 1, words: 'any version of Anki' },
] as const;

export interface OpenedPackage {
  readonly archive: ZipArchive;
  readonly collection: Uint8Array;
  /** Whether its parts are packed with zstd, as those of the newest generation are. */
  readonly isPacked: boolean;
  /** Which Anki it is for: "Anki 2.1". */
  readonly words: string;
}

/**
 * Finds the collection of a package and unpacks it. Newer packages also hold one for old versions,
 * with a single note that asks to update: it is never taken. Rejects with a `PackageError`.
 */
export async function openPackage(bytes: Uint8Array): Promise<OpenedPackage> {
  const archive = readPart('This package', () => listZip(bytes));
  const version = readVersion(bytes, archive);
  const found = generations.find(({ name }) => archive.has(name));
  const entry = found && archive.get(found.name);
  if (found === undefined || entry === undefined) {
    throw new PackageError(
      'This zip holds no Anki collection, so there was nothing to import. Choose a file that Anki exported: its name ends with .apkg or .colpkg.',
    );
  }
  if (version > 3) {
    throw new PackageError(
      `This package was made by a newer version of Anki (format ${version}). Nothing was imported. Export it again with “Support older Anki versions” ticked.`,
    );
  }
  if (found.version < version) {
    throw new PackageError(
      'The collection of this package is missing; only the note that asks to update Anki is there. Nothing was imported. Export the deck again.',
    );
  }
  const isPacked = found.version === 3;
  const part = `The collection (${found.name})`;
  const unpacked = await awaitPart(part, unpackZipEntry(bytes, entry));
  const collection = isPacked
    ? readPart(part, () => unpackZstd(unpacked, packageLimits.collectionBytes))
    : unpacked;
  return { archive, collection, isPacked, words: found.words };
}

/** Older packages do not say their version. */
function readVersion(bytes: Uint8Array, archive: ZipArchive): number {
  const entry = archive.get('meta');
  if (entry === undefined) return 1;
  return readPart('The description of this package (meta)', () => {
    const version = readProtobufFields(readZipEntry(bytes, entry)).get(1);
    return typeof version === 'number' ? version : 1;
  });
}
