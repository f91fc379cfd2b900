import { htmlToPlainText } from './html-to-plain-text.ts';

/**
 * How a note without a guid is known: by what stands first in it, so that a newer version of the same table finds it
 * again. Spaces, Unicode forms and, in HTML, markup make no difference; case does, for "Sie" and "sie" are two words.
 */
export function toFirstFieldKey(written: string, isHtml: boolean): string {
  const plain = isHtml ? htmlToPlainText(written) : written;
  // A picture alone has no words; its markup tells it from others.
  const words = foldSpaces(plain) === '' ? written : plain;
  return `first-field:${foldSpaces(words)}`;
}

function foldSpaces(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
