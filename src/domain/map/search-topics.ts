import type { CompiledRoadmap, CompiledTopic } from '../content.ts';
import type { TopicId } from '../ids.ts';

/** A section or topic that a search found, and by what. */
export interface TopicMatch {
  readonly id: TopicId;
  readonly by: 'title' | 'note';
}

/**
 * The sections and topics, in the roadmap's order, whose title or the learner's note on which holds
 * every word of the query, whatever its case and accents; none for a query without words.
 */
export function searchTopics(
  { sections }: CompiledRoadmap,
  notes: ReadonlyMap<TopicId, string>,
  query: string,
): TopicMatch[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const holds = (text: string) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
  const matches: TopicMatch[] = [];
  const look = (topic: Pick<CompiledTopic, 'id' | 'title' | 'topics'>) => {
    if (holds(topic.title)) matches.push({ id: topic.id, by: 'title' });
    else if (holds(notes.get(topic.id) ?? '')) matches.push({ id: topic.id, by: 'note' });
    topic.topics?.forEach(look);
  };
  sections.forEach(look);
  return matches;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
