import type { CompiledRoadmap, CompiledSection, CompiledTopic } from '../content.ts';
import type { TopicId } from '../ids.ts';
import { chooseColumns } from './choose-columns.ts';
import { linkBranches, linkStations } from './link-nodes.ts';
import { mapMeasures, type MapLayout, type MapLink, type PlacedNode } from './map-layout.ts';
import { wrapTitle } from './wrap-title.ts';

const topicWidth = 240;
const sectionWidth = 320;
/** From the path to the branches beside it. */
const reach = 32;
const gap = 8;
/** Between the columns that the path is broken into: it goes up there again. */
const gutter = 64;

/** A topic or section with its size, placed within the block of its section. */
interface Placing {
  readonly node: PlacedNode;
  /** How many levels below its section. */
  readonly depth: number;
}

/** A section with all its topics, placed around a path at x = 0 that begins at y = 0. */
interface Block {
  readonly placings: readonly Placing[];
  readonly height: number;
}

/**
 * Lays a roadmap out: its sections as stations on a path that goes down, and up again at the start
 * of each further column; their topics as branches to both sides in reading order, parts of topics
 * set off below them. No two nodes overlap, and the same roadmap gives the same map on every device.
 */
export function layOutMap(roadmap: CompiledRoadmap): MapLayout {
  const { margin, sectionGap } = mapMeasures;
  const blocks = roadmap.sections.map(layOutBlock);
  const depths = blocks.flatMap(({ placings }) => placings.map(({ depth }) => depth));
  const half = reach + topicWidth + Math.max(0, ...depths.map((d) => d - 1)) * mapMeasures.indent;
  const columns = chooseColumns(blocks, 2 * half + gutter);
  const nodes: PlacedNode[] = [];
  const links: MapLink[] = [];
  let lowest: number = margin;
  let station: PlacedNode | undefined;
  columns.forEach((column, index) => {
    const pathX = margin + half + index * (2 * half + gutter);
    const turn = { bottom: lowest + sectionGap / 2, gutterX: pathX - half - gutter / 2 };
    let y: number = margin;
    column.forEach((block, position) => {
      const placed = block.placings.map(({ node }) => moveNode(node, pathX, y));
      const [next] = placed as [PlacedNode];
      if (station !== undefined) {
        links.push(linkStations(station, next, position === 0 ? turn : undefined));
      }
      links.push(...linkBranches(placed));
      nodes.push(...placed);
      station = next;
      y += block.height + sectionGap;
      lowest = Math.max(lowest, y - sectionGap);
    });
  });
  return {
    width: 2 * margin + Math.max(0, columns.length * (2 * half + gutter) - gutter),
    // Below the nodes there is room for the path to turn in.
    height: lowest + sectionGap / 2 + margin,
    nodes,
    links,
  };
}

function moveNode(node: PlacedNode, x: number, y: number): PlacedNode {
  return { ...node, x: node.x + x, y: node.y + y };
}

function layOutBlock({ id, number, title, topics }: CompiledSection): Block {
  const { sectionFont, sectionGap } = mapMeasures;
  const words = number === undefined ? title : `${number} ${title}`;
  const size = measureNode(words, sectionWidth, sectionFont);
  const station: PlacedNode = { id, side: 'path', x: -sectionWidth / 2, y: 0, ...size };
  const top = size.height + sectionGap / 2;
  const ends = { left: top, right: top };
  const branches = topics.flatMap((topic) => {
    // The shorter side takes the next topic, so that rows are in the order of reading.
    const side = ends.left <= ends.right ? 'left' : 'right';
    const branch = layOutBranch(topic, { parent: id, side, depth: 1, y: ends[side] });
    ends[side] = branch.end;
    return branch.placings;
  });
  return {
    placings: [{ node: station, depth: 0 }, ...branches],
    height: branches.length === 0 ? size.height : Math.max(ends.left, ends.right) - gap,
  };
}

interface Spot {
  readonly parent: TopicId;
  readonly side: 'left' | 'right';
  readonly depth: number;
  readonly y: number;
}

/** A topic and its parts below each other; `end` is where the next branch may begin. */
function layOutBranch(topic: CompiledTopic, spot: Spot): { placings: Placing[]; end: number } {
  const { parent, side, depth, y } = spot;
  const size = measureNode(topic.title, topicWidth, mapMeasures.topicFont);
  const offset = reach + (depth - 1) * mapMeasures.indent;
  const x = side === 'right' ? offset : -offset - topicWidth;
  const placings: Placing[] = [{ node: { id: topic.id, side, parent, x, y, ...size }, depth }];
  let end = y + size.height + gap;
  for (const part of topic.topics ?? []) {
    const branch = layOutBranch(part, { parent: topic.id, side, depth: depth + 1, y: end });
    placings.push(...branch.placings);
    end = branch.end;
  }
  return { placings, end };
}

function measureNode(title: string, width: number, fontPx: number) {
  const { grid, barWidth, padding, lineHeight, factsHeight } = mapMeasures;
  const lines = wrapTitle(title, width - barWidth - 2 * padding, fontPx);
  const height = 2 * padding + lines.length * lineHeight + factsHeight;
  return { width, height: Math.ceil(height / grid) * grid, lines };
}
