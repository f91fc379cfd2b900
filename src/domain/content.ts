import {
  toCardId,
  type CardId,
  type ConceptId,
  type NoteId,
  type RoadmapId,
  type TopicId,
} from './ids.ts';

/**
 * What a card shows, as a tree that a component can draw without any HTML text: a string, or [tag, attributes,
 * ...children]. `formats/render-markdown.ts` and `formats/figure/` write it; `ui/rendered.tsx` has the list of tags and
 * attributes that are drawn, and of anything else draws the text alone.
 */
export type Rendered = string | RenderedElement;
export type RenderedElement = readonly [
  tag: string,
  attributes: Readonly<Record<string, string>> | null,
  ...children: Rendered[],
];

export type NoteRange =
  'mechanism' | 'reason' | 'difference' | 'failure' | 'trade-off' | 'number' | 'use';

interface NoteBase {
  readonly id: NoteId;
  /** What it is about, for notes of the shipped bank: notes that learners bring belong to no concept. */
  readonly concept?: ConceptId;
  readonly range?: NoteRange;
  readonly why?: readonly Rendered[];
  /** The note's own sources; without them the concept's count. */
  readonly sources?: readonly string[];
}

export interface ChoiceOption {
  readonly content: readonly Rendered[];
  /** Why it is right or wrong. */
  readonly because: readonly Rendered[];
}

export type CompiledNote =
  | (NoteBase & {
      readonly kind: 'basic';
      readonly question: readonly Rendered[];
      readonly answer: readonly Rendered[];
    })
  | (NoteBase & {
      readonly kind: 'reversed';
      readonly question: readonly Rendered[];
      readonly answer: readonly Rendered[];
      readonly reverseQuestion: readonly Rendered[];
      readonly reverseAnswer: readonly Rendered[];
    })
  | (NoteBase & {
      readonly kind: 'cloze';
      /** Hidden parts are ['cloze', {n, hint?}, ...children]; `numbers` are those that occur, ascending. */
      readonly text: readonly Rendered[];
      readonly numbers: readonly number[];
    })
  | (NoteBase & {
      readonly kind: 'choice';
      readonly question: readonly Rendered[];
      /** The right option first; shown in an order drawn by seed. */
      readonly options: readonly [ChoiceOption, ChoiceOption, ChoiceOption];
    })
  | (NoteBase & {
      readonly kind: 'typed';
      readonly question: readonly Rendered[];
      /** The canonical answer first, then accepted variants. */
      readonly answers: readonly [string, ...string[]];
      readonly match: 'exact' | 'term';
    })
  | (NoteBase & {
      readonly kind: 'rubric';
      readonly question: readonly Rendered[];
      readonly points: readonly (readonly Rendered[])[];
    })
  | (NoteBase & {
      readonly kind: 'template';
      /** Somebody's HTML by the names of its note type's fields, as it came: hostile until it is shown. */
      readonly fields: Readonly<Record<string, string>>;
      /** The key of the one of its home's note types that draws it. */
      readonly noteType: string;
      readonly ordinals: readonly string[];
      readonly tags: readonly string[];
    });

/** The kinds that authors and learners write; notes drawn by somebody's own templates only come in. */
export type NoteKind = Exclude<CompiledNote['kind'], 'template'>;

/** The ordinals of a note's cards, in the order in which they are introduced. */
export function listOrdinals(
  note: Pick<CompiledNote, 'kind'> & {
    readonly numbers?: readonly number[];
    readonly ordinals?: readonly string[];
  },
): string[] {
  if (note.kind === 'reversed') return ['1', 'reverse'];
  if (note.kind === 'cloze') return (note.numbers ?? []).map((number) => `c${number}`);
  if (note.kind === 'template') return [...(note.ordinals ?? [])];
  return ['1'];
}

/** The ids of a note's cards, in the order in which they are introduced. */
export function listCards(note: CompiledNote): CardId[] {
  return listOrdinals(note).map((ordinal) => toCardId(note.id, ordinal));
}

/** A file of compiled notes: immutable, named by its hash. */
export interface Pack {
  readonly notes: readonly CompiledNote[];
}

/** One concept in the bank's index: enough to build a queue without its pack. */
export interface IndexedConcept {
  readonly id: ConceptId;
  readonly title: string;
  readonly sources: readonly string[];
  /** Position in `BankIndex.packs`. */
  readonly pack: number;
  readonly notes: readonly IndexedNote[];
}

export interface IndexedNote {
  readonly id: NoteId;
  readonly kind: CompiledNote['kind'];
  readonly ordinals: readonly string[];
}

export interface PackEntry {
  readonly file: string;
  readonly bytes: number;
  readonly notes: number;
  /** The Markdown sources of the same notes, for editing only. */
  readonly sources: string;
}

/** The bank without its text: concepts in order of area and name, and where their notes lie. */
export interface BankIndex {
  readonly packs: readonly PackEntry[];
  readonly concepts: readonly IndexedConcept[];
  /** Notes that had another id in an earlier version: what was done under it counts for the new one. */
  readonly renamed: readonly RenamedNote[];
}

export interface RenamedNote {
  readonly was: NoteId;
  readonly now: NoteId;
}

export type Priority = 'mandatory' | 'good' | 'optional' | 'general';
export type TopicKind = 'learn' | 'practice' | 'project' | 'tool' | 'rule';
export type TopicStatus = 'not-started' | 'in-progress' | 'completed';

/** A topic of a compiled roadmap. Status and dates are the source's, never the learner's. */
export interface CompiledTopic {
  readonly id: TopicId;
  readonly title: string;
  readonly text: string;
  readonly details?: readonly string[];
  readonly number?: string;
  readonly priority?: Priority;
  readonly kind?: TopicKind;
  readonly status?: TopicStatus;
  readonly started?: string;
  readonly finished?: string;
  readonly link?: string;
  /** Concepts in the order in which the topic names them. */
  readonly concepts?: readonly ConceptId[];
  readonly topics?: readonly CompiledTopic[];
}

export interface CompiledSection extends Omit<CompiledTopic, 'text' | 'kind' | 'details'> {
  readonly period?: string;
  readonly topics: readonly CompiledTopic[];
}

/** What a column of a progress table says of its topic. */
export type ProgressField = 'number' | 'topic' | 'priority' | 'status' | 'started' | 'finished';

/** A column of the progress tables a roadmap came as, with the source's word for it. */
export interface ProgressColumn {
  readonly field: ProgressField;
  readonly name: string;
}

/** An order over a roadmap's sections; those it does not name come after in their own order. */
export interface LearningPath {
  readonly id: string;
  readonly title: string;
  /** Whom it is for, in one sentence. */
  readonly about: string;
  readonly sections: readonly TopicId[];
}

export interface CompiledRoadmap {
  readonly id: RoadmapId;
  readonly title: string;
  readonly sections: readonly CompiledSection[];
  /** The columns of its progress tables, where that is how the source keeps it. */
  readonly table?: readonly ProgressColumn[];
  /** The shipped learning paths that name sections of it. */
  readonly paths?: readonly LearningPath[];
}

/**
 * A roadmap as a learner brought it, with the ids that its sections and topics keep. What it is called is
 * apart, and so is what its topics are linked to: both change while it stays.
 */
export type RoadmapTree = Pick<CompiledRoadmap, 'sections' | 'table'>;

export interface ManifestRoadmap {
  readonly id: RoadmapId;
  readonly title: string;
  readonly file: string;
  readonly sections: number;
  readonly topics: number;
  readonly cards: number;
}

/** Other names of concepts, for linking roadmaps that learners bring. Only concepts that have some are there. */
export type BankAliases = Readonly<Record<ConceptId, readonly string[]>>;

/** `decks/manifest.json`, the only file of the decks whose name does not change with its content. */
export interface DeckManifest {
  readonly format: 1;
  /** Changes exactly when any file named below does. */
  readonly version: string;
  readonly index: string;
  /** The file of `BankAliases`, fetched when a roadmap is imported; decks compiled before there was one lack it. */
  readonly aliases?: string;
  readonly roadmaps: readonly ManifestRoadmap[];
  /** Every other file of this version, for fetching all of it. */
  readonly files: readonly string[];
}

/** What a file of Markdown sources holds: the text of each note by its id. */
export type PackSources = Readonly<Record<NoteId, string>>;
