import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledRoadmap } from '#src/domain/content.ts';
import type { TopicId } from '#src/domain/ids.ts';
import { layOutMap } from '#src/domain/map/lay-out-map.ts';
import { parseXml, type XmlElement } from './figure/parse-xml.ts';
import { writeMapPicture, type PictureNode } from './map-picture.ts';

const recall = {
  ...{ fading: '#c86', weak: '#db5', fair: '#bb9', good: '#6aa', strong: '#167' },
};
const palette = {
  ...{ ground: '#f6f', surface: '#fff', line: '#ddd', ink: '#221', muted: '#665' },
  ...{ accent: '#462', onAccent: '#fff', recall },
};

function draw(roadmap: CompiledRoadmap, nodes: ReadonlyMap<TopicId, PictureNode> = new Map()) {
  const lead = 'Knows about 3 of 9 cards, 2026-03-09';
  return writeMapPicture({
    layout: layOutMap(roadmap),
    title: roadmap.title,
    lead,
    nodes,
    palette,
  });
}

/** The texts of all elements with this name, in order. */
function listTexts(svg: string, name: string): string[] {
  const parsed = parseXml(svg);
  if (!('root' in parsed)) throw new Error(parsed.message);
  const visit = (element: XmlElement): string[] =>
    element.children.flatMap((child) => {
      if (!('name' in child)) return [];
      if (child.name !== name) return visit(child);
      return [child.children.map((part) => ('text' in part ? part.text : '')).join('')];
    });
  return visit(parsed.root);
}

const roadmap = {
  id: 'r',
  title: 'R & D',
  sections: [
    {
      id: 'r/data',
      title: 'Data <stores>',
      topics: [
        { id: 'r/data/sql', title: 'SQL', text: 'SQL' },
        { id: 'r/data/redis', title: 'Redis', text: 'Redis' },
      ],
    },
  ],
} as unknown as CompiledRoadmap;

const nodes = new Map<TopicId, PictureNode>([
  ['r/data/sql' as TopicId, { look: 'good', facts: '91 %, 3/4', marks: 'Mandatory', due: 12 }],
  ['r/data/redis' as TopicId, { look: 'none', facts: '0/2', marks: '', due: 0 }],
]);

describe('a map as a picture', () => {
  it('has the title, the day, the legend and what each topic shows', () => {
    expect(listTexts(draw(roadmap, nodes), 'text')).toEqual([
      ...['R & D', 'Knows about 3 of 9 cards, 2026-03-09'],
      ...['not started', 'fading', 'weak', 'fair', 'good', 'strong'],
      ...['Data <stores>', ''],
      ...['SQL', '91 %, 3/4', 'Mandatory', '12'],
      ...['Redis', '0/2'],
    ]);
  });

  it('fills topics with their recall, and draws those not started with a broken line', () => {
    const svg = draw(roadmap, nodes);
    expect(svg).toContain(`fill="${recall.good}" fill-opacity="0.3"`);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(3);
  });

  it('can be read by any reader of XML, whatever the titles', () => {
    const anyTitle = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(anyTitle, anyTitle, (title, name) => {
        const id = 'r/any' as TopicId;
        const any = { ...roadmap, title, sections: [{ id, title: name, topics: [] }] };
        const lines = layOutMap(any).nodes[0]?.lines.length ?? 0;
        expect(listTexts(draw(any), 'text')).toHaveLength(8 + lines + 1);
      }),
    );
  });
});
