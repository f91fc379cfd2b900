import type { BankAliases, BankIndex, CompiledRoadmap } from '#src/domain/content.ts';
import { linkRoadmap } from '../compile/compile-roadmap.ts';
import { createNameLinker } from '../compile/link-topics.ts';

/**
 * Links a roadmap of a learner's own to the concepts of the bank that its topics name, in place of those it
 * was linked to before. Topics link by names alone, as those of shipped roadmaps do.
 */
export function linkOwnRoadmap(
  roadmap: CompiledRoadmap,
  { concepts }: Pick<BankIndex, 'concepts'>,
  aliases: BankAliases,
): CompiledRoadmap {
  const linker = createNameLinker(
    concepts.map((concept) => ({
      id: concept.id,
      names: [concept.title, ...(aliases[concept.id] ?? [])],
    })),
  );
  return linkRoadmap(roadmap, linker.find);
}
