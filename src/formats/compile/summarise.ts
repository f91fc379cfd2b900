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

/** Counts what was compiled. `notes` are those of every concept; each belongs to one. */
export function summariseDecks(
  roadmaps: readonly CompiledRoadmap[],
  concepts: number,
  notes: readonly CompiledNote[],
  problems: readonly DeckProblem[],
): DeckSummary {
  const cardsByConcept = new Map<ConceptId, number>();
  const kinds = Object.fromEntries(noteKinds.map((kind) => [kind, 0])) as Record<NoteKind, number>;
  let cards = 0;
  for (const note of notes) {
    const count = listCards(note).length;
    cards += count;
    kinds[note.kind] += 1;
    cardsByConcept.set(note.concept, (cardsByConcept.get(note.concept) ?? 0) + count);
  }

  const countTopics = (topics: readonly CompiledTopic[]): Counts => {
    const leaves = listLeaves(topics);
    const linkedConcepts = new Set(listAll(topics).flatMap(({ concepts: own }) => own ?? []));
    return {
      topics: leaves.length,
      linked: leaves.filter(isLinked).length,
      cards: [...linkedConcepts].reduce((sum, id) => sum + (cardsByConcept.get(id) ?? 0), 0),
    };
  };
  return {
    roadmaps: roadmaps.map(({ id, title, sections }) => ({
      id,
      title,
      ...countTopics(sections.flatMap(({ topics }) => topics)),
      sections: sections.map((section) => ({
        title: section.title,
        ...countTopics(section.topics),
      })),
    })),
    concepts,
    notes: notes.length,
    cards,
    kinds,
    unlinked: roadmaps.flatMap((roadmap) =>
      roadmap.sections.flatMap((section) =>
        listLeaves(section.topics)
          .filter((topic) => !isLinked(topic))
          .map((topic) => ({
            roadmap: roadmap.id,
            section: section.title,
            topic: topic.title,
          })),
      ),
    ),
    problems,
  };
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
