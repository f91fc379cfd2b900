import type { ImportedMedia } from '../import/imported-deck.ts';
import { readZipEntry } from '../zip.ts';
import { unpackZstd, ZstdError } from '../zstd.ts';
import { parseJsonObject } from './json-values.ts';
import type { OpenedPackage } from './open-package.ts';
import { packageLimits } from './package-limits.ts';
import type { ProblemList } from '../import/problem-list.ts';
import { readProtobuf, readProtobufFields, toProtobufText } from './protobuf.ts';

const mostMapBytes = 64 * 1024 * 1024;

/**
 * The media of a package under the names that its notes use. A file that is missing or damaged is
 * left out and reported; so are all of them where the list of their names cannot be read.
 */
export function readMedia(
  bytes: Uint8Array,
  { archive, isPacked }: Pick<OpenedPackage, 'archive' | 'isPacked'>,
  problems: ProblemList,
): ImportedMedia[] {
  const nameByEntry = readMediaMap(bytes, { archive, isPacked }, problems);
  const media: ImportedMedia[] = [];
  const taken = new Set<string>();
  let left: number = packageLimits.mediaBytes;
  for (const [entryName, written] of nameByEntry) {
    const name = toMediaName(written);
    if (name === undefined) {
      problems.report(`A media file has a name that cannot be used (${quote(written)}).`);
      continue;
    }
    if (taken.has(name)) {
      problems.report(`Two media files are called ${quote(name)}. The first was taken.`);
      continue;
    }
    const entry = archive.get(entryName);
    if (entry === undefined) {
      problems.report(`The media file ${quote(name)} is missing from the package.`);
      continue;
    }
    try {
      const packed = readZipEntry(bytes, entry);
      const content = isPacked ? unpackZstd(packed, left) : packed;
      left -= content.length;
      taken.add(name);
      media.push({ name, bytes: content });
    } catch (error) {
      // What took its room before it turned out damaged would do so again and again.
      if (error instanceof ZstdError) left -= error.spent;
      const what = error instanceof Error ? error.message : 'is damaged';
      problems.report(`The media file ${quote(name)} ${what}. It was left out.`);
    }
  }
  return media;
}

/** NFC, without a path; undefined where nothing is left that a note could name. */
export function toMediaName(written: string): string | undefined {
  const name = written.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = name.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  return clean === '' || clean === '.' || clean === '..' || clean.length > 255 ? undefined : clean;
}

function quote(name: string): string {
  return `“${name.slice(0, 100)}”`;
}

function readMediaMap(
  bytes: Uint8Array,
  { archive, isPacked }: Pick<OpenedPackage, 'archive' | 'isPacked'>,
  problems: ProblemList,
): ReadonlyMap<string, string> {
  const entry = archive.get('media');
  if (entry === undefined) return new Map();
  try {
    const map = readZipEntry(bytes, entry);
    return isPacked ? readMessages(unpackZstd(map, mostMapBytes)) : readJson(map);
  } catch (error) {
    const what = error instanceof Error ? error.message : 'is damaged';
    problems.report(`The list of media ${what}. The notes were taken without their media.`);
    return new Map();
  }
}

/** The n-th message describes the file called n. */
function readMessages(bytes: Uint8Array): ReadonlyMap<string, string> {
  const nameByEntry = new Map<string, string>();
  for (const [field, value] of readProtobuf(bytes)) {
    if (field !== 1 || typeof value === 'number') continue;
    nameByEntry.set(String(nameByEntry.size), toProtobufText(readProtobufFields(value).get(1)));
  }
  return nameByEntry;
}

function readJson(bytes: Uint8Array): ReadonlyMap<string, string> {
  const json = parseJsonObject(new TextDecoder().decode(bytes));
  // One that is called by no text has a name that cannot be used, and is told as such.
  const toText = (name: unknown) => (typeof name === 'string' ? name : '');
  return new Map(Object.entries(json).map(([entry, name]) => [entry, toText(name)]));
}
