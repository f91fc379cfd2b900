import { expect, it } from 'vitest';
import type { CompiledRoadmap } from '../content.ts';
import type { TopicId } from '../ids.ts';
import { searchTopics } from './search-topics.ts';

const part = { id: 'r/data/sql/joins', title: 'Joins', text: 'Joins' };
const roadmap = {
  id: 'r',
  title: 'R',
  sections: [
    {
      id: 'r/data',
      title: 'Data stores',
      topics: [
        { id: 'r/data/sql', title: 'SQL and stores', text: '', topics: [part] },
        { id: 'r/data/cafe', title: 'Café', text: '' },
      ],
    },
  ],
} as unknown as CompiledRoadmap;
const notes = new Map([['r/data/sql/joins' as TopicId, 'Hash joins need **memory**']]);
const find = (query: string) => searchTopics(roadmap, notes, query);

it('finds sections and topics by the words of their titles, in any order', () => {
  expect(find('stores')).toEqual([
    { id: 'r/data', by: 'title' },
    { id: 'r/data/sql', by: 'title' },
  ]);
  expect(find('stores sql')).toEqual([{ id: 'r/data/sql', by: 'title' }]);
});

it('finds topics by what the learner noted on them', () => {
  expect(find('memory')).toEqual([{ id: 'r/data/sql/joins', by: 'note' }]);
  expect(find('joins')).toEqual([{ id: 'r/data/sql/joins', by: 'title' }]);
});

it('minds neither case nor accents', () => {
  expect(find('CAFE')).toEqual([{ id: 'r/data/cafe', by: 'title' }]);
  expect(find('jöins')).toEqual([{ id: 'r/data/sql/joins', by: 'title' }]);
});

it('finds nothing without words', () => {
  expect(find(' ')).toEqual([]);
});
