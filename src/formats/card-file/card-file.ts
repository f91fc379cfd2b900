import type { Root } from 'mdast';
import type { NoteRange } from '#src/domain/content.ts';
import type { Label } from './classify-line.ts';

/** A text with the line of the file it starts on, counted from 1. */
export interface Located {
  readonly text: string;
  readonly line: number;
}

/** What an author wrote under a label, read as Markdown. Line 1 of the tree is `line` of the file. */
export interface Content extends Located {
  readonly tree: Root;
}

/** A label of a note, or a point of a rubric, with the text under it. */
export interface Field extends Located {
  readonly label: Label | 'point';
}

export interface Waiver {
  readonly rule: string;
  readonly reason: string;
  readonly line: number;
}

export interface SourceOption {
  readonly content: Content;
  readonly because?: Content;
}

/** One hidden part of a cloze: its number and the hint shown in its place. */
export interface Cloze {
  readonly n: number;
  readonly hint?: string;
}

interface SourceNoteBase {
  /** As written: without a home. */
  readonly id: string;
  /** Always there in the bank; a learner's own note may go without. */
  readonly range?: NoteRange;
  readonly line: number;
  readonly why?: Content;
  readonly sources: readonly Located[];
  readonly waivers: readonly Waiver[];
  /** The note as it stands in the file, for editing. */
  readonly markdown: string;
  /** The same in parts, in the order in which they are written. */
  readonly fields: readonly Field[];
}

/** A note as it is written in a card file. */
export type SourceNote = SourceNoteBase &
  (
    | { readonly kind: 'basic'; readonly question: Content; readonly answer: Content }
    | {
        readonly kind: 'reversed';
        readonly question: Content;
        readonly answer: Content;
        readonly reverse?: { readonly question: Content; readonly answer: Content };
      }
    | {
        readonly kind: 'cloze';
        /** Hidden parts stand between the marks of `cloze-marks.ts`, in the order of `clozes`. */
        readonly text: Content;
        readonly clozes: readonly Cloze[];
      }
    | {
        readonly kind: 'choice';
        readonly question: Content;
        /** The right option first. */
        readonly options: readonly [SourceOption, SourceOption, SourceOption];
      }
    | {
        readonly kind: 'typed';
        readonly question: Content;
        /** The canonical answer first, then accepted variants. */
        readonly answers: readonly [Located, ...Located[]];
        readonly match: 'exact' | 'term';
      }
    | {
        readonly kind: 'rubric';
        readonly question: Content;
        readonly points: readonly Content[];
      }
  );

/** A concept's file: what it is called, where it belongs, and its notes. */
export interface CardFile {
  readonly title: string;
  readonly aliases: readonly Located[];
  /** Topics it is linked to whatever their words say. */
  readonly topics: readonly Located[];
  readonly sources: readonly Located[];
  readonly notes: readonly SourceNote[];
  /** Every id that a heading names, those of notes with mistakes included. */
  readonly ids: readonly Located[];
}
