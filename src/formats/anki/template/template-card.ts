import type { NoteType } from '../../import/imported-deck.ts';
import type { HasMedia } from './mark-formulas.ts';

/** A card of a `template` note, with all that its template can ask for. */
export interface TemplateCard {
  readonly noteType: NoteType;
  /** By the names of the note type's fields. */
  readonly fields: Readonly<Record<string, string>>;
  /** `1` to the number of templates, or `c1`… */
  readonly ordinal: string;
  readonly tags: readonly string[];
  /** Path of its deck, parts parted by `::`. */
  readonly deck: string;
  /** 1 to 7; absent for none. */
  readonly flag?: number;
  readonly hasMedia: HasMedia;
}

/** What a field holds; undefined where the note type has no such field. */
export function findField({ noteType, fields }: TemplateCard, name: string): string | undefined {
  if (!noteType.fields.includes(name)) return undefined;
  // A name like "constructor" must not find what every object has.
  return Object.hasOwn(fields, name) ? (fields[name] ?? '') : '';
}

/** The number of the hidden part that a cloze card asks for; 0 on other cards. */
export function toClozeNumber(ordinal: string): number {
  return ordinal.startsWith('c') ? Number(ordinal.slice(1)) : 0;
}

/** Position of a card's template among those of its note type. */
export function toTemplateIndex({ noteType, ordinal }: TemplateCard): number {
  return noteType.kind === 'cloze' ? 0 : Number(ordinal) - 1;
}
