import type { TopicId } from '../ids.ts';

/** Where a node stands: a section on the path, a topic on a branch to its left or right. */
export type MapSide = 'path' | 'left' | 'right';

/** A section or topic with its place on the map, in pixels from the map's upper left corner. */
export interface PlacedNode {
  readonly id: TopicId;
  readonly side: MapSide;
  /** The section or topic it branches off from; absent for sections. */
  readonly parent?: TopicId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The title, with a section's number before it, in lines that fit into the node. */
  readonly lines: readonly string[];
}

/** A line between nodes, as the data of an SVG path. */
export interface MapLink {
  readonly kind: 'path' | 'branch';
  readonly to: TopicId;
  readonly path: string;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  /** In the roadmap's order, parents before their parts. */
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly MapLink[];
}

/** What a node is drawn with; everything lies on a grid of 8 pixels. */
export const mapMeasures = {
  grid: 8,
  margin: 32,
  /** The bar at a node's edge that shows recall. */
  barWidth: 12,
  padding: 10,
  lineHeight: 20,
  /** The line of facts below a title. */
  factsHeight: 20,
  topicFont: 14,
  sectionFont: 16,
  /** How far a topic's parts are set off from it. */
  indent: 24,
  sectionGap: 40,
} as const;
