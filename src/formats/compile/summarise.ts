import {
  listCards,
  type CompiledNote,
  type CompiledRoadmap,
  type CompiledTopic,
  type NoteKind,
} from '#src/domain/content.ts';
import type { ConceptId } from '#src/domain/ids.ts';
import { noteKinds } from '../card-file/note-heading.ts';
import type { DeckProblem } from './deck-problem.ts';

interface Counts {
  /** Topics without topics of their own. */
  readonly topics: number;
  /** Those of them with at least one concept. */
  readonly linked: number;
  /** Cards of all concepts linked here, each once. */
  readonly cards: number;
}

export interface SectionSummary extends Counts {
  readonly title: string;
}

export interface RoadmapSummary extends Counts {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly SectionSummary[];
}

/** What a compile found, for people and for the report. */
export interface DeckSummary {
  readonly roadmaps: readonly RoadmapSummary[];
  readonly concepts: number;
  readonly notes: number;
  readonly cards: number;
  readonly kinds: Readonly<Record<NoteKind, number>>;
  readonly unlinked: readonly {
    readonly roadmap: string;
    readonly section: string;
    readonly topic: string;
  }[];
  readonly problems: readonly DeckProblem[];
}

/** A roadmap and what was counted in it. */
export interface SummarisedRoadmap {
  readonly roadmap: CompiledRoadmap;
  readonly summary: RoadmapSummary;
}

/** Prepares to count roadmaps' topics and cards. `notes` are those of every concept. */
export function createSummariser(
  notes: readonly CompiledNote[],
): (roadmap: CompiledRoadmap) => RoadmapSummary {
  const cardsByConcept = new Map<ConceptId, number>();
  for (const note of notes) {
    if (note.concept === undefined) continue;
    const before = cardsByConcept.get(note.concept) ?? 0;
    cardsByConcept.set(note.concept, before + listCards(note).length);
  }
  const count = (topics: readonly CompiledTopic[]): Counts => {
    const leaves = listLeaves(topics);
    const linkedConcepts = new Set(listAll(topics).flatMap(({ concepts }) => concepts ?? []));
    return {
      topics: leaves.length,
      linked: leaves.filter(isLinked).length,
      cards: [...linkedConcepts].reduce((sum, id) => sum + (cardsByConcept.get(id) ?? 0), 0),
    };
  };
  return ({ id, title, sections }) => ({
    id,
    title,
    ...count(sections.flatMap(({ topics }) => topics)),
    sections: sections.map((section) => ({ title: section.title, ...count(section.topics) })),
  });
}

/** Counts what was compiled, and lists the leaf topics that no concept covers. */
export function summariseDecks(
  roadmaps: readonly SummarisedRoadmap[],
  concepts: number,
  notes: readonly CompiledNote[],
  problems: readonly DeckProblem[],
): DeckSummary {
  const kinds = Object.fromEntries(noteKinds.map((kind) => [kind, 0])) as Record<NoteKind, number>;
  for (const { kind } of notes) kinds[kind] += 1;
  return {
    roadmaps: roadmaps.map(({ summary }) => summary),
    concepts,
    notes: notes.length,
    cards: notes.reduce((sum, note) => sum + listCards(note).length, 0),
    kinds,
    unlinked: roadmaps.flatMap(({ roadmap }) => listUnlinked(roadmap)),
    problems,
  };
}

function listUnlinked({ id, sections }: CompiledRoadmap) {
  return sections.flatMap((section) =>
    listLeaves(section.topics)
      .filter((topic) => !isLinked(topic))
      .map((topic) => ({ roadmap: id, section: section.title, topic: topic.title })),
  );
}

function isLinked(topic: CompiledTopic): boolean {
  return topic.concepts !== undefined;
}

function listAll(topics: readonly CompiledTopic[]): CompiledTopic[] {
  return topics.flatMap((topic) => [topic, ...listAll(topic.topics ?? [])]);
}

function listLeaves(topics: readonly CompiledTopic[]): CompiledTopic[] {
  return listAll(topics).filter((topic) => topic.topics === undefined);
}
