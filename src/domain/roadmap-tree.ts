import type { CompiledSection, CompiledTopic, RoadmapTree, TopicStatus } from './content.ts';
import type { TopicId } from './ids.ts';
import { walkSection } from './roadmap-cards.ts';
import { canSetStatus } from './topic-status.ts';

type Node = CompiledSection | CompiledTopic;

/**
 * The tree of a newer file with the ids of the one before: of what stands where it stood under the same
 * title, then of what is called the same, once in both, wherever it went. What is new gets an id that
 * nothing of the tree before has.
 */
export function keepTopicIds(tree: RoadmapTree, before: RoadmapTree): RoadmapTree {
  const held = listNodes(before);
  const fresh = listNodes(tree);
  const titleById = new Map(held.map(({ id, title }) => [id, title]));
  const keptById = new Map<TopicId, TopicId>();
  for (const { id, title } of fresh) if (titleById.get(id) === title) keptById.set(id, id);
  const stayed = new Set(keptById.values());
  const lost = groupByTitle(held.filter(({ id }) => !stayed.has(id)));
  const found = groupByTitle(fresh.filter(({ id }) => !keptById.has(id)));
  for (const [title, [now, ...others]] of found) {
    const [was, ...more] = lost.get(title) ?? [];
    if (now === undefined || was === undefined || others.length + more.length > 0) continue;
    keptById.set(now.id, was.id);
  }
  const taken = new Set<TopicId>([...titleById.keys(), ...keptById.values()]);
  const toId = (id: TopicId): TopicId => {
    const kept = keptById.get(id);
    if (kept !== undefined) return kept;
    let free = id;
    for (let count = 2; taken.has(free); count += 1) free = `${id}~${count}` as TopicId;
    taken.add(free);
    return free;
  };
  const rename = ({ topics, ...topic }: CompiledTopic): CompiledTopic => ({
    ...topic,
    id: toId(topic.id),
    ...(topics && { topics: topics.map(rename) }),
  });
  const sections = tree.sections.map((section) => ({
    ...section,
    id: toId(section.id),
    topics: section.topics.map(rename),
  }));
  return { ...tree, sections };
}

function groupByTitle(nodes: readonly Node[]): Map<string, Node[]> {
  const nodesByTitle = new Map<string, Node[]>();
  for (const node of nodes) {
    // A section and a topic of one name are two things.
    const key = `${'text' in node ? 'topic' : 'section'} ${node.title}`;
    const group = nodesByTitle.get(key);
    if (group === undefined) nodesByTitle.set(key, [node]);
    else group.push(node);
  }
  return nodesByTitle;
}

/** Every section and topic of a tree, parents before their parts. */
function listNodes({ sections }: RoadmapTree): Node[] {
  const listBelow = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node) => [node, ...listBelow(node.topics ?? [])]);
  return listBelow(sections);
}

/** A topic, and the title of the section it stands in. */
export interface PlacedTopic {
  readonly section: string;
  readonly topic: CompiledTopic;
}

/** Every topic that has none of its own, in order: those that cards are written for and a status is set of. */
export function listLeaves({ sections }: RoadmapTree): PlacedTopic[] {
  return sections.flatMap((section) =>
    [...walkSection(section)].flatMap(({ topic }) =>
      canSetStatus(topic) ? [{ section: section.title, topic }] : [],
    ),
  );
}

/**
 * The statuses that a file says of its topics, as far as it says something new: not what the tree before
 * said of the same topic, not what the topic's status is at `present`, for the file may have been saved
 * here, and not that a topic it never spoke of is not started.
 */
export function listSaidStatuses(
  tree: RoadmapTree,
  before: RoadmapTree | undefined,
  present: ReadonlyMap<TopicId, TopicStatus> = new Map(),
): Map<TopicId, TopicStatus> {
  const saidBefore = new Map(
    (before === undefined ? [] : listLeaves(before)).map(({ topic }) => [topic.id, topic.status]),
  );
  const said = new Map<TopicId, TopicStatus>();
  for (const { topic } of listLeaves(tree)) {
    const { id, status = 'not-started' } = topic;
    const isSaid = status === (saidBefore.get(id) ?? 'not-started');
    if (!isSaid && status !== present.get(id)) said.set(id, status);
  }
  return said;
}

/** How the topics of a newer tree stand to those of the one before; all are new where there is none. */
export interface TopicChanges {
  readonly fresh: number;
  readonly gone: number;
}

/** Compares the topics of two trees by their ids. */
export function countTopicChanges(
  tree: RoadmapTree,
  before: RoadmapTree | undefined,
): TopicChanges {
  const held = new Set(before === undefined ? [] : listNodes(before).map(({ id }) => id));
  const now = listNodes(tree).map(({ id }) => id);
  const fresh = now.filter((id) => !held.delete(id)).length;
  return { fresh, gone: held.size };
}

/** How much of the topics of two trees is called the same, from 0 to 1 of the smaller one. */
export function measureTitleOverlap(tree: RoadmapTree, other: RoadmapTree): number {
  const [titles, others] = [tree, other].map(
    (each) => new Set(listLeaves(each).map(({ topic }) => topic.title)),
  );
  if (titles === undefined || others === undefined) return 0;
  const shared = [...titles].filter((title) => others.has(title)).length;
  return shared / Math.max(1, Math.min(titles.size, others.size));
}

/** What a source says of how far somebody is. */
const statusKeys: readonly string[] = ['status', 'started', 'finished'];

/**
 * Whether two trees hold the same topics and say the same of them but for how far somebody is, in
 * whatever order their fields were stored.
 */
export function isSameTree(tree: RoadmapTree, other: RoadmapTree): boolean {
  return toSortedJson(tree) === toSortedJson(other);
}

function toSortedJson(tree: RoadmapTree): string {
  return JSON.stringify(tree, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([key]) => !statusKeys.includes(key))
            .sort(([one], [two]) => (one < two ? -1 : 1)),
        )
      : value,
  );
}
