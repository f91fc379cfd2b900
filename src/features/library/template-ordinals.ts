import type { NoteType } from '#src/domain/note-type.ts';

const clozeNumbers = /\{\{c(\d{1,3})::/g;

/**
 * The ordinals of the cards that a `template` note has with these fields: for a cloze its numbers, else
 * its templates. A template whose front names fields that are all empty gives no card.
 */
export function listTemplateOrdinals(
  { kind, templates }: NoteType,
  fields: Readonly<Record<string, string>>,
): string[] {
  if (kind === 'cloze') {
    const numbers = Object.values(fields).flatMap((text) =>
      [...text.matchAll(clozeNumbers)].map(([, number]) => Number(number)),
    );
    return [...new Set(numbers)].sort((one, other) => one - other).map((number) => `c${number}`);
  }
  const ordinals = templates.flatMap(({ front }, index) => {
    const named = [...front.matchAll(/\{\{(?![#^/!])(?:[^{}:]*:)*([^{}:]+)\}\}/g)].map(
      ([, name]) => name?.trim() ?? '',
    );
    const isEmpty = named.length > 0 && named.every((name) => (fields[name] ?? '').trim() === '');
    return isEmpty ? [] : [String(index + 1)];
  });
  return ordinals.length > 0 ? ordinals : ['1'];
}
