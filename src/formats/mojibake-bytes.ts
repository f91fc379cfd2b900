/** Windows-1252 at 0x80–0x9F; a space where the code page leaves a byte undefined. Source: the WHATWG Encoding Standard's index. */
const WINDOWS_1252_HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Where Windows-1254 (Turkish) differs from Windows-1252; no character means two bytes in the two pages. */
const WINDOWS_1254 = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe } as const;

const byteByCharacter = buildTable();

function buildTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (let byte = 0x80; byte <= 0xff; byte += 1) table.set(String.fromCharCode(byte), byte);
  for (const [offset, character] of [...WINDOWS_1252_HIGH].entries()) {
    if (character !== ' ') table.set(character, 0x80 + offset);
  }
  for (const [character, byte] of Object.entries(WINDOWS_1254)) table.set(character, byte);
  return table;
}

/** The byte (0x80–0xFF) a character stands for in Windows-1252 or -1254; -1 for ASCII and for everything those pages lack. */
export function byteOfCharacter(character: string): number {
  return byteByCharacter.get(character) ?? -1;
}

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

/**
 * Reads bytes as Windows-1252, by this table and not by the platform's, which is wrong in some versions of Node. As in
 * browsers, a byte that the code page leaves undefined becomes the control character of the same number.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes);
  for (let index = 0; index < units.length; index += 1) {
    const byte = units[index] ?? 0;
    const high = byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252_HIGH.charCodeAt(byte - 0x80) : 0x20;
    if (high !== 0x20) units[index] = high;
  }
  return new TextDecoder('utf-16le').decode(units);
}
