import type { CardId, ConceptId, TopicId } from '../ids.ts';
import { groupParts, type RightByCard } from './placement-walk.ts';
import type { QuizCardsByConcept } from './plan-quiz.ts';
import type { PlannedQuestion } from './quiz-request.ts';
import { listBelow, type TopicTree } from './topic-tree.ts';

/** A topic that the answers say is known, itself without what lies below it. */
export interface KnownTopic {
  readonly topic: TopicId;
  /** Easy where its section was right and its hardest part too; else Good. */
  readonly grade: 'good' | 'easy';
}

/** What a placement proposes for one section. */
export interface SectionProposal {
  readonly section: TopicId;
  readonly known: readonly KnownTopic[];
  /** Topics of it that name a concept. */
  readonly topics: number;
}

export interface PlacementProposal {
  /** Every section of the roadmap, in order; where nothing is known, with an empty list. */
  readonly sections: readonly SectionProposal[];
  /** The first section not taken as known whole; null where all are. */
  readonly begin: TopicId | null;
}

/**
 * Which topics to take as known: those answered right, with all below them that was not answered wrong.
 * A topic nobody asked about goes by the nearest one above it.
 */
export function proposeKnown(
  questions: readonly PlannedQuestion[],
  rightByCard: RightByCard,
  tree: TopicTree,
): PlacementProposal {
  const rightByTopic = new Map<TopicId, boolean>();
  for (const { topic, card } of questions) {
    const isRight = rightByCard.get(card);
    if (isRight !== undefined) rightByTopic.set(topic, isRight);
  }
  const parts = groupParts(questions);
  const isRightThrough = (id: TopicId): boolean => {
    const hardest = parts.get(id)?.at(-1);
    return (
      rightByTopic.get(id) === true &&
      (hardest === undefined || rightByTopic.get(hardest.topic) === true)
    );
  };
  const roots = [...tree.values()].filter(({ parent }) => parent === null);
  const sections = roots.map(({ id: section }) => {
    const topics = listBelow(tree, [section]).filter(({ concepts }) => concepts.length > 0);
    const grade = isRightThrough(section) ? 'easy' : 'good';
    const known = topics.filter(({ id }) => isKnown(tree, id, rightByTopic));
    return {
      section,
      known: known.map(({ id }) => ({ topic: id, grade }) as const),
      topics: topics.length,
    };
  });
  const begin = sections.find(({ known, topics }) => known.length < topics)?.section ?? null;
  return { sections, begin };
}

function isKnown(
  tree: TopicTree,
  id: TopicId,
  rightByTopic: ReadonlyMap<TopicId, boolean>,
): boolean {
  for (let topic: TopicId | null = id; topic !== null; topic = tree.get(topic)?.parent ?? null) {
    const isRight = rightByTopic.get(topic);
    if (isRight !== undefined) return isRight;
  }
  return false;
}

export interface PlaceableCard {
  readonly card: CardId;
  readonly grade: KnownTopic['grade'];
}

/**
 * The cards that taking these topics as known would place: those never reviewed and not suspended, each
 * once. A concept of which a card was answered wrong is left out, whatever topic names it.
 */
export function listPlaceable(
  known: readonly KnownTopic[],
  tree: TopicTree,
  cards: QuizCardsByConcept,
  rightByCard: RightByCard,
): PlaceableCard[] {
  const gradeByConcept = new Map<ConceptId, KnownTopic['grade']>();
  for (const { topic, grade } of known) {
    for (const concept of tree.get(topic)?.concepts ?? []) {
      if (!gradeByConcept.has(concept)) gradeByConcept.set(concept, grade);
    }
  }
  return [...gradeByConcept].flatMap(([concept, grade]) => {
    const members = cards.get(concept) ?? [];
    if (members.some(({ card }) => rightByCard.get(card) === false)) return [];
    const fresh = members.filter(({ recall, isSuspended }) => recall === null && !isSuspended);
    return fresh.map(({ card }) => ({ card, grade }));
  });
}
