import fc from 'fast-check';
import type { CompiledRoadmap, CompiledTopic } from '../content.ts';
import type { ConceptId, RoadmapId, TopicId } from '../ids.ts';

interface Sketch {
  readonly title: string;
  readonly concepts: readonly number[];
  readonly parts: readonly Sketch[];
}

const anyTitle = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.lorem({ maxCount: 14 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const anyTopic: (depth?: number) => fc.Arbitrary<Sketch> = fc.memo((depth) =>
  fc.record({
    title: anyTitle,
    concepts: fc.array(fc.nat(5), { maxLength: 2 }),
    parts: depth <= 1 ? fc.constant([]) : fc.array(anyTopic(), { maxLength: 3 }),
  }),
);

function toTopic({ title, concepts, parts }: Sketch, id: string): CompiledTopic {
  return {
    id: id as TopicId,
    title,
    text: title,
    concepts: concepts.map((number) => `area/concept-${number}` as ConceptId),
    ...(parts.length > 0 && {
      topics: parts.map((part, index) => toTopic(part, `${id}/${index}`)),
    }),
  };
}

/** Roadmaps of any shape: sections without topics, deep topics, long words; concepts 0 to 5 in several places. */
export const anyRoadmap: fc.Arbitrary<CompiledRoadmap> = fc
  .array(fc.record({ title: anyTitle, topics: fc.array(anyTopic(3), { maxLength: 6 }) }), {
    maxLength: 6,
  })
  .map((sections) => ({
    id: 'any' as RoadmapId,
    title: 'Any',
    sections: sections.map(({ title, topics }, index) => ({
      id: `any/${index}` as TopicId,
      title,
      ...(index % 2 === 0 && { number: String(index + 1) }),
      topics: topics.map((topic, position) => toTopic(topic, `any/${index}/${position}`)),
    })),
  }));

/** The ids of a roadmap's sections and topics, in its order. */
export function listIds({ sections }: CompiledRoadmap): TopicId[] {
  const idsBelow = (topics: readonly CompiledTopic[]): TopicId[] =>
    topics.flatMap((topic) => [topic.id, ...idsBelow(topic.topics ?? [])]);
  return sections.flatMap(({ id, topics }) => [id, ...idsBelow(topics)]);
}
