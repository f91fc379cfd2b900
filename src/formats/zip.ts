import { Inflate, Zip, ZipDeflate, ZipPassThrough, zipSync, type Zippable } from 'fflate';

/** What a zip may hold at most. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of one entry, unpacked. */
  readonly entryBytes: number;
  /** Bytes of all entries together, unpacked. */
  readonly totalBytes: number;
}

/** Far above any deck that people share, and little enough for a phone to refuse in time. */
export const zipLimits: ZipLimits = {
  entries: 200_000,
  entryBytes: 512 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
};

/** Data that people make packs to a tenth; only emptiness packs to less than this part of its size. */
const mostPacked = 200;
const alwaysFine = 16 * 1024 * 1024;
const pushBytes = 64 * 1024;

/** A file inside a zip. Its name is what the zip says and may be anything: look it up, never write to it. */
export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Where its local header is. */
  readonly start: number;
}

/** The files of a zip, by name. Where a name occurs twice the last one counts, as in other programs. */
export type ZipArchive = ReadonlyMap<string, ZipEntry>;

/** What is wrong with a zip or a file in it, for a sentence that names the file. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

/** Whether a file begins as a zip does, an empty one included. */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, kind] = bytes;
  return p === 0x50 && k === 0x4b && (kind === 3 || kind === 5);
}

/**
 * Lists the files of a zip from the directory at its end, without unpacking anything. Throws a
 * `ZipError` where the directory is missing or damaged, or promises more than the limits allow.
 */
export function listZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view);
  if (count > limits.entries) throw new ZipError(`holds ${count} files, more than any deck does`);
  const archive = new Map<string, ZipEntry>();
  let at = start;
  let total = 0;
  let packed = 0;
  for (let index = 0; index < count; index += 1) {
    const read = readDirectoryEntry(view, at);
    at = read.next;
    total += read.entry.bytes;
    packed += read.entry.packedBytes;
    if (read.entry.bytes > limits.entryBytes || total > limits.totalBytes) {
      throw new ZipError('would unpack to more than this app can hold');
    }
    archive.set(read.entry.name, read.entry);
  }
  // Files that share their bytes are how a small zip holds a huge one.
  if (packed > bytes.length) throw new ZipError('holds files that lie on top of each other');
  return archive;
}

/**
 * Unpacks one file. Throws a `ZipError` where it is encrypted, packed in an unknown way, cut short,
 * or of another size than the directory said: no more than that is ever unpacked.
 */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = checkEntry(bytes, entry);
  return entry.method === 0 ? packed.slice() : inflate(packed, entry.bytes);
}

/**
 * As `readZipEntry`, for a large file that someone waits for: the platform unpacks it, several times
 * faster than code that runs for the first time.
 */
export async function unpackZipEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const packed = checkEntry(bytes, entry);
  return entry.method === 0 ? packed.slice() : inflateNatively(packed, entry.bytes);
}

/** The packed bytes of a file that may be unpacked. */
function checkEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.isEncrypted) throw new ZipError('is encrypted');
  const packed = findPacked(bytes, entry);
  if (entry.method === 0) {
    if (entry.bytes !== entry.packedBytes) throw new ZipError('has another size than it says');
    return packed;
  }
  if (entry.method !== 8) throw new ZipError('is packed in a way this app does not know');
  if (entry.bytes > alwaysFine && entry.bytes > entry.packedBytes * mostPacked) {
    throw new ZipError('unpacks to suspiciously much');
  }
  return packed;
}

/** The same moment always, so that the same files give the same bytes. */
const sameMoment = '1980-01-01T12:00:00';

/** Half the time for a twentieth more bytes: someone waits for the file, and nobody sends it often. */
const packingLevel = 2;

/** Packs files into a zip. Media are packed already: `store` says which to take as they are. */
export function writeZip(
  files: ReadonlyMap<string, Uint8Array>,
  store: (name: string) => boolean,
): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of files) {
    entries[name] = [content, { level: store(name) ? 0 : packingLevel, mtime: sameMoment }];
  }
  return zipSync(entries);
}

/** What fits into a zip that every program reads: more needs a longer form. */
const mostWritten = { entries: 0xffff, bytes: 0xffffffff };
const headerBytes = 256;

/** Writes a zip file by file, so that whoever writes a large one can let others work in between. */
export class ZipWriter {
  readonly #chunks: Uint8Array[] = [];
  readonly #zip: Zip;
  #entries = 0;
  #bytes = 0;

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      this.#bytes += chunk.length;
      this.#chunks.push(chunk);
    });
  }

  /**
   * Adds a file; one that is packed already is taken as it is. Throws a `ZipError` where the zip would
   * become larger than zips can be, and is of no use any more.
   */
  add(name: string, content: Uint8Array, isPacked: boolean): void {
    this.#entries += 1;
    // Each name stands there twice, in front of its file and in the directory.
    const bytes = this.#bytes + content.length + this.#entries * headerBytes;
    if (this.#entries > mostWritten.entries || bytes > mostWritten.bytes) {
      throw new ZipError('would hold more than a zip can');
    }
    const file = isPacked
      ? new ZipPassThrough(name)
      : new ZipDeflate(name, { level: packingLevel });
    file.mtime = sameMoment;
    this.#zip.add(file);
    file.push(content, true);
  }

  /** The zip, whole once its parts stand one after the other. */
  finish(): readonly Uint8Array[] {
    this.#zip.end();
    return this.#chunks;
  }
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  let isWhole = false as boolean;
  const stream = new Inflate((chunk, final) => {
    if (length + chunk.length > size) throw new ZipError('unpacks to more than it says');
    out.set(chunk, length);
    length += chunk.length;
    isWhole = final;
  });
  try {
    for (let at = 0; at < packed.length; at += pushBytes) {
      stream.push(packed.subarray(at, at + pushBytes), at + pushBytes >= packed.length);
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('is damaged');
  }
  if (!isWhole || length !== size) throw new ZipError('is cut short');
  return out;
}

async function inflateNatively(packed: Uint8Array, size: number): Promise<Uint8Array> {
  const out = new Uint8Array(size);
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  // What is wrong with the bytes is heard of from the reader.
  writer.write(packed as Uint8Array<ArrayBuffer>).catch(() => undefined);
  writer.close().catch(() => undefined);
  let length = 0;
  for (;;) {
    const chunk = await reader.read().catch(() => {
      throw new ZipError('is damaged or cut short');
    });
    if (chunk.done) break;
    if (length + chunk.value.length > size) {
      await reader.cancel().catch(() => undefined);
      throw new ZipError('unpacks to more than it says');
    }
    out.set(chunk.value, length);
    length += chunk.value.length;
  }
  if (length !== size) throw new ZipError('is cut short');
  return out;
}

function findPacked(bytes: Uint8Array, { start, packedBytes }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start + 30 > bytes.length || view.getUint32(start, true) !== 0x04034b50) {
    throw new ZipError('is not where the directory says');
  }
  // The lengths of name and extra fields may differ from those in the directory.
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + packedBytes > bytes.length) throw new ZipError('is cut short');
  return bytes.subarray(from, from + packedBytes);
}

const endBytes = 22;
const longestComment = 0xffff;

/** The number of entries and where the directory starts, zip64 included. */
function findDirectory(view: DataView): { count: number; start: number } {
  const size = view.byteLength;
  for (let at = size - endBytes; at >= 0 && at >= size - endBytes - longestComment; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== 0xffffffff) return { count, start };
    return findLongDirectory(view, at) ?? { count, start };
  }
  throw new ZipError('is cut short: its directory is missing');
}

function findLongDirectory(view: DataView, end: number) {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return undefined;
  const at = readLong(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return undefined;
  return { count: readLong(view, at + 32), start: readLong(view, at + 48) };
}

function readDirectoryEntry(view: DataView, at: number): { entry: ZipEntry; next: number } {
  const size = view.byteLength;
  if (at + 46 > size || view.getUint32(at, true) !== 0x02014b50) {
    throw new ZipError('has a damaged directory');
  }
  const nameBytes = view.getUint16(at + 28, true);
  const extraBytes = view.getUint16(at + 30, true);
  const extra = at + 46 + nameBytes;
  const next = extra + extraBytes + view.getUint16(at + 32, true);
  if (next > size) throw new ZipError('has a damaged directory');
  const name = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes),
  );
  const short = {
    bytes: view.getUint32(at + 24, true),
    packedBytes: view.getUint32(at + 20, true),
    start: view.getUint32(at + 42, true),
  };
  const sizes = readLongSizes(view, extra, extra + extraBytes, short);
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
  return { entry: { name, method: view.getUint16(at + 10, true), isEncrypted, ...sizes }, next };
}

type Sizes = Pick<ZipEntry, 'bytes' | 'packedBytes' | 'start'>;

/** Zip64: what does not fit into 32 bits stands in an extra field, in this order. */
function readLongSizes(view: DataView, from: number, to: number, short: Sizes): Sizes {
  const sizes = { ...short };
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let value = at + 4;
    for (const key of ['bytes', 'packedBytes', 'start'] as const) {
      if (sizes[key] !== 0xffffffff || value + 8 > to) continue;
      sizes[key] = readLong(view, value);
      value += 8;
    }
    return sizes;
  }
  return sizes;
}

function readLong(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
