import { captured } from './captured.ts';
import type { OutlineWarning } from './outline.ts';

export interface Statement {
  readonly text: string;
  readonly line: number;
  /** Columns the statement is indented by; what a mind map means by it. */
  readonly indent: number;
}

/** A label in quotes may run over this many lines. */
const LONGEST_LABEL = 12;

/**
 * Splits a Mermaid source into statements: at line ends and at semicolons outside labels. Comments, directives and the
 * front matter some diagrams start with are left out.
 */
export function splitStatements(lines: readonly string[], firstLine: number): Statement[] {
  const statements: Statement[] = [];
  for (let index = skipFrontMatter(lines); index < lines.length; index += 1) {
    const line = firstLine + index;
    let text = lines[index] ?? '';
    if (/^\s*%%\{/.test(text)) {
      while (!(lines[index] ?? '').includes('}%%') && index + 1 < lines.length) index += 1;
      continue;
    }
    for (
      let more = 0;
      isQuoteOpen(text) && more < LONGEST_LABEL && index + 1 < lines.length;
      more += 1
    ) {
      index += 1;
      text += `\n${lines[index] ?? ''}`;
    }
    const indent = /^[ \t]*/.exec(text)?.[0].replace(/\t/g, '    ').length ?? 0;
    for (const part of splitAtSemicolons(text)) {
      const plain = part.trim();
      if (plain !== '' && !plain.startsWith('%%')) statements.push({ text: plain, line, indent });
    }
  }
  return statements;
}

/** Which diagram a source draws, by its first word: "graph", "flowchart", "mindmap"… */
export function diagramKind(lines: readonly string[]): string {
  const first = splitStatements(lines, 1)[0]?.text ?? '';
  return captured(/^[\w-]+/.exec(first), 0);
}

/** A warning for a statement that says nothing the reader knows. */
export function notUnderstood(statement: Statement): OutlineWarning {
  const short = statement.text.length > 60 ? `${statement.text.slice(0, 57)}…` : statement.text;
  return {
    line: statement.line,
    message: `This line of the diagram is not understood: "${short}"`,
  };
}

function skipFrontMatter(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (lines[first]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > first && line.trim() === '---');
  return end < 0 ? 0 : end + 1;
}

function isQuoteOpen(text: string): boolean {
  return (text.match(/"/g)?.length ?? 0) % 2 === 1 && /[[({|]\s*"[^"]*$/.test(text);
}

function splitAtSemicolons(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && '[({'.includes(sign)) depth += 1;
    else if (!isQuoted && '])}'.includes(sign)) depth = Math.max(0, depth - 1);
    else if (
      sign === ';' &&
      !isQuoted &&
      depth === 0 &&
      !/#\w{1,8}$/.test(text.slice(start, index).slice(-9))
    ) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
