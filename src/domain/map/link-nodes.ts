import { mapMeasures, type MapLink, type PlacedNode } from './map-layout.ts';

const bend = 8;

/** Where the path leaves a column for the next: below all nodes so far, then up between the two. */
export interface PathTurn {
  readonly bottom: number;
  readonly gutterX: number;
}

/** The path from a section to the next: straight down, or with a turn into the next column's top. */
export function linkStations(from: PlacedNode, to: PlacedNode, turn?: PathTurn): MapLink {
  const start = `M${middleX(from)} ${from.y + from.height}`;
  if (turn === undefined) return { kind: 'path', to: to.id, path: `${start}V${to.y}` };
  const { bottom, gutterX } = turn;
  const top = to.y - mapMeasures.sectionGap / 2;
  const path =
    `${start}V${bottom - bend}q0 ${bend} ${bend} ${bend}H${gutterX - bend}` +
    `q${bend} 0 ${bend} ${-bend}V${top + bend}q0 ${-bend} ${bend} ${-bend}` +
    `H${middleX(to) - bend}q${bend} 0 ${bend} ${bend}V${to.y}`;
  return { kind: 'path', to: to.id, path };
}

/**
 * Lines from the path to each topic of a section beside it, and from each topic down and across to
 * its parts. The section's node comes first, and its path is led on to the last of its branches.
 */
export function linkBranches(placed: readonly PlacedNode[]): MapLink[] {
  const nodeById = new Map(placed.map((node) => [node.id, node]));
  let lowest: number | undefined;
  const links = placed.flatMap((node): MapLink[] => {
    const parent = node.parent === undefined ? undefined : nodeById.get(node.parent);
    if (parent === undefined) return [];
    const sign = node.side === 'right' ? 1 : -1;
    const middle = node.y + node.height / 2;
    const edge = node.side === 'right' ? node.x : node.x + node.width;
    const isOnPath = parent.side === 'path';
    const x = isOnPath ? middleX(parent) : edge - (sign * mapMeasures.indent) / 2;
    const from = isOnPath ? middle - bend : parent.y + parent.height;
    if (isOnPath) lowest = Math.max(lowest ?? 0, middle - bend);
    const path = `M${x} ${from}V${middle - bend}q0 ${bend} ${sign * bend} ${bend}H${edge}`;
    return [{ kind: 'branch', to: node.id, path }];
  });
  const [station] = placed;
  if (station === undefined || lowest === undefined) return links;
  const path = `M${middleX(station)} ${station.y + station.height}V${lowest}`;
  return [{ kind: 'branch', to: station.id, path }, ...links];
}

function middleX({ x, width }: PlacedNode): number {
  return x + width / 2;
}
