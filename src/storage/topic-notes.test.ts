import { describe, expect, it } from 'vitest';
import type { TopicId } from '#src/domain/ids.ts';
import { packOldEvents } from './event-log.ts';
import { dayMs, openFollowed, testDay } from './test-acts.ts';
import { openTestStore } from './test-store.ts';
import { listTopicNotes, writeTopicNote } from './topic-notes.ts';
import { redoAct, undoAct } from './undo.ts';

const redis = 'backend/redis/basics' as TopicId;
const section = 'backend/http' as TopicId;

describe('the notes on topics', () => {
  it('are the newest of each topic or section', async () => {
    const { store, clock } = await openFollowed();
    await writeTopicNote(store, redis, 'First');
    clock.pass(dayMs);
    await writeTopicNote(store, section, 'On HTTP');
    await writeTopicNote(store, redis, ' Second\n');
    expect([...(await listTopicNotes(store))]).toEqual([
      [redis, 'Second'],
      [section, 'On HTTP'],
    ]);
  });

  it('are taken away by an empty one, and undo brings them back', async () => {
    const { store } = await openFollowed();
    const first = await writeTopicNote(store, redis, 'Kept');
    const emptied = await writeTopicNote(store, redis, ' ');
    expect((await listTopicNotes(store)).size).toBe(0);
    await undoAct(store, emptied);
    expect((await listTopicNotes(store)).get(redis)).toBe('Kept');
    await undoAct(store, first);
    expect((await listTopicNotes(store)).size).toBe(0);
    await redoAct(store, first);
    expect((await listTopicNotes(store)).get(redis)).toBe('Kept');
  });

  it('are found however old they are', async () => {
    const { store } = await openFollowed();
    await writeTopicNote(store, redis, 'Old');
    await packOldEvents(store.db, (testDay + 400) as typeof testDay);
    expect((await listTopicNotes(store)).get(redis)).toBe('Old');
  });

  it('are none before a roadmap is there', async () => {
    const { store } = await openTestStore();
    expect((await listTopicNotes(store)).size).toBe(0);
  });
});
