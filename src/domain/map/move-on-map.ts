import type { TopicId } from '../ids.ts';
import type { MapLayout, PlacedNode } from './map-layout.ts';

export type MapDirection = 'up' | 'down' | 'left' | 'right';

/**
 * The node that lies next in a direction, as the eye follows the lines: along the path from section
 * to section, from a section to its branches on either side, along a side from topic to topic,
 * outwards to a topic's parts and inwards back to what it branches off from. Undefined where nothing
 * lies that way, or the map has no such node.
 */
export function findNextNode(
  { nodes }: MapLayout,
  from: TopicId,
  direction: MapDirection,
): PlacedNode | undefined {
  const node = nodes.find(({ id }) => id === from);
  if (node === undefined) return undefined;
  if (direction === 'up' || direction === 'down') {
    const beside = nodes.filter(({ side }) => side === node.side);
    return beside[beside.indexOf(node) + (direction === 'down' ? 1 : -1)];
  }
  const isInwards = node.side !== 'path' && node.side !== direction;
  if (isInwards) return nodes.find(({ id }) => id === node.parent);
  return nodes.find(({ parent, side }) => parent === node.id && side === direction);
}
