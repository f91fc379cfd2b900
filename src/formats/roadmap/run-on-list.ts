import { runsToText, splitLines, type Block, type ListItem, type Run } from './blocks.ts';
import { readNumberedOutline } from './numbered-outline.ts';

const BULLET = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?=\S)/u;
const BOX = /^\s*(?=\[[ xX✓✔✅~/-]\uFE0F?\]\s)/u;

/**
 * Splits a paragraph that swallowed a list: Markdown lets no list start that is indented too far, or whose first number is
 * not 1, right below a line of text. Several lines with boxes ("[x] Git") are items wherever they stand. The items come out flat, as the parser has dropped their indents.
 */
export function splitParagraph(runs: Run[], line: number): Block[] {
  const lines = splitLines(runs);
  const outline = readNumberedOutline(lines, line);
  if (outline !== undefined) return outline;
  const texts = lines.map((entry) => runsToText(entry.runs));
  const areBoxes = texts.filter((text) => BOX.test(text)).length > 1;
  const isItem = (text: string, index: number): boolean =>
    (areBoxes && BOX.test(text)) || (index > 0 && BULLET.test(text));
  const first = texts.findIndex(isItem);
  if (first < 0) return [{ kind: 'paragraph', line, runs }];
  const head = lines.slice(0, first);
  const items: ListItem[] = [];
  for (const entry of lines.slice(first)) {
    const shown = runsToText(entry.runs);
    const mark = (BULLET.exec(shown) ?? (areBoxes ? BOX.exec(shown) : null))?.[0];
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
  const list: Block = {
    kind: 'list',
    line: line + (lines[first]?.offset ?? 0),
    ordered: false,
    items,
  };
  if (head.length === 0) return [list];
  return [
    {
      kind: 'paragraph',
      line,
      runs: head.flatMap((entry, i) => (i > 0 ? [{ text: '\n' }, ...entry.runs] : entry.runs)),
    },
    list,
  ];
}
