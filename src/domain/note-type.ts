/** How a `template` note's cards are drawn: Anki's note type, as it came. */
export interface NoteType {
  /** The source's own id or name: what `NoteSource.noteType` names. */
  readonly key: string;
  readonly name: string;
  readonly kind: 'standard' | 'cloze';
  readonly fields: readonly string[];
  /** For `cloze` the one template of all its cards. */
  readonly templates: readonly CardTemplate[];
  readonly css: string;
  /** Text from right to left, by field name. */
  readonly rtlFields?: readonly string[];
  readonly latexPreamble?: string;
}

export interface CardTemplate {
  readonly name: string;
  readonly front: string;
  readonly back: string;
}
