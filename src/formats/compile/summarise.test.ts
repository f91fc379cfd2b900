import { describe, expect, it } from 'vitest';
import type { CompiledNote, CompiledRoadmap } from '#src/domain/content.ts';
import { createSummariser, summariseDecks } from './summarise.ts';

const notes = [
  { id: 'cairn:a', concept: 'x/a', kind: 'basic', question: [], answer: [] },
  { id: 'cairn:b', concept: 'x/a', kind: 'cloze', text: [], numbers: [1, 2] },
  { id: 'cairn:c', concept: 'x/b', kind: 'basic', question: [], answer: [] },
] as unknown as CompiledNote[];

const roadmap = {
  id: 'r',
  title: 'R',
  sections: [
    {
      id: 'r/s',
      title: 'S',
      topics: [
        {
          id: 'r/s/g',
          title: 'G',
          text: 'G',
          concepts: ['x/b'],
          topics: [
            { id: 'r/s/g/a', title: 'A', text: 'A', concepts: ['x/a'] },
            { id: 'r/s/g/b', title: 'B', text: 'B' },
          ],
        },
      ],
    },
    {
      id: 'r/t',
      title: 'T',
      topics: [{ id: 'r/t/a', title: 'A', text: 'A', concepts: ['x/a', 'x/gone'] }],
    },
  ],
} as unknown as CompiledRoadmap;

describe('summariseDecks', () => {
  it('counts leaf topics, those linked, and each card once', () => {
    const counted = { roadmap, summary: createSummariser(notes)(roadmap) };
    const summary = summariseDecks([counted], 3, notes, []);
    expect(summary.roadmaps).toEqual([
      {
        id: 'r',
        title: 'R',
        topics: 3,
        linked: 2,
        cards: 4,
        sections: [
          { title: 'S', topics: 2, linked: 1, cards: 4 },
          { title: 'T', topics: 1, linked: 1, cards: 3 },
        ],
      },
    ]);
    expect(summary).toMatchObject({
      concepts: 3,
      notes: 3,
      cards: 4,
      kinds: { basic: 2, reversed: 0, cloze: 1, choice: 0, typed: 0, rubric: 0 },
      unlinked: [{ roadmap: 'r', section: 'S', topic: 'B' }],
    });
  });
});
