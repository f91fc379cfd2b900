import type { Code } from 'mdast';
import type { BlockOf } from './blocks.ts';

/** Kinds of diagram whose name people give a fence in place of "mermaid". */
const KIND = /^(?:mindmap|flowchart(?:-elk)?|graph|gantt|timeline|journey)$/;
/** A first line that only starts a diagram. */
const START = /^(?:(?:graph|flowchart(?:-elk)?)\s+(?:TB|TD|BT|RL|LR)\s*;?|mindmap|gantt)\s*$/;

/** A fenced code block whose fence is on `line`. Diagrams are Mermaid, whether the fence says so or which kind they are, or they do. */
export function readFencedCode({ lang, value }: Code, line: number): BlockOf<'code'> {
  const language = (lang ?? '').toLowerCase();
  const lines = value.split('\n');
  const startsKnown = /^\s*(?:---|%%)/.test(value) || KIND.test(firstWord(lines));
  // "```mindmap" says in the fence what a diagram says in its first line.
  if (KIND.test(language) && !startsKnown)
    return { kind: 'code', line, language: 'mermaid', lines: [language, ...lines] };
  const isUnnamed = /^(?:te?xt|plain)?$/.test(language);
  const isDiagram = KIND.test(language) || (isUnnamed && START.test(firstLine(lines)));
  return { kind: 'code', line: line + 1, language: isDiagram ? 'mermaid' : language, lines };
}

function firstLine(lines: readonly string[]): string {
  return lines.find((line) => line.trim() !== '')?.trim() ?? '';
}

function firstWord(lines: readonly string[]): string {
  return firstLine(lines).split(/[\s;]/, 1)[0] ?? '';
}
