/** How many bytes a UTF-8 sequence has that starts with this byte; 0 when none starts with it. */
export function expectedLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

/** Whether a byte continues a UTF-8 sequence. */
export function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** The first code point that needs so many bytes. */
const LEAST_POINTS = [0, 0, 0x80, 0x800, 0x10000];

/** What a lead contributes to the code point of a sequence of this length. */
export function beginPoint(lead: number, length: number): number {
  return lead & (0x7f >> length);
}

/** The code point so far with one more byte of its sequence. */
export function continuePoint(point: number, byte: number): number {
  return point * 64 + (byte & 0x3f);
}

/** Whether so many bytes may say this code point: not for overlong forms, surrogates and what is beyond Unicode. */
export function isValidPoint(point: number, length: number): boolean {
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point >= (LEAST_POINTS[length] ?? Infinity) && !isSurrogate && point <= 0x10ffff;
}
