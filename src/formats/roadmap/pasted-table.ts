import { runsToText, sliceRuns, splitLines, type Block, type Run } from './blocks.ts';

/** A header and two rows. */
const FEWEST_LINES = 3;
/** Wider tables are data. */
const MOST_CELLS = 40;

/**
 * The blocks of a paragraph in which lines with tabs between their cells follow each other, as tables come out of chats and
 * spreadsheets: the table, and what stands above and below it; undefined for other paragraphs.
 */
export function readPastedTable(runs: readonly Run[], line: number): Block[] | undefined {
  const rows = splitLines(runs).map((each) => ({ ...each, cells: splitCells(each.runs) }));
  const first = rows.findIndex(({ cells }) => cells.length > 1);
  const width = rows[first]?.cells.length ?? 0;
  const length = rows.slice(first).findIndex(({ cells }) => cells.length !== width);
  const end = length < 0 ? rows.length : first + length;
  if (first < 0 || end - first < FEWEST_LINES) return undefined;
  const paragraph = (part: typeof rows): Block[] => {
    const [top] = part;
    if (top === undefined) return [];
    const joined = part.flatMap(({ runs: own }, i) => (i > 0 ? [{ text: '\n' }, ...own] : own));
    return [{ kind: 'paragraph', line: line + top.offset, runs: joined }];
  };
  const table = rows.slice(first, end).map(({ offset, cells }) => ({ line: line + offset, cells }));
  return [
    ...paragraph(rows.slice(0, first)),
    { kind: 'table', line: table[0]?.line ?? line, rows: table },
    ...paragraph(rows.slice(end)),
  ];
}

function splitCells(runs: readonly Run[]): Run[][] {
  const text = runsToText(runs);
  const cells: Run[][] = [];
  if (text.split('\t', MOST_CELLS + 1).length > MOST_CELLS) return [[...runs]];
  let start = 0;
  for (let end = text.indexOf('\t'); end >= 0; end = text.indexOf('\t', start)) {
    cells.push(sliceRuns(runs, start, end));
    start = end + 1;
  }
  return [...cells, sliceRuns(runs, start)];
}
