export type TopicPriority = 'mandatory' | 'good' | 'optional' | 'general';
export type TopicKind = 'learn' | 'practice' | 'project' | 'tool' | 'rule';
export type TopicStatus = 'not-started' | 'in-progress' | 'completed';

export interface OutlineTopic {
  /** Short title: no numbering, decoration, priority or status marks. Never empty. */
  readonly title: string;
  /** The whole text in the source without Markdown marks. */
  readonly text: string;
  /** Line of the source, counted from 1. */
  readonly line: number;
  /** Parts of `text` that say more than the title does, or of which the title is a list. */
  readonly details?: readonly string[];
  readonly number?: string;
  readonly priority?: TopicPriority;
  readonly kind?: TopicKind;
  readonly status?: TopicStatus;
  /** ISO date, or year and month where the source says no more. */
  readonly started?: string;
  readonly finished?: string;
  readonly link?: string;
  readonly topics?: readonly OutlineTopic[];
}

export interface OutlineSection {
  readonly title: string;
  readonly line: number;
  readonly number?: string;
  readonly priority?: TopicPriority;
  /** When to study it or for how long, in the words of the source: "Month 1–2", "2 weeks". */
  readonly period?: string;
  readonly status?: TopicStatus;
  readonly started?: string;
  readonly finished?: string;
  readonly link?: string;
  readonly topics: readonly OutlineTopic[];
}

export interface OutlineWarning {
  readonly line: number;
  readonly message: string;
}

/** What a careful reader sees in a roadmap. A key that the source says nothing about is absent. */
export interface Outline {
  readonly title: string;
  readonly sections: readonly OutlineSection[];
  readonly warnings: readonly OutlineWarning[];
}
