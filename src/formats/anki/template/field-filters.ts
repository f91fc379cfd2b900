import { escapeHtml } from '../../escape-html.ts';
import { renderFurigana } from './furigana.ts';
import { toSpeechHtml } from './mark-sounds.ts';
import { decodeEntities, isEmptyField, stripTags, toPlainText } from './plain-text.ts';
import { listHidden, renderClozeField } from './render-cloze-field.ts';

/** Which side is drawn: `again` is the front inside the back. */
export type Side = 'front' | 'back' | 'again';

export interface FilterContext {
  readonly side: Side;
  /** The field the filters are applied to. */
  readonly name: string;
  /** The number of the hidden part that the card asks for; 0 on other cards. */
  readonly asked: number;
}

/** What a field's text becomes. Filters that are not known, as those of add-ons, change nothing. */
export function applyFilters(
  html: string,
  filters: readonly string[],
  context: FilterContext,
): string {
  if (filters.some((filter) => filter.trim() === 'type')) return drawTyped(html, filters, context);
  return filters.reduce((text, filter) => applyFilter(text, filter.trim(), context), html);
}

function applyFilter(html: string, filter: string, context: FilterContext): string {
  switch (filter) {
    case 'text':
      return stripTags(html);
    case 'furigana':
    case 'kana':
    case 'kanji':
      return renderFurigana(html, filter);
    case 'cloze':
      return drawCloze(html, context);
    case 'cloze-only':
      return listHidden(html, context.asked).join(', ');
    case 'hint':
      return drawHint(html, context.name);
  }
  if (!/^tts(?:\s|$)/.test(filter)) return filter.startsWith('tts-') ? '' : html;
  const [, lang = '', ...options] = filter.split(/\s+/);
  return toSpeechHtml(`lang=${lang} ${options.join(' ')}`, html, {
    isRepeated: context.side === 'again',
  });
}

function drawCloze(html: string, { asked, side }: FilterContext): string {
  return renderClozeField(html, { asked, isShown: side === 'back' });
}

function drawHint(html: string, name: string): string {
  if (isEmptyField(html)) return '';
  return `<details class="cairn-hint"><summary>${escapeHtml(name)}</summary>${html}</details>`;
}

/**
 * Where an answer is typed: `span.cairn-type[data-expected]`, an input on the front and on the back
 * what was typed compared with it. `nc` compares without accents and other marks on letters.
 */
function drawTyped(html: string, filters: readonly string[], context: FilterContext): string {
  // The front inside the back has no second field to type into.
  if (context.side === 'again') return '';
  const names = filters.map((filter) => filter.trim());
  const expected = names.includes('cloze')
    ? listHidden(html, context.asked).map(toExpected).join(', ')
    : toExpected(html);
  if (expected === '') return '';
  const loose = names.includes('nc') ? ' data-ignore-marks="true"' : '';
  return `<span class="cairn-type" data-side="${context.side}" data-expected="${escapeHtml(expected)}"${loose}></span>`;
}

function toExpected(html: string): string {
  return decodeEntities(toPlainText(html))
    .replace(/\[sound:[^\]]{1,300}\]/g, '')
    .trim();
}
