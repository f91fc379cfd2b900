import { escapeHtml } from '../../escape-html.ts';
import { decodeEntities, toPlainText } from './plain-text.ts';

/** `isRepeated`: the front again on the back, whose sounds have been played. */
export interface SoundSide {
  readonly isRepeated: boolean;
}

/**
 * Puts `span.cairn-sound[data-name]` where a card plays a file of its deck (`[sound:x.mp3]`), and
 * `span.cairn-speech[data-text][data-lang]` where it has a text read out (`[anki:tts …]`).
 */
export function markSounds(html: string, side: SoundSide): string {
  return html
    .replace(/\[sound:([^[\]]{1,300})\]/gi, (_whole, name: string) => {
      const plain = decodeEntities(name).normalize('NFC').trim();
      return `<span class="cairn-sound" data-name="${escapeHtml(plain)}"${toRepeated(side)}></span>`;
    })
    .replace(
      /\[anki:tts ([^[\]]{0,300})\]([^[\]]{0,10000})\[\/anki:tts\]/gi,
      (_whole, options: string, text: string) => toSpeechHtml(options, text, side),
    );
}

/** An element that has a text read out. `options` as Anki has them: `lang=en_US voices=A,B speed=1.2`. */
export function toSpeechHtml(options: string, html: string, side: SoundSide): string {
  const text = toPlainText(html).replace(/\s+/g, ' ').trim();
  if (text === '') return '';
  const read = (key: string) =>
    new RegExp(`(?:^|\\s)${key}=(\\S{1,200})`).exec(decodeEntities(options))?.[1];
  const lang = read('lang');
  const data = [
    ['text', text],
    ['lang', lang?.replace('_', '-')],
    ['voices', read('voices')],
    ['speed', read('speed')],
  ] as const;
  const attributes = data.map(([key, value]) =>
    value === undefined ? '' : ` data-${key}="${escapeHtml(value)}"`,
  );
  return `<span class="cairn-speech"${attributes.join('')}${toRepeated(side)}></span>`;
}

function toRepeated({ isRepeated }: SoundSide): string {
  return isRepeated ? ' data-repeated="true"' : '';
}
