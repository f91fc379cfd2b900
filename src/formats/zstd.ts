import { decompress, Decompress } from 'fzstd';

/** What is wrong with a zstd file, for a sentence that names it. */
export class ZstdError extends Error {
  override readonly name = 'ZstdError';
  /** Bytes that were unpacked, or made room for, until it was found. */
  readonly spent: number;

  constructor(message: string, spent = 0) {
    super(message);
    this.spent = spent;
  }
}

/** What every reader of the format should take, by RFC 8878 (3.1.1.1.2), and more than packages use. */
const mostWindow = 8 * 1024 * 1024;
const magic = 0xfd2fb528;
/** A block holds no more than this, and packers fill all but the last of a frame. */
const fullBlock = 128 * 1024;
/** Bytes that fzstd may move about in its window, which it does for each block: seconds, not minutes. */
const mostMoved = 2 ** 35;

interface Frame {
  readonly end: number;
  /** Unpacked; undefined where the header does not say. */
  readonly bytes: number | undefined;
  readonly blocks: number;
  readonly windowBytes: number;
}

/** Whether a file begins as a zstd frame does. */
export function isZstd(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && readNumber(bytes, 0, 4) === magic;
}

/**
 * Unpacks a zstd file of at most `limit` bytes. Throws a `ZstdError` where it is damaged, cut short
 * or larger: what its headers say is checked before anything is unpacked, and the rest on the way.
 */
export function unpackZstd(bytes: Uint8Array, limit: number): Uint8Array {
  if (!isZstd(bytes)) throw new ZstdError('is not packed as it should be');
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const frame = findFrame(bytes, at);
    const part = unpackFrame(bytes.subarray(at, frame.end), frame, limit - length);
    parts.push(part);
    length += part.length;
    at = frame.end;
  }
  return joinParts(parts, length);
}

function unpackFrame(packed: Uint8Array, frame: Frame, limit: number): Uint8Array {
  const { bytes, blocks, windowBytes } = frame;
  if (bytes === undefined) {
    if (windowBytes > mostWindow || windowBytes * blocks > mostMoved) throw tooLarge();
    return unpackStream(packed, limit);
  }
  if (bytes > limit) throw tooLarge();
  if (bytes > blocks * fullBlock || blocks > mostBlocks(bytes)) throw damaged();
  try {
    return decompress(packed, new Uint8Array(bytes));
  } catch {
    throw damaged(bytes);
  }
}

function unpackStream(packed: Uint8Array, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Decompress((chunk) => {
    length += chunk.length;
    if (length > limit) throw tooLarge(length);
    if (chunks.push(chunk) > mostBlocks(length)) throw damaged(length);
  });
  try {
    stream.push(packed, true);
  } catch (error) {
    throw error instanceof ZstdError ? error : damaged(length);
  }
  return joinParts(chunks, length);
}

/** Many small blocks take long and no packer makes them. */
function mostBlocks(bytes: number): number {
  return 2 * Math.ceil(bytes / fullBlock) + 16;
}

/** Reads a frame's header and walks along its blocks, whose headers say how long they are. */
function findFrame(bytes: Uint8Array, start: number): Frame {
  const flags = bytes[start + 4] ?? 0;
  if (start + 6 > bytes.length || readNumber(bytes, start, 4) !== magic) throw damaged();
  const isSingle = (flags & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][flags & 3] ?? 0;
  const sizeFlag = flags >> 6;
  const sizeBytes = sizeFlag === 0 ? (isSingle ? 1 : 0) : 2 ** sizeFlag;
  const sizeAt = start + (isSingle ? 5 : 6) + dictionaryBytes;
  const size = readNumber(bytes, sizeAt, sizeBytes) + (sizeFlag === 1 ? 256 : 0);
  const window = bytes[start + 5] ?? 0;
  const windowBytes = isSingle ? size : 2 ** (10 + (window >> 3)) * (1 + (window & 7) / 8);
  const { end, blocks } = walkBlocks(bytes, sizeAt + sizeBytes);
  const checksumBytes = (flags & 4) === 0 ? 0 : 4;
  return {
    end: end + checksumBytes,
    bytes: sizeBytes === 0 ? undefined : size,
    blocks,
    windowBytes,
  };
}

function walkBlocks(bytes: Uint8Array, from: number): { end: number; blocks: number } {
  let at = from;
  for (let blocks = 1; at + 3 <= bytes.length; blocks += 1) {
    const head = readNumber(bytes, at, 3);
    const isRepeat = ((head >> 1) & 3) === 1;
    at += 3 + (isRepeat ? 1 : head >> 3);
    if (at > bytes.length) break;
    if ((head & 1) === 1) return { end: at, blocks };
  }
  throw damaged();
}

function joinParts(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function tooLarge(spent?: number): ZstdError {
  return new ZstdError('would unpack to more than this app can hold', spent);
}

function damaged(spent?: number): ZstdError {
  return new ZstdError('is damaged or cut short', spent);
}

function readNumber(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) {
    value = value * 256 + (bytes[at + index] ?? 0);
  }
  return value;
}
