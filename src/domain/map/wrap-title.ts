/**
 * How wide characters are drawn in the app's text fonts, in hundredths of the font's size. They are
 * estimates on the safe side: rules run where no text can be measured, and the same roadmap must be
 * laid out alike on every device, whatever its system's font.
 */
const widths: readonly (readonly [characters: string, width: number])[] = [
  ["ijl.,:;'|!()[]", 34],
  [' -/ftrI', 42],
  ['mwMW@%&', 96],
  ['ABCDEFGHJKLNOPQRSTUVXYZ', 74],
];
const widthByCharacter = new Map(
  widths.flatMap(([characters, width]) => [...characters].map((each) => [each, width] as const)),
);
const space = 42;

/** The rest of the Latin, Greek and Cyrillic letters are narrow, the scripts of Asia and emoji wide. */
function measureCharacter(character: string): number {
  return widthByCharacter.get(character) ?? (character < '\u1100' ? 62 : 110);
}

/** The width of a text in pixels, as estimated above, at a font size in pixels. */
export function measureText(text: string, fontPx: number): number {
  let hundredths = 0;
  for (const character of text) hundredths += measureCharacter(character);
  return (hundredths * fontPx) / 100;
}

/**
 * A title in lines that are at most `widthPx` wide, broken between words and, where one word is too
 * long for a line, within it. Every word is kept; an empty title is one empty line.
 */
export function wrapTitle(title: string, widthPx: number, fontPx: number): string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  // In hundredths of the font's size, which are whole: sums of pixels would not be exact.
  const most = (widthPx * 100) / fontPx;
  for (const word of title.split(/\s+/).filter((each) => each !== '')) {
    const width = measureText(word, 100);
    if (line !== '' && lineWidth + space + width <= most) {
      line = `${line} ${word}`;
      lineWidth += space + width;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = width <= most ? [word] : breakWord(word, widthPx, fontPx);
    line = pieces.pop() ?? '';
    lineWidth = measureText(line, 100);
    lines.push(...pieces);
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

function breakWord(word: string, widthPx: number, fontPx: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measureText(piece + character, fontPx) > widthPx) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
