import type { RoadmapId, TopicId } from '#src/domain/ids.ts';
import { growTree, type TreeTopic } from '#src/domain/quiz/topic-tree.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** What these sections and topics are called and lie in; those that no roadmap has any more are absent. */
export async function loadTopicTitles(
  { db }: Store,
  topics: Iterable<TopicId>,
): Promise<ReadonlyMap<TopicId, TreeTopic>> {
  const roadmaps = new Set<RoadmapId>();
  for (const topic of topics) roadmaps.add(topic.slice(0, topic.indexOf('/')) as RoadmapId);
  const records = await withStorageErrors(() => db.roadmaps.bulkGet([...roadmaps]));
  return growTree(records.flatMap((record) => record?.roadmap ?? []));
}
