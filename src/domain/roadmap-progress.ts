import type { CompiledRoadmap, CompiledTopic } from './content.ts';
import type { CardId, TopicId } from './ids.ts';
import type { Progress } from './progress.ts';
import { listCardsBelow, type CardsByConcept } from './roadmap-cards.ts';

/** What is remembered of a roadmap's parts. */
export interface RoadmapMeasure {
  /** By the id of every section and topic, each with all that lies below it. */
  readonly progress: ReadonlyMap<TopicId, Progress>;
  /** Of all its cards, each once, however many topics show it. */
  readonly whole: Progress;
}

/** Measures every section and topic of a roadmap, and the whole of it, in one way. */
export function measureRoadmap(
  { sections }: CompiledRoadmap,
  cards: CardsByConcept,
  measure: (cards: readonly CardId[]) => Progress,
): RoadmapMeasure {
  const progress = new Map<TopicId, Progress>();
  const visit = (topic: CompiledTopic) => {
    progress.set(topic.id, measure(listCardsBelow([topic], cards)));
    topic.topics?.forEach(visit);
  };
  for (const { id, topics } of sections) {
    progress.set(id, measure(listCardsBelow(topics, cards)));
    topics.forEach(visit);
  }
  const all = sections.flatMap(({ topics }) => topics);
  return { progress, whole: measure(listCardsBelow(all, cards)) };
}
