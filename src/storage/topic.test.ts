import { expect, it } from 'vitest';
import type { CompiledRoadmap, DeckManifest } from '#src/domain/content.ts';
import type { ConceptId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { updateBank } from './bank.ts';
import { grade, openFollowed, redis1 } from './test-acts.ts';
import { makeDeckFiles, openTestStore } from './test-store.ts';
import { loadTopic } from './topic.ts';
import { writeTopicNote } from './topic-notes.ts';

const basics = 'backend/redis/basics' as TopicId;

it('has a topic’s place, cards, sources and note', async () => {
  const { store, clock } = await openFollowed();
  await grade(store, redis1, 'good');
  await writeTopicNote(store, basics, 'Single-threaded');
  const found = await loadTopic(store, basics);
  expect(found).toMatchObject({
    topic: { title: 'Redis basics' },
    roadmapTitle: 'Backend',
    above: [{ id: 'backend/redis', title: 'Redis' }],
    concepts: [{ title: 'Redis', sources: ['https://example.org/'], elsewhere: [] }],
    note: 'Single-threaded',
    now: clock.now(),
  });
  expect(found?.questions.map(({ card }) => card)).toContain(redis1);
  expect(found?.questions).toHaveLength(3);
});

it('has a section with all below it', async () => {
  const { store } = await openFollowed();
  const found = await loadTopic(store, 'backend/redis' as TopicId);
  expect(found).toMatchObject({ topic: { title: 'Redis' }, above: [], note: '' });
  expect(found?.questions).toHaveLength(3);
});

it('names the other roadmaps a concept is in, each once', async () => {
  const files = makeDeckFiles();
  const manifest = files['manifest.json'] as DeckManifest;
  const data = (position: number) => ({
    id: `senior/data/redis-${position}` as TopicId,
    title: `Redis ${position}`,
    text: '',
    concepts: ['data/redis' as ConceptId],
  });
  const senior: CompiledRoadmap = {
    id: 'senior' as RoadmapId,
    title: 'Senior',
    sections: [{ id: 'senior/data' as TopicId, title: 'Data', topics: [data(1), data(2)] }],
  };
  const entry = { ...manifest.roadmaps[0]!, id: senior.id, title: 'Senior', file: 'senior.json' };
  const { store } = await openTestStore({
    ...files,
    'senior.json': senior,
    'manifest.json': { ...manifest, roadmaps: [...manifest.roadmaps, entry] },
  });
  await updateBank(store);
  const found = await loadTopic(store, basics);
  expect(found?.concepts[0]?.elsewhere).toMatchObject([
    { roadmap: 'senior', topic: 'senior/data/redis-1' },
  ]);
});

it('is undefined for a topic that the bank has not', async () => {
  const { store } = await openFollowed();
  expect(await loadTopic(store, 'backend/nothing' as TopicId)).toBeUndefined();
  expect(await loadTopic(store, 'cooking/soup' as TopicId)).toBeUndefined();
});
