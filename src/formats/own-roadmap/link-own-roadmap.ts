import type {
  BankAliases,
  BankIndex,
  CompiledRoadmap,
  CompiledTopic,
} from '#src/domain/content.ts';
import type { RoadmapId } from '#src/domain/ids.ts';
import { compileRoadmap } from '../compile/compile-roadmap.ts';
import { createNameLinker } from '../compile/link-topics.ts';
import type { Outline } from '../roadmap/outline.ts';

/** A topic without topics of its own, and the section it stands in. */
export interface PlacedTopic {
  readonly section: string;
  readonly topic: CompiledTopic;
}

export interface OwnRoadmap {
  readonly roadmap: CompiledRoadmap;
  /** Topics that have cards in the bank. */
  readonly linked: readonly PlacedTopic[];
  /** Topics that no concept of the bank covers, in the roadmap's order. */
  readonly unlinked: readonly PlacedTopic[];
}

/**
 * Makes a roadmap of a learner's own from what was read of its text: topics get their ids below `id`, which the caller
 * mints, and the concepts of the bank that they name. Topics link by names alone, as those of shipped roadmaps do.
 */
export function linkOwnRoadmap(
  outline: Outline,
  id: RoadmapId,
  { concepts }: Pick<BankIndex, 'concepts'>,
  aliases: BankAliases,
): OwnRoadmap {
  const linker = createNameLinker(
    concepts.map((concept) => ({
      id: concept.id,
      names: [concept.title, ...(aliases[concept.id] ?? [])],
    })),
  );
  const { roadmap } = compileRoadmap(
    { id, path: id, outline, table: undefined, problems: [] },
    linker.find,
  );
  const leaves = roadmap.sections.flatMap(({ title, topics }) =>
    listLeaves(topics).map((topic) => ({ section: title, topic })),
  );
  return {
    roadmap,
    linked: leaves.filter(({ topic }) => topic.concepts !== undefined),
    unlinked: leaves.filter(({ topic }) => topic.concepts === undefined),
  };
}

function listLeaves(topics: readonly CompiledTopic[]): CompiledTopic[] {
  return topics.flatMap((topic) => (topic.topics ? listLeaves(topic.topics) : [topic]));
}
