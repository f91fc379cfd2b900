import { captured } from './captured.ts';
import { decodeEntities } from './html-tags.ts';

/** A node's label as plain text, "\n" where it breaks: quotes, Markdown marks, HTML, icons and Mermaid's entity codes resolved. */
export function readMermaidLabel(source: string): string {
  const unquoted = source
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replace(/^`([\s\S]*)`$/, '$1');
  const entities = unquoted.replace(/#(\d{1,6}|[a-z]{2,8});/gi, (_, code: string) =>
    /^\d/.test(code) ? `&#${code};` : `&${code};`,
  );
  return decodeEntities(
    entities.replace(/<br\s*\/?>|\\n|\r?\n/gi, '\n').replace(/<\/?[a-z][^<>]*>/gi, ''),
  )
    .replace(/\bfa[bsrl]?:fa-[\w-]+/g, '')
    .replace(/(\*\*|__)(\S(?:.*?\S)?)\1/g, '$2')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Opening and closing signs of node shapes, the longer ones first. */
const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  ['(((', [')))']],
  ['((', ['))']],
  ['([', ['])']],
  ['[[', [']]']],
  ['[(', [')]']],
  ['[/', ['/]', '\\]']],
  ['[\\', ['\\]', '/]']],
  ['{{', ['}}']],
  ['))', ['((']],
  ['(', [')']],
  ['[', [']']],
  ['{', ['}']],
  ['>', [']']],
  [')', ['(']],
];

export interface Shape {
  readonly label: string;
  /** Where the text after the shape begins. */
  readonly end: number;
  /** False when the closing sign is missing and the label runs to the end of the statement. */
  readonly isClosed: boolean;
}

/** Reads the shape and label that start at `start`; undefined when no shape starts there. */
export function readShape(source: string, start: number): Shape | undefined {
  const shape = SHAPES.find(([opening]) => source.startsWith(opening, start));
  if (!shape) return undefined;
  const [opening, closings] = shape;
  const from = start + opening.length;
  const quoted = /^\s*"([^"]*)"\s*/.exec(source.slice(from, from + 4000));
  if (quoted) {
    const after = from + quoted[0].length;
    const closing = closings.find((sign) => source.startsWith(sign, after));
    if (closing) return { label: captured(quoted, 1), end: after + closing.length, isClosed: true };
  }
  const end = findClosing(source, from, opening, closings);
  if (end === undefined) return { label: source.slice(from), end: source.length, isClosed: false };
  return { label: source.slice(from, end.index), end: end.index + end.length, isClosed: true };
}

/** The closing sign that ends the shape, signs of brackets within the label skipped: "A[Arrays [1D] (basics)]". */
function findClosing(
  source: string,
  from: number,
  opening: string,
  closings: readonly string[],
): { index: number; length: number } | undefined {
  const bracket = opening.length === 1 && '([{'.includes(opening) ? opening : undefined;
  let depth = 0;
  for (let index = from; index < source.length; index += 1) {
    const closing = closings.find((sign) => source.startsWith(sign, index));
    if (closing && depth === 0) return { index, length: closing.length };
    if (bracket && source.charAt(index) === bracket) depth += 1;
    else if (closing) depth -= 1;
  }
  return undefined;
}
