import { captured } from './captured.ts';
import { readMermaidLabel, readShape } from './mermaid-label.ts';
import { notUnderstood, splitStatements } from './mermaid-statements.ts';
import type { OutlineWarning } from './outline.ts';

export interface MindNode {
  readonly label: string;
  readonly line: number;
  readonly classes: string[];
  readonly children: MindNode[];
}

/** Parses a mind map: indentation nests, shapes and icons are decoration. Several roots are kept. Never throws. */
export function parseMindmap(
  lines: readonly string[],
  firstLine: number,
): { roots: MindNode[]; warnings: OutlineWarning[] } {
  const roots: MindNode[] = [];
  const warnings: OutlineWarning[] = [];
  const path: { node: MindNode; indent: number }[] = [];
  for (const statement of splitStatements(lines, firstLine)) {
    const text = statement.text.replace(/^mindmap\b\s*/, '');
    const parent = path.at(-1)?.node;
    if (text === '' || text.startsWith('::icon(')) continue;
    if (text.startsWith(':::')) {
      parent?.classes.push(...text.slice(3).trim().split(/\s+/));
      continue;
    }
    const node: MindNode = {
      label: readMindLabel(text),
      line: statement.line,
      classes: [],
      children: [],
    };
    if (node.label === '') {
      warnings.push(notUnderstood(statement));
      continue;
    }
    while (path.length > 0 && (path.at(-1)?.indent ?? 0) >= statement.indent) path.pop();
    (path.at(-1)?.node.children ?? roots).push(node);
    path.push({ node, indent: statement.indent });
  }
  return { roots, warnings };
}

function readMindLabel(text: string): string {
  const id = captured(/^[\w-]*/.exec(text), 0);
  const shape = readShape(text, id.length);
  const isWhole =
    shape?.isClosed === true &&
    text
      .slice(shape.end)
      .replace(/:::.*$/, '')
      .trim() === '';
  // "Git (basics)" is text with brackets; "id(Label)" and "((Label))" are shapes.
  return readMermaidLabel(shape && isWhole ? shape.label : text);
}
