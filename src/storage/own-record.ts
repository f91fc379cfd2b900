import type { BankIndex } from '#src/domain/content.ts';
import { nameOwnConcepts, ownRoadmapPrefix } from '#src/domain/own-roadmap.ts';
import { listIntroduction } from '#src/domain/roadmap-cards.ts';
import type { CairnDatabase, OwnRoadmapFacts, RoadmapRecord } from './database.ts';
import { groupCards } from './group-cards.ts';

/** A learner's own roadmap with all that follows from its links and cards; before the bank was fetched those alone count. */
export function toOwnRecord(
  linked: RoadmapRecord['roadmap'],
  own: OwnRoadmapFacts,
  index: BankIndex = { packs: [], concepts: [], renamed: [] },
): RoadmapRecord {
  const { id } = linked;
  const roadmap = nameOwnConcepts(linked, own.cards);
  const record = { id, roadmap, introduction: '', own };
  const introduction = listIntroduction(roadmap, groupCards(index, [record])).join('\n');
  return { ...record, introduction };
}

/** The roadmaps that the learner brought; in the caller's transaction, if any. */
export function listOwnRecords(db: CairnDatabase): Promise<RoadmapRecord[]> {
  return db.roadmaps.where('id').startsWith(ownRoadmapPrefix).toArray();
}
