import type { BankIndex } from '#src/domain/content.ts';
import type { CardId, ConceptId } from '#src/domain/ids.ts';
import { groupCardsByConcept, type CardsByConcept } from '#src/domain/roadmap-cards.ts';
import type { RoadmapRecord } from './database.ts';

/**
 * The cards of each concept that these roadmaps may name: the bank's, and those that the learner wrote for
 * topics of roadmaps of their own. Records that are not there are passed over.
 */
export function groupCards(
  index: BankIndex,
  records: readonly (RoadmapRecord | undefined)[],
): CardsByConcept {
  const cards: Map<ConceptId, readonly CardId[]> = groupCardsByConcept(index);
  for (const record of records) {
    for (const [concept, own] of record?.own?.cards ?? []) cards.set(concept, own);
  }
  return cards;
}
