import type { Located, SourceNote } from '../card-file/card-file.ts';
import type { Problem } from '../problem.ts';

/** The rules that a note may waive, by the name that `Waive:` takes. */
export type RuleName =
  | 'long-answer'
  | 'no-subject'
  | 'yes-no'
  | 'enumeration'
  | 'option-length'
  | 'answer-in-question'
  | 'duplicate'
  | 'near-duplicate'
  | 'no-reason'
  | 'no-source'
  | 'code-language'
  | 'cloze-hides-everything'
  | 'html'
  | 'picture'
  | 'figure'
  | 'insecure-link';

/** What rules know besides the note. */
export interface NoteContext {
  /** The sources of the note's concept. */
  readonly sources: readonly Located[];
  /** The names of the figures there are. */
  readonly figures: ReadonlySet<string>;
}

/** A rule looks at one note and says what is wrong with it and what to do. */
export interface LintRule {
  readonly name: RuleName;
  readonly check: (note: SourceNote, context: NoteContext) => readonly Problem[];
}
