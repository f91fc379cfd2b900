import { runsToText, splitLines, type Block, type ListItem, type Run } from './blocks.ts';

const BULLET = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?=\S)/u;

/**
 * Splits a paragraph that swallowed a list: Markdown lets no list start that is indented too far, or whose first number is
 * not 1, right below a line of text. The items come out flat, as the parser has dropped their indents.
 */
export function splitParagraph(runs: Run[], line: number): Block[] {
  const lines = splitLines(runs);
  const first = lines.findIndex((entry, index) => index > 0 && BULLET.test(runsToText(entry.runs)));
  if (first < 0) return [{ kind: 'paragraph', line, runs }];
  const head = lines.slice(0, first);
  const items: ListItem[] = [];
  for (const entry of lines.slice(first)) {
    const mark = BULLET.exec(runsToText(entry.runs))?.[0];
    const at = line + entry.offset;
    if (mark !== undefined) {
      const text = entry.runs.map((run, i) =>
        i === 0 ? { ...run, text: run.text.replace(BULLET, '') } : run,
      );
      items.push({ line: at, blocks: [{ kind: 'paragraph', line: at, runs: text }] });
    } else {
      const paragraph = items.at(-1)?.blocks[0];
      if (paragraph?.kind === 'paragraph') paragraph.runs.push({ text: ' ' }, ...entry.runs);
    }
  }
  return [
    {
      kind: 'paragraph',
      line,
      runs: head.flatMap((entry, i) => (i > 0 ? [{ text: '\n' }, ...entry.runs] : entry.runs)),
    },
    { kind: 'list', line: line + (lines[first]?.offset ?? 0), ordered: false, items },
  ];
}
