import { expect, it } from 'vitest';
import type { RoadmapId, StudyDay } from '#src/domain/ids.ts';
import { findMoment } from '#src/domain/moment.ts';
import { packOldEvents } from './event-log.ts';
import { loadRoadmap } from './overview.ts';
import { loadRoadmapPast } from './roadmap-past.ts';
import { dayMs, grade, http1, openFollowed, redis1, redis2, testDay } from './test-acts.ts';
import { undoAct } from './undo.ts';

const backend = 'backend' as RoadmapId;

it('lets a roadmap be seen as it was, packed events included and undone ones left out', async () => {
  const { store, clock } = await openFollowed();
  await grade(store, redis1, 'easy');
  clock.pass(40 * dayMs);
  await grade(store, redis2, 'easy');
  const undone = await grade(store, http1, 'good');
  await undoAct(store, undone);
  await packOldEvents(store.db, (testDay + 40) as StudyDay);
  const past = await loadRoadmapPast(store, backend);
  expect([...past.keys()].sort()).toEqual([redis1, redis2]);
  const found = await loadRoadmap(store, backend);
  if (found === undefined) throw new Error('no roadmap');
  const seenFrom = (days: number) =>
    found.measureAt(findMoment((testDay + days) as StudyDay, found.present, past)).whole;
  expect(seenFrom(-1)).toMatchObject({ cards: 5, started: 0, known: 0 });
  expect(seenFrom(0)).toMatchObject({ started: 1 });
  expect(seenFrom(39)).toMatchObject({ started: 1, due: 1 });
  expect(seenFrom(40)).toEqual(found.whole);
  expect(found.whole).toMatchObject({ started: 2, due: 1 });
  expect(seenFrom(70).known).toBeLessThan(found.whole.known);
});

it('is empty for a roadmap that the bank has not', async () => {
  const { store } = await openFollowed();
  expect((await loadRoadmapPast(store, 'cooking' as RoadmapId)).size).toBe(0);
});
