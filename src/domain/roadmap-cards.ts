import {
  type BankIndex,
  type CompiledRoadmap,
  type CompiledSection,
  type CompiledTopic,
  type Priority,
  type TopicKind,
} from './content.ts';
import { toCardId, type CardId, type ConceptId, type RoadmapId, type TopicId } from './ids.ts';

/** Where a card stands: one topic of one roadmap. */
export interface Place {
  readonly roadmap: RoadmapId;
  readonly roadmapTitle: string;
  readonly section: TopicId;
  readonly sectionTitle: string;
  readonly topic: TopicId;
  readonly topicTitle: string;
}

export type CardsByConcept = ReadonlyMap<ConceptId, readonly CardId[]>;

/** The cards of each concept of the bank, in the order of its notes. */
export function groupCardsByConcept(index: BankIndex): Map<ConceptId, CardId[]> {
  return new Map(
    index.concepts.map((concept) => [
      concept.id,
      concept.notes.flatMap((note) => note.ordinals.map((ordinal) => toCardId(note.id, ordinal))),
    ]),
  );
}

/** A topic on a walk through its roadmap. */
export interface Visited {
  readonly topic: CompiledTopic;
  readonly section: CompiledSection;
  readonly priority: Priority | undefined;
  readonly kind: TopicKind | undefined;
}

/** Every topic of a roadmap in its order, parents before their parts; a topic without a priority or kind has its parent's. */
export function* walkTopics(roadmap: CompiledRoadmap): Generator<Visited> {
  for (const section of roadmap.sections) yield* walkSection(section);
}

/** Every topic of a section, as `walkTopics` does. */
export function walkSection(section: CompiledSection): Generator<Visited> {
  return walk(section.topics, section, section.priority, undefined);
}

function* walk(
  topics: readonly CompiledTopic[],
  section: CompiledSection,
  parentPriority: Priority | undefined,
  parentKind: TopicKind | undefined,
): Generator<Visited> {
  for (const topic of topics) {
    const priority = topic.priority ?? parentPriority;
    const kind = topic.kind ?? parentKind;
    yield { topic, section, priority, kind };
    yield* walk(topic.topics ?? [], section, priority, kind);
  }
}

/** Mandatory topics come first and optional ones last; the rest keep the roadmap's order between them. */
export function rankPriority(priority: Priority | undefined): number {
  if (priority === 'mandatory') return 0;
  return priority === 'optional' ? 2 : 1;
}

/** The roadmap's cards in the order in which new ones are introduced, each once. */
export function listIntroduction(roadmap: CompiledRoadmap, cards: CardsByConcept): CardId[] {
  const visited = [...walkTopics(roadmap)].map((visit) => ({
    visit,
    rank: rankPriority(visit.priority),
  }));
  // The sort is stable, so equals stay in the roadmap's order.
  visited.sort((one, other) => one.rank - other.rank);
  const introduced = new Set<CardId>();
  for (const { visit } of visited) {
    for (const concept of visit.topic.concepts ?? []) {
      for (const card of cards.get(concept) ?? []) introduced.add(card);
    }
  }
  return [...introduced];
}

/** The places of every concept in these roadmaps, in their order. */
export function listPlaces(roadmaps: readonly CompiledRoadmap[]): Map<ConceptId, Place[]> {
  const placesByConcept = new Map<ConceptId, Place[]>();
  for (const roadmap of roadmaps) {
    for (const { topic, section } of walkTopics(roadmap)) {
      for (const concept of topic.concepts ?? []) {
        const places = placesByConcept.get(concept) ?? [];
        placesByConcept.set(concept, places);
        places.push({
          roadmap: roadmap.id,
          roadmapTitle: roadmap.title,
          section: section.id,
          sectionTitle: section.title,
          topic: topic.id,
          topicTitle: topic.title,
        });
      }
    }
  }
  return placesByConcept;
}

/** The cards of a topic or section and everything below it, each once; empty where the id is unknown. */
export function listTopicCards(
  roadmap: CompiledRoadmap,
  id: TopicId,
  cards: CardsByConcept,
): CardId[] {
  const section = roadmap.sections.find((each) => each.id === id);
  const topics = section?.topics ?? findTopics(roadmap, id);
  return listCardsBelow(topics, cards);
}

function findTopics(roadmap: CompiledRoadmap, id: TopicId): readonly CompiledTopic[] {
  for (const { topic } of walkTopics(roadmap)) if (topic.id === id) return [topic];
  return [];
}

/** The cards of these topics and everything below them, each once, in the topics' order. */
export function listCardsBelow(topics: readonly CompiledTopic[], cards: CardsByConcept): CardId[] {
  const found = new Set<CardId>();
  const visit = (topic: CompiledTopic) => {
    for (const concept of topic.concepts ?? []) {
      for (const card of cards.get(concept) ?? []) found.add(card);
    }
    topic.topics?.forEach(visit);
  };
  topics.forEach(visit);
  return [...found];
}

/** Takes from the lists in turn, so that each goes on while the others do; each item once. */
export function interleave<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const taken = new Set<Item>();
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let index = 0; index < longest; index += 1) {
    for (const list of lists) {
      const item = list[index];
      if (item !== undefined) taken.add(item);
    }
  }
  return [...taken];
}
