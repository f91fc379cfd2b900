/** Which of a word's two writings is drawn: both, the reading alone, the characters alone. */
export type FuriganaPart = 'furigana' | 'kana' | 'kanji';

/**
 * Draws `漢字[かんじ]`: what stands before the brackets, back to a space or a tag, is read as what
 * stands in them. A sound in brackets is none of these. In proportion to the text's length.
 */
export function renderFurigana(html: string, part: FuriganaPart): string {
  let out = '';
  let from = 0;
  for (let open = html.indexOf('['); open >= 0; open = html.indexOf('[', open + 1)) {
    const close = html.indexOf(']', open);
    if (close < 0) break;
    if (open < from) continue;
    const before = html.slice(from, open);
    const start = Math.max(before.lastIndexOf(' '), before.lastIndexOf('>')) + 1;
    const base = before.slice(start);
    const reading = html.slice(open + 1, close);
    if (base === '' || reading === '' || /^(?:sound:|anki:|latex|\$)/.test(reading)) {
      out += html.slice(from, close + 1);
    } else {
      // The space that marks where the word begins is no part of the text.
      out += before.slice(0, start).replace(/ $/, '') + draw(base, reading, part);
    }
    from = close + 1;
  }
  return out + html.slice(from);
}

function draw(base: string, reading: string, part: FuriganaPart): string {
  if (part === 'kana') return reading;
  if (part === 'kanji') return base;
  return `<ruby><rb>${base}</rb><rt>${reading}</rt></ruby>`;
}
