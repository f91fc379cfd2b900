import type { CompiledRoadmap, CompiledTopic } from './content.ts';
import type { TopicId } from './ids.ts';
import { sumStatuses, type DatedStatus } from './topic-status.ts';

/**
 * The statuses of a roadmap's sections and topics by id. `statusOf` gives that of a topic from its own
 * cards, its parts left aside; those of groups and sections follow from their parts, and a group's
 * own cards are one part more.
 */
export function mapStatuses(
  { sections }: CompiledRoadmap,
  statusOf: (topic: CompiledTopic) => DatedStatus,
): Map<TopicId, DatedStatus> {
  const statusById = new Map<TopicId, DatedStatus>();
  const visit = (topic: CompiledTopic): DatedStatus => {
    const { id, topics, concepts } = topic;
    const own = topics === undefined || concepts !== undefined ? [statusOf(topic)] : [];
    const status = sumStatuses([...own, ...(topics ?? []).map(visit)]);
    statusById.set(id, status);
    return status;
  };
  for (const { id, topics } of sections) statusById.set(id, sumStatuses(topics.map(visit)));
  return statusById;
}
