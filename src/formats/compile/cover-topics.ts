import type { CompiledRoadmap, CompiledTopic } from '#src/domain/content.ts';
import type { ConceptId } from '#src/domain/ids.ts';
import type { TopicLinker } from './link-topics.ts';

/** What the bank has for one leaf topic. */
export interface TopicCoverage {
  readonly topic: string;
  readonly concepts: readonly ConceptId[];
  /** The details that the topic names and no concept is called by. */
  readonly uncovered: readonly string[];
}

export interface SectionCoverage {
  readonly roadmap: string;
  readonly section: string;
  readonly topics: readonly TopicCoverage[];
}

/** Says for each leaf topic of a roadmap which concepts it is linked to, and which of its details have none. */
export function coverTopics(roadmap: CompiledRoadmap, linker: TopicLinker): SectionCoverage[] {
  const cover = (topic: CompiledTopic): TopicCoverage[] =>
    topic.topics?.flatMap(cover) ?? [
      {
        topic: topic.title,
        concepts: topic.concepts ?? [],
        uncovered: (topic.details ?? []).filter((detail) => !linker.isNamed(detail)),
      },
    ];
  return roadmap.sections.map((section) => ({
    roadmap: roadmap.title,
    section: section.title,
    topics: section.topics.flatMap(cover),
  }));
}
