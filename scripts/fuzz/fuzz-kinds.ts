import { readFileSync } from 'node:fs';
import { loadSqlite } from '#src/formats/anki/testing/load-sqlite.ts';
import { samplePackages } from '#src/formats/anki/testing/sample-packages.ts';
import { decodeText } from '#src/formats/recognise/decode-text.ts';
import type { RecognisedText } from '#src/formats/recognise/recognise-file.ts';
import { textDeckSamples } from '#src/formats/testing/text-deck-samples.ts';
import type { Chance } from './chance.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';
import { mutateZip } from './mutate-zip.ts';
import { readAs, readCopyFile, readDeckFile, type Outcome } from './read-file.ts';

/** A kind of file that the app reads, with what mutations start from and what becomes of a file. */
export interface FuzzKind {
  readonly name: string;
  readonly fileName: string;
  readonly loadSamples: () => Promise<readonly Uint8Array[]>;
  readonly mutate: (
    sample: Uint8Array,
    chance: Chance,
    others: readonly Uint8Array[],
  ) => Promise<Uint8Array>;
  /** Throws where a promise is broken. */
  readonly read: (bytes: Uint8Array) => Promise<Outcome>;
}

type TextFormat = RecognisedText['format'];

const textFormats = Object.keys(textDeckSamples) as TextFormat[];
const texts = textFormats.map((format) => encode(textDeckSamples[format]));

/** All kinds, in the order in which they are tried: packages, texts, saved copies. */
export const fuzzKinds: readonly FuzzKind[] = [
  ...samplePackages.map(({ name, build }) =>
    packageKind(`apkg-${name.slice(name.lastIndexOf('.') + 1)}`, 'deck.apkg', [build]),
  ),
  packageKind(
    'colpkg',
    'collection.colpkg',
    samplePackages.map(({ build }) => build),
  ),
  ...textFormats.map(textKind),
  copyKind('copy-v1', 'copy-v1.json.txt'),
  copyKind('copy-v2', 'copy-v2.json.txt'),
  copyKind('copy-v3', 'copy-v3.zip'),
];

function packageKind(
  name: string,
  fileName: string,
  builds: readonly (() => Promise<Uint8Array>)[],
): FuzzKind {
  return {
    name,
    fileName,
    loadSamples: () => Promise.all(builds.map((build) => build())),
    mutate: mutatePacked,
    read: (bytes) => readDeckFile(fileName, bytes),
  };
}

/** A text is read as what it seems to be, as the app does, and as what it once was. */
function textKind(format: TextFormat): FuzzKind {
  return {
    name: format,
    fileName: 'deck.txt',
    loadSamples: () => Promise.resolve([encode(textDeckSamples[format])]),
    mutate: mutateText,
    read: async (bytes) => {
      const decoded = decodeText(bytes);
      if (decoded !== undefined) readAs(format, decoded.text);
      return readDeckFile('deck.txt', bytes);
    },
  };
}

function copyKind(name: string, stored: string): FuzzKind {
  return {
    name,
    fileName: stored,
    loadSamples: () => Promise.resolve([readStored(stored)]),
    mutate: stored.endsWith('.zip') ? mutatePacked : mutateText,
    read: readCopyFile,
  };
}

/** Bytes of their own: a buffer's slices would share them. */
function readStored(name: string): Uint8Array {
  return Uint8Array.from(readFileSync(`src/formats/fixtures/${name}`));
}

async function mutatePacked(
  sample: Uint8Array,
  chance: Chance,
  others: readonly Uint8Array[],
): Promise<Uint8Array> {
  return mutateZip(sample, chance, others, await loadSqlite());
}

function mutateText(
  sample: Uint8Array,
  chance: Chance,
  others: readonly Uint8Array[],
): Promise<Uint8Array> {
  const json = chance.once(3) ? undefined : mutateJson(new TextDecoder().decode(sample), chance);
  // Pieces of other formats, for what is recognised by its marks.
  const pieces = [...others, ...texts];
  const mutated = json === undefined ? mutateBytes(sample, chance, pieces) : encode(json);
  return Promise.resolve(mutated);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
