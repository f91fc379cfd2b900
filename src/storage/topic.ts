import type { CompiledSection, CompiledTopic } from '#src/domain/content.ts';
import { toStudyDay } from '#src/domain/day.ts';
import type { ConceptId, Instant, RoadmapId, StudyDay, TopicId } from '#src/domain/ids.ts';
import type { Place } from '#src/domain/roadmap-cards.ts';
import type { SchedulingSettings } from '#src/domain/settings-history.ts';
import { schedulingSettings } from '#src/domain/settings-history.ts';
import { bankHome } from './bank.ts';
import { loadQuestions, type Question } from './questions.ts';
import { findTopicCards } from './scope-cards.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';
import { listTopicNotes } from './topic-notes.ts';

/** What a topic is about, and where else that is learned. */
export interface TopicConcept {
  readonly id: ConceptId;
  readonly title: string;
  readonly sources: readonly string[];
  /** Its places in other roadmaps, one for each. */
  readonly elsewhere: readonly Place[];
}

/** A topic or section with all that is known of it. */
export interface TopicDetails {
  readonly topic: CompiledTopic | CompiledSection;
  readonly roadmapTitle: string;
  /** From its section down to what it is a part of; empty for a section. */
  readonly above: readonly Pick<CompiledTopic, 'id' | 'title'>[];
  /** Of itself and of all below it, in its order. */
  readonly concepts: readonly TopicConcept[];
  readonly questions: readonly Question[];
  /** The learner's, Markdown; empty where there is none. */
  readonly note: string;
  readonly now: Instant;
  readonly today: StudyDay;
  readonly scheduling: SchedulingSettings;
}

/**
 * A topic or section of a roadmap with its cards, concepts and note; undefined where the bank has no
 * such one. Rejects where the text of its cards is neither here nor to be had.
 */
export async function loadTopic(store: Store, id: TopicId): Promise<TopicDetails | undefined> {
  const { db, clock } = store;
  const now = clock.now();
  const roadmap = id.slice(0, id.indexOf('/')) as RoadmapId;
  const [record, bank, cards, notes, settings] = await withStorageErrors(() =>
    Promise.all([
      ...([db.roadmaps.get(roadmap), db.bank.get(bankHome), findTopicCards(db, id)] as const),
      ...([listTopicNotes(store), loadSettings(db)] as const),
    ]),
  );
  const found = record && findPath(record.roadmap.sections, id);
  if (record === undefined || bank === undefined || found === undefined) return undefined;
  const { topic, above } = found;
  const conceptById = new Map(bank.index.concepts.map((concept) => [concept.id, concept]));
  const concepts = [...new Set(listConcepts(topic))].flatMap((concept) => {
    const indexed = conceptById.get(concept);
    if (indexed === undefined) return [];
    const elsewhere = keepFirstOfEach(bank.places.get(concept) ?? [], roadmap);
    return [{ id: concept, title: indexed.title, sources: indexed.sources, elsewhere }];
  });
  return {
    ...{ topic, above, concepts, roadmapTitle: record.roadmap.title, now },
    questions: await loadQuestions(store, cards),
    note: notes.get(id) ?? '',
    today: toStudyDay(now, clock.offsetMinutes(now), settings.learner.rolloverMinutes),
    scheduling: schedulingSettings(settings, bankHome),
  };
}

type Node = CompiledTopic | CompiledSection;

function findPath(
  nodes: readonly Node[],
  id: TopicId,
): { topic: Node; above: readonly Node[] } | undefined {
  for (const node of nodes) {
    if (node.id === id) return { topic: node, above: [] };
    const below = findPath(node.topics ?? [], id);
    if (below !== undefined) return { topic: below.topic, above: [node, ...below.above] };
  }
  return undefined;
}

function listConcepts({ concepts, topics }: Node): ConceptId[] {
  return [...(concepts ?? []), ...(topics ?? []).flatMap(listConcepts)];
}

function keepFirstOfEach(places: readonly Place[], but: RoadmapId): Place[] {
  const seen = new Set<RoadmapId>([but]);
  return places.filter(({ roadmap }) => {
    const isFirst = !seen.has(roadmap);
    seen.add(roadmap);
    return isFirst;
  });
}
