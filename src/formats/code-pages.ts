/** A code page of one byte a character, as far as text in UTF-8 is found that was read in it. */
export interface CodePage {
  /** The byte (0x80–0xFF) of every UTF-16 unit that the page has above ASCII; 0 for all others. */
  readonly byteOfUnit: Uint8Array;
  /** Bytes that the page leaves undefined: readers keep them as control characters, or lose them. */
  readonly undefinedBytes: readonly number[];
}

/** Windows-1252 at 0x80–0x9F; a space where the code page leaves a byte undefined. Source: the WHATWG Encoding Standard's index. */
const WINDOWS_1252_HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Where Windows-1254 (Turkish) differs from Windows-1252; no character means two bytes in the two pages. */
const WINDOWS_1254 = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe } as const;

/** The two pages of DOS that no platform decodes, from 0x80 on. Source: Unicode's mappings CP437.TXT and CP850.TXT. */
const DOS_437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';
const DOS_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';

/** Western Europe and Turkish: Latin-1, Windows-1252 and Windows-1254 in one, as no character means two bytes in them. */
function buildWestern(): CodePage {
  const byteOfUnit = new Uint8Array(0x10000);
  for (let byte = 0x80; byte <= 0xff; byte += 1) byteOfUnit[byte] = byte;
  for (const [offset, character] of [...WINDOWS_1252_HIGH].entries()) {
    if (character !== ' ') byteOfUnit[character.charCodeAt(0)] = 0x80 + offset;
  }
  for (const [character, byte] of Object.entries(WINDOWS_1254))
    byteOfUnit[character.charCodeAt(0)] = byte;
  return { byteOfUnit, undefinedBytes: [0x81, 0x8d, 0x8f, 0x90, 0x9d] };
}

/** A page of Windows or Unix: a byte that it leaves undefined is the character of the same number, as most readers keep it. */
function buildByLabel(label: string): CodePage {
  const byteOfUnit = new Uint8Array(0x10000);
  const undefinedBytes: number[] = [];
  for (const [offset, character] of [...decodeUpperHalf(label)].entries()) {
    const byte = 0x80 + offset;
    const isUndefined = character === '\uFFFD' || (character.charCodeAt(0) === byte && byte < 0xa0);
    if (isUndefined) undefinedBytes.push(byte);
    byteOfUnit[isUndefined ? byte : character.charCodeAt(0)] = byte;
  }
  return { byteOfUnit, undefinedBytes };
}

/** A page that defines every byte. */
function buildFull(upperHalf: string): CodePage {
  const byteOfUnit = new Uint8Array(0x10000);
  for (const [offset, character] of [...upperHalf].entries())
    byteOfUnit[character.charCodeAt(0)] = 0x80 + offset;
  return { byteOfUnit, undefinedBytes: [] };
}

function decodeUpperHalf(label: string): string {
  return new TextDecoder(label).decode(
    Uint8Array.from({ length: 0x80 }, (_, index) => 0x80 + index),
  );
}

/** The pages that UTF-8 is taken for in the wild, the commonest first: where two explain a text alike, the first one counts. */
export const codePages: readonly CodePage[] = [
  buildWestern(),
  ...['windows-1250', 'windows-1251', 'windows-1253', 'windows-1257', 'iso-8859-2'].map(
    buildByLabel,
  ),
  ...[DOS_437, DOS_850, ...['macintosh', 'ibm866', 'koi8-r'].map(decodeUpperHalf)].map(buildFull),
];

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
