import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CompiledRoadmap } from '../content.ts';
import type { TopicId } from '../ids.ts';
import { anyRoadmap } from '../testing/any-roadmap.ts';
import { layOutMap } from './lay-out-map.ts';
import { findNextNode, type MapDirection } from './move-on-map.ts';

const directions: readonly MapDirection[] = ['up', 'down', 'left', 'right'];

function makeTopic(id: string, parts: readonly string[] = []) {
  const topics = parts.map((part) => ({ id: part as TopicId, title: part, text: part }));
  return { id: id as TopicId, title: id, text: id, ...(topics.length > 0 && { topics }) };
}

const map = layOutMap({
  id: 'r',
  title: 'R',
  sections: [
    { id: 's1', title: 's1', topics: [makeTopic('a', ['a1']), makeTopic('b', ['b1'])] },
    { id: 's2', title: 's2', topics: [makeTopic('c')] },
  ],
} as unknown as CompiledRoadmap);

function follow(from: string, ...path: readonly MapDirection[]): string | undefined {
  let at: TopicId | undefined = from as TopicId;
  for (const direction of path) {
    at = at === undefined ? undefined : findNextNode(map, at, direction)?.id;
  }
  return at;
}

it('follows the lines as the eye does', () => {
  expect(follow('s1', 'down')).toBe('s2');
  expect(follow('s2', 'up')).toBe('s1');
  expect(follow('s1', 'left')).toBe('a');
  expect(follow('s1', 'right')).toBe('b');
  expect(follow('a', 'left')).toBe('a1');
  expect(follow('b', 'right')).toBe('b1');
  expect(follow('b1', 'left', 'left')).toBe('s1');
  expect(follow('a1', 'right', 'right')).toBe('s1');
  expect(follow('a', 'down', 'down')).toBe('c');
});

it('stays where nothing lies that way, or where the map has no such node', () => {
  expect(follow('s1', 'up')).toBeUndefined();
  expect(follow('a1', 'left')).toBeUndefined();
  expect(follow('nowhere', 'down')).toBeUndefined();
});

it('comes to every node of any map, and back the way it went', () => {
  fc.assert(
    fc.property(anyRoadmap, (roadmap) => {
      const layout = layOutMap(roadmap);
      const [first] = layout.nodes;
      if (first === undefined) return;
      const reached = new Set([first.id]);
      for (const id of reached) {
        for (const direction of directions) {
          const next = findNextNode(layout, id, direction);
          if (next !== undefined) reached.add(next.id);
        }
        const below = findNextNode(layout, id, 'down');
        if (below) expect(findNextNode(layout, below.id, 'up')?.id).toBe(id);
      }
      expect(reached.size).toBe(layout.nodes.length);
    }),
  );
});
