import type { ImportedDeck } from '../import/imported-deck.ts';

/**
 * A deck that leaves: what a reader of its file would come to. Notes of ours have Markdown fields and
 * their own kinds, `template` notes their HTML and a note type that is in `noteTypes`.
 */
export type ExportedDeck = Omit<ImportedDeck, 'format' | 'description' | 'problems'>;
