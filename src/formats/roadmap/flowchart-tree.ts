import { append } from './append.ts';
import { DEEPEST_LEVEL } from './draft.ts';
import { namesTheWhole } from './heading-names.ts';
import type { Flowchart, FlowEdge, FlowGroup, FlowNode } from './flowchart.ts';

export type FlowUnit = FlowNode | FlowGroup;

export interface FlowTree {
  readonly unit: FlowUnit;
  /** What the edge that leads here says; empty when it says nothing or when nothing leads here. */
  edgeLabel: string;
  edgeLine: number;
  children: FlowTree[];
}

interface Lifted {
  readonly from: FlowUnit;
  readonly to: FlowUnit;
  readonly edge: FlowEdge;
}

/**
 * Turns a graph into the forest a reader sees: subgraphs hold their nodes, an arrow that branches leads to parts,
 * an arrow in a row of arrows leads to what comes next.
 */
export function arrangeFlowchart(chart: Flowchart): FlowTree[] {
  return new Arranger(chart).arrange(undefined, 0);
}

class Arranger {
  private readonly chart: Flowchart;
  /** Nodes that are only a subgraph's id on an edge. */
  private readonly groupById: ReadonlyMap<string, FlowGroup>;
  private readonly unitsByContainer = new Map<FlowGroup | undefined, FlowUnit[]>();
  private readonly edgesByContainer = new Map<FlowGroup | undefined, Lifted[]>();

  constructor(chart: Flowchart) {
    this.chart = chart;
    this.groupById = new Map(chart.groups.map((group) => [group.id, group]));
    this.collectUnits();
    for (const edge of chart.edges) this.liftEdge(edge);
  }

  arrange(container: FlowGroup | undefined, level: number): FlowTree[] {
    const units = this.unitsByContainer.get(container) ?? [];
    const edges = this.edgesByContainer.get(container) ?? [];
    const isInGroup = container !== undefined;
    const whole = buildForest(units, edges);
    const isBranching = branches(whole);
    const forest = isInGroup ? whole : withoutRoots(whole);
    const [root, ...others] = forest;
    const hasRoot = !isInGroup && root && others.length === 0 && isRoot(root);
    const arranged = hasRoot
      ? [
          withChildren(
            root,
            root.children.flatMap((child) => flattenRow(child)),
          ),
        ]
      : forest.flatMap((tree) => (isBranching ? flattenRow(tree) : flattenAll(tree)));
    return arranged.map((tree) => this.fillGroups(tree, level));
  }

  private collectUnits(): void {
    const units: { unit: FlowUnit; container: FlowGroup | undefined; line: number }[] = [
      ...this.chart.nodes
        .filter((node) => node.isLabelled || !this.groupById.has(node.id))
        .map((unit) => ({ unit, container: unit.group, line: unit.line })),
      ...this.chart.groups.map((unit) => ({ unit, container: unit.parent, line: unit.line })),
    ];
    for (const { unit, container } of units.sort((a, b) => a.line - b.line)) {
      const list = this.unitsByContainer.get(container) ?? [];
      list.push(unit);
      this.unitsByContainer.set(container, list);
    }
  }

  /** An edge between parts of two subgraphs joins the subgraphs, where they lie side by side. */
  private liftEdge(edge: FlowEdge): void {
    const from = this.pathOf(edge.from);
    const to = this.pathOf(edge.to);
    let shared = 0;
    while (shared < from.length - 1 && shared < to.length - 1 && from[shared] === to[shared])
      shared += 1;
    const [source, target] = [from[shared], to[shared]];
    if (!source || !target || source === target) return;
    const container = shared === 0 ? undefined : (from[shared - 1] as FlowGroup);
    const list = this.edgesByContainer.get(container) ?? [];
    list.push({ from: source, to: target, edge });
    this.edgesByContainer.set(container, list);
  }

  private pathOf(node: FlowNode): FlowUnit[] {
    const stand: FlowUnit = node.isLabelled ? node : (this.groupById.get(node.id) ?? node);
    const path: FlowUnit[] = [stand];
    let above = containerOf(stand);
    while (above) {
      path.unshift(above);
      above = above.parent;
    }
    return path;
  }

  private fillGroups(tree: FlowTree, level: number): FlowTree {
    const children = tree.children.map((child) => this.fillGroups(child, level));
    if (!isGroup(tree.unit) || level > DEEPEST_LEVEL) return withChildren(tree, children);
    return withChildren(tree, [...this.arrange(tree.unit, level + 1), ...children]);
  }
}

function isGroup(unit: FlowUnit): unit is FlowGroup {
  return !('isLabelled' in unit);
}

function containerOf(unit: FlowUnit): FlowGroup | undefined {
  return isGroup(unit) ? unit.parent : unit.group;
}

function withChildren(tree: FlowTree, children: FlowTree[]): FlowTree {
  return { ...tree, children };
}

/** Every unit below the first that leads to it; between subgraphs arrows mean order only. Cycles are cut where they close. */
function buildForest(units: readonly FlowUnit[], edges: readonly Lifted[]): FlowTree[] {
  const parentByUnit = new Map<FlowUnit, Lifted>();
  for (const lifted of edges) {
    if (parentByUnit.has(lifted.to) || isGroup(lifted.from)) continue;
    if (isAbove(lifted.to, lifted.from, parentByUnit)) continue;
    parentByUnit.set(lifted.to, lifted);
  }
  liftJoins(edges, parentByUnit);
  const treeByUnit = new Map<FlowUnit, FlowTree>();
  for (const unit of units) {
    const lifted = parentByUnit.get(unit);
    treeByUnit.set(unit, {
      unit,
      edgeLabel: lifted?.edge.label ?? '',
      edgeLine: lifted?.edge.line ?? unit.line,
      children: [],
    });
  }
  const roots: FlowTree[] = [];
  for (const lifted of parentByUnit.values()) {
    const child = treeByUnit.get(lifted.to);
    if (child) treeByUnit.get(lifted.from)?.children.push(child);
  }
  for (const unit of units) {
    const tree = treeByUnit.get(unit);
    if (tree && !parentByUnit.has(unit)) roots.push(tree);
  }
  return limitDepth(roots);
}

/** Where all branches of a unit lead on to one, that one comes after the branches, not below the first of them. */
function liftJoins(edges: readonly Lifted[], parentByUnit: Map<FlowUnit, Lifted>): void {
  const sourcesByUnit = new Map<FlowUnit, Set<FlowUnit>>();
  for (const { from, to } of edges) {
    sourcesByUnit.set(to, (sourcesByUnit.get(to) ?? new Set()).add(from));
  }
  for (const [unit, sources] of sourcesByUnit) {
    if (sources.size < 2 || !parentByUnit.has(unit)) continue;
    const [first, ...others] = [...sources].map((source) => parentByUnit.get(source));
    if (others.some((other) => other?.from !== first?.from)) continue;
    if (first === undefined) parentByUnit.delete(unit);
    else if (!isAbove(unit, first.from, parentByUnit)) {
      parentByUnit.set(unit, { from: first.from, to: unit, edge: { ...first.edge, label: '' } });
    }
  }
}

function isAbove(
  unit: FlowUnit,
  below: FlowUnit,
  parentByUnit: ReadonlyMap<FlowUnit, Lifted>,
): boolean {
  let current: FlowUnit | undefined = below;
  while (current && current !== unit) current = parentByUnit.get(current)?.from;
  return current === unit;
}

/** A row of thousands of arrows would nest thousands deep: rows are broken up before anything recurses into them. */
function limitDepth(roots: FlowTree[]): FlowTree[] {
  const result = [...roots];
  const pending = roots.map((tree) => ({ tree, depth: 0 }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { tree, depth } = next;
    if (depth >= DEEPEST_LEVEL && tree.children.length > 0) {
      const row = tree.children;
      tree.children = [];
      append(result, row);
      for (const part of row) pending.push({ tree: part, depth: 0 });
    } else for (const child of tree.children) pending.push({ tree: child, depth: depth + 1 });
  }
  return result;
}

/** The node a whole chart hangs on: it branches, or it is called a roadmap. The first of a mere row is a topic like the rest. */
function isRoot(tree: FlowTree): boolean {
  if (namesTheWhole(tree.unit.label)) return true;
  const next = nextInRow(tree, 'first');
  const isFirstOfParts = next !== undefined && leadsOnById(tree, next);
  return tree.children.length > 1 && !isFirstOfParts;
}

/** Among several trees, one that is called a roadmap or that only leads to subgraphs gives way to what hangs on it. */
function withoutRoots(forest: FlowTree[]): FlowTree[] {
  if (forest.length < 2) return forest;
  const trees = forest.flatMap((tree) => {
    const leadsToGroups =
      tree.children.length > 0 && tree.children.every((child) => isGroup(child.unit));
    const isWhole = tree.children.length > 1 && namesTheWhole(tree.unit.label);
    return !isGroup(tree.unit) && (leadsToGroups || isWhole) ? tree.children : [tree];
  });
  return trees.sort((a, b) => a.unit.line - b.unit.line);
}

function branches(forest: readonly FlowTree[]): boolean {
  return forest.some((tree) => tree.children.length > 1 || branches(tree.children));
}

/** Arrows that never branch are rows from end to end, but for parts that say so by their numbers. */
function flattenAll(tree: FlowTree): FlowTree[] {
  const [only] = tree.children;
  if (!only || isNumberedPart(tree, only)) return [tree];
  return [withChildren(tree, []), ...flattenAll(only)];
}

/** A tree whose arrows go on one after another, as siblings; what branches off keeps hanging where it is. */
function flattenRow(tree: FlowTree): FlowTree[] {
  const row: FlowTree[] = [];
  let current: FlowTree | undefined = tree;
  while (current) {
    // Once parts hang on the row, what hangs on its last unit is a part as well.
    const hasParts = row.some((unit) => unit.children.length > 0);
    const next = nextInRow(current, row.length === 0 ? 'first' : hasParts ? 'spine' : 'row');
    const parts: FlowTree[] = current.children.filter((child) => child !== next);
    row.push(
      withChildren(
        current,
        parts.flatMap((part) => (parts.length === 1 && !next ? [part] : flattenRow(part))),
      ),
    );
    current = next;
  }
  return row;
}

/**
 * What comes after a unit in its row: its only child, unless the numbers say it is a part or the two stand alone;
 * or, where rows of parts hang on a spine, the one child that goes on having children.
 */
function nextInRow(tree: FlowTree, place: 'first' | 'row' | 'spine'): FlowTree | undefined {
  const [only, ...others] = tree.children;
  if (!only || isNumberedPart(tree, only)) return undefined;
  if (others.length === 0)
    return place === 'row' || only.children.length > 0 || isGroup(only.unit) ? only : undefined;
  const going = tree.children.filter((child) => child.children.length > 0);
  const [next] = going;
  if (going.length !== 1 || !next || isNumberedPart(tree, next)) return undefined;
  return place === 'spine' || isSpine(tree, next) ? next : undefined;
}

/** "B" with parts "B1", "B2" and an arrow on to "C"; or three in a row that each have parts and one way on. */
function isSpine(tree: FlowTree, next: FlowTree): boolean {
  const parts = tree.children.filter((child) => child !== next);
  if (leadsOnById(tree, next)) return true;
  if (tree.unit.classes.length > 0 && tree.unit.classes.join() === next.unit.classes.join()) {
    return parts.every((part) => part.unit.classes.join() !== tree.unit.classes.join());
  }
  const going = next.children.filter((child) => child.children.length > 0);
  return going.length === 1 && next.children.length > 1;
}

/** "B" with parts "B1", "B2" and an arrow on to "C". */
function leadsOnById(tree: FlowTree, next: FlowTree): boolean {
  const id = tree.unit.id.toLowerCase();
  const isPartById = (child: FlowTree): boolean => child.unit.id.toLowerCase().startsWith(id);
  return tree.children.every((child) => child === next || isPartById(child)) && !isPartById(next);
}

function isNumberedPart(tree: FlowTree, child: FlowTree): boolean {
  const number = /^\d+(?:\.\d+)*/.exec(tree.unit.label)?.[0].replace(/(?:\.0)+$/, '');
  return number !== undefined && child.unit.label.startsWith(`${number}.`);
}
