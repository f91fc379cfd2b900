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

/** The character that one whole UTF-8 sequence means; undefined for overlong forms, surrogates and what is beyond Unicode. */
export function decodeSequence(bytes: readonly number[]): string | undefined {
  let point = (bytes[0] ?? 0) & (0x7f >> bytes.length);
  for (let index = 1; index < bytes.length; index += 1)
    point = point * 64 + ((bytes[index] ?? 0) & 0x3f);
  const least = [0, 0, 0x80, 0x800, 0x10000][bytes.length] ?? Infinity;
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < least || isSurrogate || point > 0x10ffff ? undefined : String.fromCodePoint(point);
}
