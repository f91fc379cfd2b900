import { captured } from './captured.ts';
import type { OutlineWarning } from './outline.ts';
import { readMermaidLabel, readShape } from './mermaid-label.ts';
import { notUnderstood, splitStatements, type Statement } from './mermaid-statements.ts';

export interface FlowNode {
  readonly id: string;
  label: string;
  /** Whether the source gives a label; a node without one is called by its id. */
  isLabelled: boolean;
  line: number;
  readonly classes: string[];
  link?: string;
  /** The innermost subgraph that names the node. */
  group?: FlowGroup;
}

export interface FlowGroup {
  readonly id: string;
  readonly label: string;
  readonly line: number;
  readonly parent?: FlowGroup;
  readonly classes: string[];
}

export interface FlowEdge {
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly label: string;
  readonly line: number;
}

export interface Flowchart {
  /** In the order of the source. An id that is given a second, different label stands for a second node from there on. */
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly groups: readonly FlowGroup[];
  readonly warnings: readonly OutlineWarning[];
}

const HEADER = /^(?:graph|flowchart(?:-elk)?)\b\s*(?:TB|TD|BT|RL|LR|>|<|\^|v)?\s*/;
const STYLING = /^(?:classDef|style|linkStyle|direction|accTitle|accDescr|title|theme)\b/;
const ID = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_/.+*'!?#$%]|-(?![-.>])|,(?=[\p{L}\p{N}]))*/u;
const EDGE_ID = /^\s*[\w-]+@(?=[-=<~xo])/;
const ARROW =
  /^\s*(?:<|[xo](?=--|==|-\.))?(?:-\.+-(?:>|[xo](?=\s))?|-{2,}(?:>|[xo](?=[\s|]))?|={2,}(?:>|[xo](?=[\s|]))?|~{3,})/;
const TEXT_ARROW =
  /^\s*(?:<|[xo](?=--|==|-\.))?(?:--|==|-\.)\s*("[^"]*"|[^\s>|="-][^>|\n]*?)\s*(?:-{2,}[>xo]?|={2,}[>xo]?|\.+-[>xo]?)/;
const PIPE_LABEL = /^\s*\|\s*("[^"]*"|[^|]*)\|/;

/** Parses the flowchart subset roadmaps use: nodes of any shape, edges with labels, chains, "&", subgraphs, classes, clicks. Never throws. */
export function parseFlowchart(lines: readonly string[], firstLine: number): Flowchart {
  return new FlowchartParser().parse(splitStatements(lines, firstLine));
}

class FlowchartParser {
  private readonly nodes: FlowNode[] = [];
  private readonly edges: FlowEdge[] = [];
  private readonly groups: FlowGroup[] = [];
  private readonly warnings: OutlineWarning[] = [];
  /** The node an id stands for at this point of the source. */
  private readonly nodeById = new Map<string, FlowNode>();
  private readonly open: FlowGroup[] = [];

  parse(statements: readonly Statement[]): Flowchart {
    for (const statement of statements) {
      const text = statement.text.replace(HEADER, '');
      if (text !== '') this.readStatement({ ...statement, text });
    }
    return { nodes: this.nodes, edges: this.edges, groups: this.groups, warnings: this.warnings };
  }

  private readStatement(statement: Statement): void {
    const { text } = statement;
    if (STYLING.test(text)) return;
    if (/^end\b\s*$/.test(text)) this.open.pop();
    else if (/^subgraph\b/.test(text)) this.openGroup(statement);
    else if (/^class\b/.test(text)) this.assignClass(statement);
    else if (/^click\s/.test(text)) this.assignLink(text);
    else this.readChain(statement);
  }

  private openGroup({ text, line }: Statement): void {
    const rest = text.replace(/^subgraph\s*/, '').replace(/:::[\w-]+\s*$/, '');
    const id = ID.exec(rest)?.[0] ?? '';
    const shape =
      id === '' ? undefined : readShape(rest, id.length + (rest[id.length] === ' ' ? 1 : 0));
    const label = readMermaidLabel(shape?.label ?? rest);
    const parent = this.open.at(-1);
    const group: FlowGroup = {
      id: shape ? id : label,
      label: label === '' ? id : label,
      line,
      classes: [],
      ...(parent ? { parent } : {}),
    };
    this.groups.push(group);
    this.open.push(group);
  }

  private assignClass(statement: Statement): void {
    const match = /^class\s+(.+?)\s+([\w-]+)$/.exec(statement.text);
    if (!match) {
      this.warnings.push(notUnderstood(statement));
      return;
    }
    for (const id of captured(match, 1).split(/\s*,\s*/)) {
      // A subgraph that edges name is known by its id as a node too.
      const targets = [this.nodeById.get(id), this.groups.find((group) => group.id === id)];
      for (const target of targets) target?.classes.push(captured(match, 2));
    }
  }

  private assignLink(text: string): void {
    const match = /^click\s+(\S+)\s+(?:href\s+)?"([^"]+)"/.exec(text);
    const node = this.nodeById.get(captured(match, 1));
    if (node && match?.[2] && !match[2].startsWith('#')) node.link = match[2];
  }

  private readChain(statement: Statement): void {
    let position = 0;
    let sources: FlowNode[] = [];
    let label = '';
    while (position < statement.text.length) {
      const targets = this.readNodes(statement, position);
      if (!targets) {
        this.warnings.push(notUnderstood(statement));
        return;
      }
      for (const from of sources) {
        for (const to of targets.nodes) this.edges.push({ from, to, label, line: statement.line });
      }
      sources = targets.nodes;
      const arrow = readArrow(statement.text, targets.end);
      if (!arrow) {
        if (statement.text.slice(targets.end).trim() !== '')
          this.warnings.push(notUnderstood(statement));
        return;
      }
      label = arrow.label;
      position = arrow.end;
    }
  }

  /** One or more nodes joined by "&". */
  private readNodes(
    statement: Statement,
    start: number,
  ): { nodes: FlowNode[]; end: number } | undefined {
    const nodes: FlowNode[] = [];
    let position = start;
    for (;;) {
      const node = this.readNode(statement, position);
      if (!node) return undefined;
      nodes.push(node.node);
      const and = /^\s*&\s*/.exec(statement.text.slice(node.end, node.end + 40));
      if (!and) return { nodes, end: node.end };
      position = node.end + and[0].length;
    }
  }

  private readNode(
    { text, line }: Statement,
    start: number,
  ): { node: FlowNode; end: number } | undefined {
    const spaces = /^\s*/.exec(text.slice(start))?.[0].length ?? 0;
    const id = ID.exec(text.slice(start + spaces))?.[0];
    if (id === undefined) return undefined;
    let end = start + spaces + id.length;
    const meta = /^@\{([^}]*)\}/.exec(text.slice(end));
    const shape = meta ? undefined : readShape(text, end);
    const metaLabel = /label\s*:\s*("[^"]*"|[^,}]+)/.exec(captured(meta, 1))?.[1];
    if (shape && !shape.isClosed) {
      this.warnings.push({
        line,
        message: `The label of "${id}" is never closed; the rest of the line was taken for it.`,
      });
    }
    end = shape?.end ?? end + (meta?.[0].length ?? 0);
    const node = this.defineNode(id, readMermaidLabel(shape?.label ?? metaLabel ?? ''), line);
    const classes = /^:::([\w,-]+)/.exec(text.slice(end));
    if (classes) {
      node.classes.push(...captured(classes, 1).split(','));
      end += classes[0].length;
    }
    return { node, end };
  }

  private defineNode(id: string, label: string, line: number): FlowNode {
    const known = this.nodeById.get(id);
    const group = this.open.at(-1);
    if (known && (label === '' || !known.isLabelled || known.label === label)) {
      if (label !== '' && !known.isLabelled)
        Object.assign(known, { label, line, isLabelled: true });
      if (group && !known.group) known.group = group;
      return known;
    }
    if (known) {
      this.warnings.push({
        line,
        message: `"${id}" stood for "${known.label}" before; both are listed.`,
      });
    }
    const isLabelled = label !== '';
    const node: FlowNode = {
      id,
      label: isLabelled ? label : id,
      isLabelled,
      line,
      classes: [],
      ...(group ? { group } : {}),
    };
    this.nodes.push(node);
    this.nodeById.set(id, node);
    return node;
  }
}

function readArrow(text: string, start: number): { label: string; end: number } | undefined {
  const edgeId = EDGE_ID.exec(text.slice(start))?.[0].length ?? 0;
  const rest = text.slice(start + edgeId);
  const worded = TEXT_ARROW.exec(rest);
  if (worded) {
    return { label: readMermaidLabel(captured(worded, 1)), end: start + edgeId + worded[0].length };
  }
  const arrow = ARROW.exec(rest);
  if (!arrow) return undefined;
  const label = PIPE_LABEL.exec(rest.slice(arrow[0].length));
  return {
    label: readMermaidLabel(captured(label, 1)),
    end: start + edgeId + arrow[0].length + (label?.[0].length ?? 0),
  };
}
