import type { NoteKind } from './content.ts';

/**
 * A note as its owner writes and edits it: a kind, and texts by the names of `noteFields`. The texts
 * are Markdown, or for `template` the HTML that it came with. What a card shows is compiled from it.
 */
export interface NoteSource {
  readonly kind: NoteKind | 'template';
  readonly fields: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** For `template`: which of its home's note types draws it. */
  readonly noteType?: string;
}

/**
 * The fields of each kind, in the order in which a form shows them; those that may be left out are
 * listed apart. A `template` note has the fields of its note type.
 */
export const noteFields = {
  basic: { needed: ['question', 'answer'], optional: ['why', 'sources'] },
  reversed: {
    needed: ['question', 'answer'],
    optional: ['reverse-question', 'reverse-answer', 'why', 'sources'],
  },
  cloze: { needed: ['text'], optional: ['why', 'sources'] },
  choice: {
    needed: ['question', 'answer', 'because', 'wrong-1', 'because-1', 'wrong-2', 'because-2'],
    optional: ['why', 'sources'],
  },
  /** `also`: accepted variants, one a line. `match`: exact or term. */
  typed: { needed: ['question', 'answer', 'match'], optional: ['also', 'why', 'sources'] },
  /** `points`: three to six, one a line. */
  rubric: { needed: ['question', 'points'], optional: ['why', 'sources'] },
} as const;
