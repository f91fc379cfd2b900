import { describe, expect, it } from 'vitest';
import type { CompiledRoadmap } from './content.ts';
import type { CardId, ConceptId, RoadmapId, TopicId } from './ids.ts';
import { isOwnRoadmap, nameOwnConcepts } from './own-roadmap.ts';

describe('a roadmap of the learner’s own', () => {
  it('is told from a shipped one by its id, and so are its topics', () => {
    const ids = ['own~1', 'own~1/data', 'backend', 'own-1'];
    expect(ids.map(isOwnRoadmap)).toEqual([true, true, false, false]);
  });

  it('names the learner’s own cards after the bank’s, and no longer once they are gone', () => {
    const bank = ['data/redis' as ConceptId];
    const topic = { id: 'r/a/one' as TopicId, title: 'One', text: 'One', concepts: bank };
    const bare = { id: 'r/a/two' as TopicId, title: 'Two', text: 'Two' };
    const group = { id: 'r/a/g' as TopicId, title: 'G', text: 'G', topics: [topic, bare] };
    const plain: CompiledRoadmap = {
      ...{ id: 'r' as RoadmapId, title: 'R' },
      sections: [{ id: 'r/a' as TopicId, title: 'A', topics: [group] }],
    };
    const cards = new Map(
      [topic, bare].map(({ id }) => [id as string as ConceptId, ['own~1:a#1' as CardId]]),
    );
    const named = nameOwnConcepts(plain, cards);
    const parts = named.sections[0]?.topics[0]?.topics;
    expect(parts?.map(({ concepts }) => concepts)).toEqual([
      ['data/redis', 'r/a/one'],
      ['r/a/two'],
    ]);
    expect(nameOwnConcepts(named, new Map())).toEqual(plain);
  });
});
