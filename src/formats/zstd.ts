import { Decompress } from 'fzstd';

/** What is wrong with a zstd file, for a sentence that names it. */
export class ZstdError extends Error {
  override readonly name = 'ZstdError';
}

/** As much as the format's own tool takes unasked. */
const mostWindow = 128 * 1024 * 1024;
const magic = 0xfd2fb528;

/** Whether a file begins as a zstd frame does. */
export function isZstd(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && readNumber(bytes, 0, 4) === magic;
}

/**
 * Unpacks a zstd file of at most `limit` bytes. Throws a `ZstdError` where it is damaged, cut short
 * or larger: what its header says is checked before anything is unpacked, and the rest on the way.
 */
export function unpackZstd(bytes: Uint8Array, limit: number): Uint8Array {
  checkHeader(bytes, limit);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Decompress((chunk) => {
    length += chunk.length;
    if (length > limit) throw tooLarge();
    chunks.push(chunk);
  });
  try {
    stream.push(bytes, true);
  } catch (error) {
    throw error instanceof ZstdError ? error : new ZstdError('is damaged or cut short');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function checkHeader(bytes: Uint8Array, limit: number): void {
  if (!isZstd(bytes)) throw new ZstdError('is not packed as it should be');
  const flags = bytes[4] ?? 0;
  const isSingle = (flags & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][flags & 3] ?? 0;
  const sizeFlag = flags >> 6;
  const sizeBytes = sizeFlag === 0 ? (isSingle ? 1 : 0) : 2 ** sizeFlag;
  const at = (isSingle ? 5 : 6) + dictionaryBytes;
  const size = readNumber(bytes, at, sizeBytes) + (sizeFlag === 1 ? 256 : 0);
  if (sizeBytes > 0 && size > limit) throw tooLarge();
  const window = bytes[5] ?? 0;
  const windowBytes = isSingle ? size : 2 ** (10 + (window >> 3)) * (1 + (window & 7) / 8);
  if (windowBytes > mostWindow && windowBytes > limit) throw tooLarge();
}

function tooLarge(): ZstdError {
  return new ZstdError('would unpack to more than this app can hold');
}

function readNumber(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) {
    value = value * 256 + (bytes[at + index] ?? 0);
  }
  return value;
}
