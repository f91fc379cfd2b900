import type { CompiledRoadmap, CompiledTopic, Priority } from '../content.ts';
import type { ConceptId, TopicId } from '../ids.ts';

/** A section or topic among the others of its roadmap. */
export interface TreeTopic {
  readonly id: TopicId;
  readonly title: string;
  /** The section it lies in; its own id for a section. */
  readonly section: TopicId;
  readonly sectionTitle: string;
  /** What it lies in directly; null for a section. */
  readonly parent: TopicId | null;
  /** Its own, else that of what it lies in, else general. */
  readonly priority: Priority;
  /** What it names itself; a section names none. */
  readonly concepts: readonly ConceptId[];
  readonly children: readonly TopicId[];
}

export type TopicTree = ReadonlyMap<TopicId, TreeTopic>;

/** The sections and topics of these roadmaps by id, in the roadmaps' order, parents before their parts. */
export function growTree(roadmaps: readonly CompiledRoadmap[]): TopicTree {
  const tree = new Map<TopicId, TreeTopic>();
  for (const { sections } of roadmaps) {
    for (const { id, title, priority = 'general', topics } of sections) {
      const place = { section: id, sectionTitle: title };
      const children = topics.map((topic) => topic.id);
      tree.set(id, { id, title, ...place, parent: null, priority, concepts: [], children });
      for (const topic of topics) addTopic(tree, topic, { ...place, parent: id, priority });
    }
  }
  return tree;
}

function addTopic(
  tree: Map<TopicId, TreeTopic>,
  topic: CompiledTopic,
  place: Pick<TreeTopic, 'section' | 'sectionTitle' | 'parent' | 'priority'>,
): void {
  const { id, title, concepts = [], topics = [] } = topic;
  const priority = topic.priority ?? place.priority;
  const children = topics.map((child) => child.id);
  tree.set(id, { ...place, id, title, priority, concepts, children });
  for (const child of topics) addTopic(tree, child, { ...place, parent: id, priority });
}

/** These sections and topics with everything below them, each once, in order; unknown ids are passed over. */
export function listBelow(tree: TopicTree, ids: readonly TopicId[]): TreeTopic[] {
  const found = new Map<TopicId, TreeTopic>();
  const visit = (id: TopicId) => {
    const topic = tree.get(id);
    if (topic === undefined || found.has(id)) return;
    found.set(id, topic);
    topic.children.forEach(visit);
  };
  ids.forEach(visit);
  return [...found.values()];
}

/** The topics that lie in the same one, with all below them; without the topic itself. */
export function listSiblings(tree: TopicTree, id: TopicId): TreeTopic[] {
  const parent = tree.get(id)?.parent ?? null;
  if (parent === null) return [];
  const siblings = tree.get(parent)?.children ?? [];
  return listBelow(
    tree,
    siblings.filter((sibling) => sibling !== id),
  );
}

/** What lies in the siblings of the topic's parent; for a topic right in a section, in the roadmap's other sections. */
export function listCousins(tree: TopicTree, id: TopicId): TreeTopic[] {
  const parent = tree.get(id)?.parent ?? null;
  if (parent === null) return [];
  if (tree.get(parent)?.parent !== null) return listSiblings(tree, parent);
  const roadmap = toRoadmapPart(parent);
  const sections = [...tree.values()].filter(
    (topic) => topic.parent === null && topic.id !== parent && toRoadmapPart(topic.id) === roadmap,
  );
  return listBelow(
    tree,
    sections.map((section) => section.id),
  );
}

/** A topic's id begins with its roadmap's. */
function toRoadmapPart(id: TopicId): string {
  return id.slice(0, id.indexOf('/'));
}
