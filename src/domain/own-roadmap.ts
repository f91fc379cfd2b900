import type { CompiledRoadmap, CompiledTopic } from './content.ts';
import type { CardId, ConceptId, TopicId } from './ids.ts';

/** A shipped roadmap's id is a slug, which has no such sign: the two never meet. */
export const ownRoadmapPrefix = 'own~';

/** Whether this is the id of a roadmap that a learner brought: of its home, too, which has the same. */
export function isOwnRoadmap(id: string): boolean {
  return id.startsWith(ownRoadmapPrefix);
}

/**
 * What the learner's own cards on a topic are about. The bank has no concept for it, so the topic lends its
 * id; none of the bank's looks like it.
 */
export function toOwnConcept(topic: TopicId): ConceptId {
  return topic as string as ConceptId;
}

/** A roadmap whose topics name, after the bank's concepts, those of the learner's own cards that there are. */
export function nameOwnConcepts(
  roadmap: CompiledRoadmap,
  cards: ReadonlyMap<ConceptId, readonly CardId[]>,
): CompiledRoadmap {
  const name = ({ concepts: before, topics, ...topic }: CompiledTopic): CompiledTopic => {
    const own = toOwnConcept(topic.id);
    const concepts = (before ?? []).filter((concept) => concept !== own);
    if (cards.has(own)) concepts.push(own);
    return {
      ...topic,
      ...(concepts.length > 0 && { concepts }),
      ...(topics && { topics: topics.map(name) }),
    };
  };
  const sections = roadmap.sections.map((section) => ({
    ...section,
    topics: section.topics.map(name),
  }));
  return { ...roadmap, sections };
}
