import type { BroughtRoadmap } from '#src/domain/deck-state.ts';
import type { CardId, ConceptId, HomeId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { isOwnRoadmap, toOwnConcept } from '#src/domain/own-roadmap.ts';
import { bankHome } from './bank.ts';
import type { CairnDatabase, HomeRecord, OwnRoadmapFacts, RoadmapRecord } from './database.ts';
import { listPlacedCards } from './home-record.ts';
import { toOwnRecord } from './own-record.ts';

/**
 * Brings a learner's own roadmap in line with its home, in the caller's transaction over roadmaps and the
 * bank; without a home it is taken out of sight. One whose tree is not the one that was linked keeps no
 * link: `linkOwnRoadmaps` has to follow.
 */
export async function settleRoadmap(
  db: CairnDatabase,
  homeId: HomeId,
  brought: BroughtRoadmap | undefined,
  home: HomeRecord | undefined,
): Promise<void> {
  const id = homeId as string as RoadmapId;
  if (home === undefined || brought === undefined) {
    await db.roadmaps.delete(id);
    return;
  }
  const before = await db.roadmaps.get(id);
  const { event, title, tree } = brought;
  const isSame = before?.own?.event === event;
  const linked = isSame ? before.roadmap : { ...tree, id, title };
  const own = { event, title, isLinked: isSame && before.own.isLinked };
  await putRoadmap(db, { ...linked, title: home.title }, own, home);
}

/** Brings the cards that the learner wrote for their own roadmap in line with its home, as `settleRoadmap` does. */
export async function placeInRoadmap(db: CairnDatabase, home: HomeRecord): Promise<void> {
  if (!isOwnRoadmap(home.home)) return;
  const record = await db.roadmaps.get(home.home as string as RoadmapId);
  if (record?.own !== undefined) await putRoadmap(db, record.roadmap, record.own, home);
}

async function putRoadmap(
  db: CairnDatabase,
  roadmap: RoadmapRecord['roadmap'],
  facts: Omit<OwnRoadmapFacts, 'cards'>,
  home: HomeRecord,
): Promise<void> {
  const bank = await db.bank.get(bankHome);
  const own = { ...facts, cards: listOwnCards(home) };
  await db.roadmaps.put(toOwnRecord(roadmap, own, bank?.index));
}

/** The cards of the notes that the learner wrote, by the topic that each note's path names. */
function listOwnCards(home: HomeRecord): Map<ConceptId, CardId[]> {
  const cardsByTopic = new Map<ConceptId, CardId[]>();
  for (const { card, deck } of listPlacedCards(home)) {
    const topic = toOwnConcept((home.decks?.[deck] ?? '') as TopicId);
    const cards = cardsByTopic.get(topic);
    if (cards === undefined) cardsByTopic.set(topic, [card]);
    else cards.push(card);
  }
  return cardsByTopic;
}
