import { decodeWindows1252 } from '../code-pages.ts';

export interface DecodedText {
  /** Without a byte order mark, every line end a line feed. */
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';
}

/**
 * Reads bytes as text: by their byte order mark, by the zero bytes of UTF-16, as UTF-8, and what is not valid there as
 * Windows-1252. Undefined for what is no text at all.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const decoded = decode(bytes);
  if (decoded === undefined || looksBinary(decoded.text)) return undefined;
  const text = decoded.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return { text, encoding: decoded.encoding };
}

function decode(bytes: Uint8Array): DecodedText | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 'UTF-16 LE');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 'UTF-16 BE');
  const order = guessUtf16(bytes);
  if (order !== undefined) return decodeUtf16(bytes, order);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'UTF-8' };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'Windows-1252' };
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Text of Latin letters has a zero in every other byte; four in ten of them are no chance. */
function guessUtf16(bytes: Uint8Array): 'UTF-16 LE' | 'UTF-16 BE' | undefined {
  const looked = Math.min(bytes.length, 4096) & ~1;
  if (looked < 4) return undefined;
  const zeros = [0, 0];
  for (let index = 0; index < looked; index += 1) {
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const enough = (looked / 2) * 0.4;
  if (odd >= enough && even < odd / 10) return 'UTF-16 LE';
  return even >= enough && odd < even / 10 ? 'UTF-16 BE' : undefined;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'UTF-16 LE' | 'UTF-16 BE'): DecodedText {
  const pairs = bytes.slice(0, bytes.length & ~1);
  if (encoding === 'UTF-16 BE') {
    for (let index = 0; index < pairs.length; index += 2) {
      const high = pairs[index] ?? 0;
      pairs[index] = pairs[index + 1] ?? 0;
      pairs[index + 1] = high;
    }
  }
  return { text: new TextDecoder('utf-16le').decode(pairs), encoding };
}

/** A text has no zeros, and hardly any of the signs that steer old terminals. */
function looksBinary(text: string): boolean {
  const start = text.slice(0, 65_536);
  if (start.includes('\0')) return true;
  const controls = start.match(/[\u0001-\u0008\u000e-\u001f\u007f\uFFFD]/g)?.length ?? 0;
  return controls * 50 > start.length;
}
