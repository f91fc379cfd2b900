import { listOrdinals } from '#src/domain/content.ts';
import { markClozes } from '../card-file/cloze-marks.ts';
import type { MarkdownSource } from '../notes/source-fields.ts';

/** The ordinals of the cards that a note written in Markdown has; none for a cloze that hides nothing. */
export function listSourceOrdinals({ kind, fields }: MarkdownSource): string[] {
  if (kind !== 'cloze') return listOrdinals({ kind });
  const { clozes } = markClozes(fields.text ?? '');
  const numbers = [...new Set(clozes.map(({ n }) => n))].sort((a, b) => a - b);
  return listOrdinals({ kind, numbers });
}
