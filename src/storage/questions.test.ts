import { describe, expect, it } from 'vitest';
import type { BankIndex, CompiledRoadmap, DeckManifest } from '#src/domain/content.ts';
import type { CardId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { newCardState } from '#src/domain/schedule.ts';
import { updateBank } from './bank.ts';
import { loadQuestions } from './questions.ts';
import { setSettings } from './set-settings.ts';
import { grade, http1, openFollowed, redis1, redis2 } from './test-acts.ts';
import { makeBasicNote, makeDeckFiles, openTestStore } from './test-store.ts';

/** The small bank with a second roadmap that names Redis too. */
async function openTwoRoadmaps() {
  const files = makeDeckFiles();
  const manifest = files['manifest.json'] as DeckManifest;
  const backend = files['backend.one.json'] as CompiledRoadmap;
  const ops: CompiledRoadmap = {
    id: 'ops' as RoadmapId,
    title: 'Operations',
    sections: backend.sections.slice(0, 1).map((section) => ({
      ...section,
      id: 'ops/stores' as TopicId,
      title: 'Stores',
      topics: section.topics.map((topic) => ({ ...topic, id: 'ops/stores/redis' as TopicId })),
    })),
  };
  const listed = { ...manifest.roadmaps[0]!, id: ops.id, title: ops.title, file: 'ops.one.json' };
  const roadmaps = [...manifest.roadmaps, listed];
  const changed = { ...files, 'manifest.json': { ...manifest, roadmaps }, 'ops.one.json': ops };
  const opened = await openTestStore(changed);
  await updateBank(opened.store);
  return opened;
}

describe('questions', () => {
  it('come in the order asked for, with note, state, sources and place', async () => {
    const { store } = await openFollowed();
    await grade(store, redis2, 'easy');
    const questions = await loadQuestions(store, [http1, redis2, redis1]);
    expect(questions.map((question) => question.card)).toEqual([http1, redis2, redis1]);
    const [http, graded, fresh] = questions;
    expect(http?.note.id).toBe('cairn:http-1');
    expect(http?.sources).toEqual(['https://example.org/']);
    expect(http?.place).toMatchObject({ roadmap: 'backend', sectionTitle: 'HTTP' });
    expect(graded?.state.schedule?.reps).toBe(1);
    expect(fresh?.state).toEqual(newCardState);
  });

  it('leave out cards that no content has', async () => {
    const { store } = await openFollowed();
    const gone = ['cairn:gone#1', 'nobody:x#1', 'cairn:redis#1', 'odd'] as CardId[];
    const questions = await loadQuestions(store, [gone[0]!, redis1, ...gone.slice(1)]);
    expect(questions.map((question) => question.card)).toEqual([redis1]);
    expect(await loadQuestions(store, [])).toEqual([]);
  });

  it('are placed in a followed roadmap where one has them, else in the first', async () => {
    const { store } = await openTwoRoadmaps();
    const placeOf = async (card: CardId) => {
      const [question] = await loadQuestions(store, [card]);
      return question?.place?.topic;
    };
    expect(await placeOf(redis1)).toBe('backend/redis/basics');
    await setSettings(store, [{ key: 'roadmaps', value: ['ops' as RoadmapId] }]);
    expect(await placeOf(redis1)).toBe('ops/stores/redis');
    expect(await placeOf(http1)).toBe('backend/http/basics');
  });

  it('rest on the sources of the note before those of its concept', async () => {
    const own = { ...makeBasicNote('redis-1'), sources: ['https://example.com/own'] };
    const { store } = await openTestStore(
      makeDeckFiles({ Redis: [own, makeBasicNote('redis-2')] }),
    );
    await updateBank(store);
    const questions = await loadQuestions(store, [redis1, redis2]);
    expect(questions.map((question) => question.sources)).toEqual([
      ['https://example.com/own'],
      ['https://example.org/'],
    ]);
  });

  it('have no place where no roadmap names their concept', async () => {
    const files = makeDeckFiles();
    const index = files['index.one.json'] as BankIndex;
    const roadmap = files['backend.one.json'] as CompiledRoadmap;
    expect(index.concepts).toHaveLength(2);
    const { store } = await openTestStore({
      ...files,
      'backend.one.json': { ...roadmap, sections: roadmap.sections.slice(0, 1) },
    });
    await updateBank(store);
    const [question] = await loadQuestions(store, [http1]);
    expect(question).toBeDefined();
    expect(question).not.toHaveProperty('place');
  });
});
