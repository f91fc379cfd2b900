import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledRoadmap, CompiledTopic } from '../content.ts';
import type { RoadmapId, TopicId } from '../ids.ts';
import { anyRoadmap, listIds } from '../testing/any-roadmap.ts';
import { layOutMap } from './lay-out-map.ts';
import { mapMeasures, type PlacedNode } from './map-layout.ts';
import { measureText } from './wrap-title.ts';

function overlap(one: PlacedNode, other: PlacedNode): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function makeTopic(id: string, topics?: readonly CompiledTopic[]): CompiledTopic {
  return { id: id as TopicId, title: id, text: id, ...(topics && { topics }) };
}

function makeRoadmap(sections: readonly (readonly CompiledTopic[])[]): CompiledRoadmap {
  return {
    id: 'r' as RoadmapId,
    title: 'R',
    sections: sections.map((topics, index) => {
      const id = `s${index + 1}`;
      return { id: id as TopicId, title: id, topics };
    }),
  };
}

describe('a map of any roadmap', () => {
  it('has every section and topic once, in the order of the roadmap', () => {
    fc.assert(
      fc.property(anyRoadmap, (roadmap) => {
        expect(layOutMap(roadmap).nodes.map(({ id }) => id)).toEqual(listIds(roadmap));
      }),
    );
  });

  it('lets no two nodes overlap and none leave the map', () => {
    fc.assert(
      fc.property(anyRoadmap, (roadmap) => {
        const { nodes, width, height } = layOutMap(roadmap);
        const outside = nodes.filter(
          (node) =>
            node.x < 0 ||
            node.y < 0 ||
            node.x + node.width > width ||
            node.y + node.height > height,
        );
        const hidden = nodes.filter((node, index) =>
          nodes.slice(index + 1).some((other) => overlap(node, other)),
        );
        expect({ outside, hidden }).toEqual({ outside: [], hidden: [] });
      }),
    );
  });

  it('keeps each line of a title within its node', () => {
    fc.assert(
      fc.property(anyRoadmap, (roadmap) => {
        const { barWidth, padding, topicFont, sectionFont } = mapMeasures;
        const wide = layOutMap(roadmap).nodes.filter(({ lines, width, side }) =>
          lines.some(
            (line) =>
              measureText(line, side === 'path' ? sectionFont : topicFont) >
              width - barWidth - 2 * padding,
          ),
        );
        expect(wide).toEqual([]);
      }),
    );
  });

  it('leads a line to every node but the first', () => {
    fc.assert(
      fc.property(anyRoadmap, (roadmap) => {
        const { nodes, links } = layOutMap(roadmap);
        const led = new Set(links.map(({ to }) => to));
        for (const { id } of nodes.slice(1)) expect(led).toContain(id);
      }),
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(anyRoadmap, (roadmap) => {
        expect(layOutMap(roadmap)).toEqual(layOutMap(structuredClone(roadmap)));
      }),
    );
  });
});

describe('the map of a small roadmap', () => {
  const parts = [makeTopic('b1'), makeTopic('b2')];
  const roadmap = makeRoadmap([[makeTopic('a'), makeTopic('b', parts), makeTopic('c')], []]);
  const nodes = new Map(layOutMap(roadmap).nodes.map((node) => [node.id as string, node]));

  it('puts topics in turn on both sides of the path, and a short side’s next', () => {
    expect(nodes.get('a')?.side).toBe('left');
    expect(nodes.get('b')?.side).toBe('right');
    expect(nodes.get('c')?.side).toBe('left');
    const path = nodes.get('s1')!;
    const middle = path.x + path.width / 2;
    expect(nodes.get('a')!.x + 240).toBeLessThan(middle);
    expect(nodes.get('b')!.x).toBeGreaterThan(middle);
  });

  it('sets the parts of a topic off below it', () => {
    const [whole, first, second] = [nodes.get('b')!, nodes.get('b1')!, nodes.get('b2')!];
    expect(first).toMatchObject({ parent: 'b', side: 'right', x: whole.x + 24 });
    expect(first.y).toBe(whole.y + whole.height + 8);
    expect(second.y).toBe(first.y + first.height + 8);
  });

  it('is an empty map where there is no section', () => {
    expect(layOutMap(makeRoadmap([]))).toMatchObject({ nodes: [], links: [], width: 64 });
  });

  it('breaks a long path into columns about as wide together as a screen', () => {
    const topics = (section: number) =>
      Array.from({ length: 20 }, (_, index) => makeTopic(`${section}-${index}`));
    const { width, height } = layOutMap(
      makeRoadmap(Array.from({ length: 9 }, (_, s) => topics(s))),
    );
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(2.4);
  });

  it('leads the path below a column and up to the head of the next', () => {
    const topics = (section: number) =>
      Array.from({ length: 20 }, (_, index) => makeTopic(`${section}-${index}`));
    const { nodes: all, links } = layOutMap(makeRoadmap([topics(1), topics(2), topics(3)]));
    const turned = links.filter(({ kind, path }) => kind === 'path' && path.includes('H'));
    expect(turned.length).toBeGreaterThan(0);
    const heads = all.filter(({ side, y }) => side === 'path' && y === mapMeasures.margin);
    expect(turned.map(({ to }) => to)).toEqual(heads.slice(1).map(({ id }) => id));
  });
});
