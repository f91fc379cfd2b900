import type { TopicNoteEvent } from '#src/domain/event.ts';
import type { ActId, TopicId } from '#src/domain/ids.ts';
import { isKnownEvent } from '#src/domain/known-event.ts';
import { performAct } from './act.ts';
import { dropVoid, inReplayOrder } from './event-log.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** Keeps the learner's note on a topic, Markdown, in place of the one before; without text it is taken away. */
export function writeTopicNote(store: Store, topic: TopicId, text: string): Promise<ActId> {
  return performAct(store, {}, async (act) => {
    act.write({ kind: 'topic-note', subject: topic, text: text.trim() });
    return Promise.resolve(act.id());
  });
}

/**
 * The learner's notes on topics and sections of all roadmaps this device has, by topic: of each the
 * newest that no undo voids. Topics without a note are absent.
 */
export function listTopicNotes({ db }: Store): Promise<ReadonlyMap<TopicId, string>> {
  return withStorageErrors(async () => {
    const roadmaps = await db.roadmaps.toCollection().primaryKeys();
    if (roadmaps.length === 0) return new Map<TopicId, string>();
    const rows = await db.events
      .where('subject')
      .startsWithAnyOf(roadmaps.map((id) => `${id}/`))
      .toArray();
    const written = rows.filter(
      (event): event is TopicNoteEvent => isKnownEvent(event) && event.kind === 'topic-note',
    );
    const textByTopic = new Map<TopicId, string>();
    for (const event of inReplayOrder(await dropVoid(db, written))) {
      const { subject, text } = event as TopicNoteEvent;
      if (text === '') textByTopic.delete(subject);
      else textByTopic.set(subject, text);
    }
    return textByTopic;
  });
}
