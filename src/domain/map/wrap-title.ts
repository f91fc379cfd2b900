/**
 * How wide a character is drawn in the app's text fonts, in hundredths of the font's size. They are
 * estimates on the safe side: rules run where no text can be measured, and the same roadmap must be
 * laid out alike on every device, whatever its system's font.
 */
function measureCharacter(character: string): number {
  if (/[ijl.,:;'|!()[\]]/.test(character)) return 34;
  if (/[ \-/ftrI]/.test(character)) return 42;
  if (/[mwMW@%&]/.test(character)) return 96;
  if (/[A-Z]/.test(character)) return 74;
  return character < '\u1100' ? 62 : 110;
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
  for (const word of title.split(/\s+/).filter((each) => each !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (measureText(joined, fontPx) <= widthPx) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, widthPx, fontPx);
    line = pieces.pop() ?? '';
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
