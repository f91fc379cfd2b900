import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledTopic, RoadmapTree } from './content.ts';
import type { RoadmapId, TopicId } from './ids.ts';
import {
  countTopicChanges,
  isSameTree,
  keepTopicIds,
  listSaidStatuses,
  measureTitleOverlap,
} from './roadmap-tree.ts';
import { anyRoadmap, listIds } from './testing/any-roadmap.ts';

type Sketch = Readonly<Record<string, readonly (string | Partial<CompiledTopic>)[]>>;

/** Sections with topics; ids are their titles, as a first import gives them. */
function tree(sketch: Sketch): RoadmapTree {
  return {
    sections: Object.entries(sketch).map(([title, topics]) => ({
      id: `r/${title}` as TopicId,
      title,
      topics: topics.map((given, position) => {
        const topic = typeof given === 'string' ? { title: given } : given;
        const name = topic.title ?? String(position);
        return { id: `r/${title}/${name}` as TopicId, title: name, text: name, ...topic };
      }),
    })),
  };
}

const idsOf = (roadmap: RoadmapTree) => listIds({ ...roadmap, id: 'r' as RoadmapId, title: 'R' });

describe('a newer version of a roadmap', () => {
  it('keeps the ids of topics whose titles stay, wherever they went, and of renamed sections’ topics', () => {
    const before = tree({ Data: ['Redis', 'SQL'], Net: ['DNS'] });
    const after = keepTopicIds(tree({ Storage: ['SQL', 'Kafka'], Net: ['DNS', 'Redis'] }), before);
    expect(idsOf(after)).toEqual([
      'r/Storage',
      'r/Data/SQL',
      'r/Storage/Kafka',
      'r/Net',
      'r/Net/DNS',
      'r/Data/Redis',
    ]);
    expect(countTopicChanges(after, before)).toEqual({ fresh: 2, gone: 1 });
  });

  it('gives what is new no id that meant something else', () => {
    const before = tree({ Data: [{ id: 'r/Data/x' as TopicId, title: 'Old' }] });
    const after = keepTopicIds(
      tree({ Data: [{ id: 'r/Data/x' as TopicId, title: 'New' }, 'Old'] }),
      before,
    );
    expect(idsOf(after)).toEqual(['r/Data', 'r/Data/x~2', 'r/Data/x']);
  });

  it('guesses nothing where a title is there twice', () => {
    const before = tree({ A: ['Basics'], B: ['Basics'] });
    const after = keepTopicIds(tree({ C: ['Basics'] }), before);
    expect(idsOf(after)).toEqual(['r/C', 'r/C/Basics']);
  });

  it('that says the same has the same ids, each once, whatever shape it has', () => {
    fc.assert(
      fc.property(anyRoadmap, anyRoadmap, (one, other) => {
        expect(isSameTree(keepTopicIds(one, one), one)).toBe(true);
        const ids = idsOf(keepTopicIds(other, one));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('says only statuses that it did not say before', () => {
    const before = tree({ A: [{ title: 'One', status: 'completed' }, 'Two', 'Three'] });
    const after = tree({
      A: [
        { title: 'One', status: 'completed' },
        { title: 'Two', status: 'in-progress' },
        { title: 'Three', status: 'not-started' },
      ],
    });
    expect([...listSaidStatuses(before, undefined)]).toEqual([['r/A/One', 'completed']]);
    expect([...listSaidStatuses(after, before)]).toEqual([['r/A/Two', 'in-progress']]);
    const present = new Map([['r/A/Two' as TopicId, 'in-progress' as const]]);
    expect([...listSaidStatuses(after, before, present)]).toEqual([]);
    expect([...listSaidStatuses(tree({ A: ['One'] }), before)]).toEqual([
      ['r/A/One', 'not-started'],
    ]);
  });

  it('is known by the titles of its topics', () => {
    const one = tree({ A: ['One', 'Two'] });
    expect(measureTitleOverlap(one, tree({ B: ['Two', 'Three', 'Four'] }))).toBe(0.5);
    expect(measureTitleOverlap(one, tree({}))).toBe(0);
    expect(isSameTree(one, tree({ A: ['One', 'Three'] }))).toBe(false);
    expect(isSameTree(one, tree({ A: ['One', { title: 'Two', status: 'completed' }] }))).toBe(true);
  });
});
