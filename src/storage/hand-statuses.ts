import type { RoadmapId, TopicId } from '#src/domain/ids.ts';
import { readHandStatuses, type HandStatus } from '#src/domain/topic-status.ts';
import type { CairnDatabase } from './database.ts';
import { dropVoid } from './event-log.ts';

/** What is set by hand in a roadmap, by topic; in the caller's transaction, if any. */
export async function loadHandStatuses(
  db: CairnDatabase,
  roadmap: RoadmapId,
): Promise<Map<TopicId, HandStatus>> {
  const rows = await db.events.where('subject').startsWith(`${roadmap}/`).toArray();
  const set = rows.filter((event) => event.kind === 'status-set');
  return readHandStatuses(await dropVoid(db, set));
}
