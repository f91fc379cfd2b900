import { escapeHtml } from '../../escape-html.ts';
import { toProblemHtml } from './problem-html.ts';
import { applyFilters, type Side } from './field-filters.ts';
import { markFormulas } from './mark-formulas.ts';
import { markSounds } from './mark-sounds.ts';
import { parseTemplate, type TemplateNode } from './parse-template.ts';
import { isEmptyField } from './plain-text.ts';
import { findField, toClozeNumber, toTemplateIndex, type TemplateCard } from './template-card.ts';

export interface RenderedTemplate {
  readonly front: string;
  readonly back: string;
}

/** More than any card shows; a template that repeats a long field can ask for any amount. */
const mostCharacters = 2_000_000;

/**
 * Draws the two sides of a card by its note type's template, as Anki does. What is wrong with the
 * template stands on the card, in a `div.cairn-problem`. Never throws.
 *
 * The result is HTML of others, hostile until DOMPurify in `ui/` has cleaned it; it must reach no
 * page before. These elements of ours are in it for the display to fill, all with their data in
 * attributes: `span.cairn-sound`, `span.cairn-speech`, `span.cairn-tex`, `span.cairn-type`,
 * `details.cairn-hint`, `div.cairn-occlusion`, `div.cairn-problem`. A deck can write them itself.
 */
export function renderTemplate(card: TemplateCard): RenderedTemplate {
  const template = card.noteType.templates[toTemplateIndex(card)];
  if (template === undefined) {
    const problem = `The note type “${card.noteType.name}” has no template for card ${card.ordinal}.`;
    return { front: toProblemHtml(problem), back: toProblemHtml(problem) };
  }
  const front = renderSide(template.front, card, 'front', '');
  const again = usesFront(template.back) ? renderSide(template.front, card, 'again', '') : '';
  return { front, back: renderSide(template.back, card, 'back', again) };
}

function usesFront(template: string): boolean {
  return template.includes('FrontSide');
}

function renderSide(template: string, card: TemplateCard, side: Side, again: string): string {
  const parsed = parseTemplate(template);
  if ('problem' in parsed) return toProblemHtml(parsed.problem);
  const writer = new SideWriter(card, side, again);
  writer.write(parsed.nodes);
  const html = writer.finish();
  const marked = markSounds(html, { isRepeated: side === 'again' });
  return markFormulas(marked, card.hasMedia);
}

class SideWriter {
  readonly #card: TemplateCard;
  readonly #side: Side;
  readonly #again: string;
  readonly #asked: number;
  #html = '';
  #isFull = false;
  #lacksCloze = false;

  constructor(card: TemplateCard, side: Side, again: string) {
    this.#card = card;
    this.#side = side;
    this.#again = again;
    this.#asked = toClozeNumber(card.ordinal);
  }

  write(nodes: readonly TemplateNode[]): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.#add(node.text);
      else if (node.kind === 'field') this.#writeField(node);
      else if (this.#isFilled(node.name) !== node.isNegated) this.write(node.children);
    }
  }

  finish(): string {
    if (this.#isFull) return toProblemHtml('This card is too long to be shown.');
    const isBare = this.#lacksCloze && !this.#html.includes('data-ordinal=');
    if (!isBare || this.#side === 'again') return this.#html;
    return this.#html + toProblemHtml(`This note no longer hides a part ${this.#asked}.`);
  }

  #add(html: string): void {
    if (this.#html.length + html.length > mostCharacters) this.#isFull = true;
    else this.#html += html;
  }

  #writeField({ name, filters }: Extract<TemplateNode, { kind: 'field' }>): void {
    if (this.#isFull) return;
    if (name === 'FrontSide') {
      this.#add(this.#side === 'back' ? this.#again : '');
      return;
    }
    const value = findField(this.#card, name) ?? this.#special(name);
    if (value === undefined) {
      // Braces alone are how some templates leave a gap.
      if (name !== '') this.#add(toProblemHtml(`This note has no field “${name}”.`));
      return;
    }
    const html = applyFilters(value, filters, { side: this.#side, name, asked: this.#asked });
    if (filters.includes('cloze') && html === '') this.#lacksCloze = true;
    this.#add(html);
  }

  #isFilled(name: string): boolean {
    const value = findField(this.#card, name) ?? this.#special(name);
    if (value !== undefined) return !isEmptyField(value);
    // `{{#c2}}` holds on the card that asks for part 2.
    return /^c\d+$/.test(name) && toClozeNumber(name) === this.#asked;
  }

  #special(name: string): string | undefined {
    const { noteType, tags, deck, flag } = this.#card;
    switch (name) {
      case 'Tags':
        return escapeHtml(tags.join(' '));
      case 'Type':
        return escapeHtml(noteType.name);
      case 'Deck':
        return escapeHtml(deck);
      case 'Subdeck':
        return escapeHtml(deck.split('::').at(-1) ?? deck);
      case 'Card':
        return escapeHtml(noteType.templates[toTemplateIndex(this.#card)]?.name ?? '');
      case 'CardFlag':
        return flag === undefined ? '' : `flag${flag}`;
      default:
        return undefined;
    }
  }
}
