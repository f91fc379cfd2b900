import Papa from 'papaparse';

/** One row of a table and the line that it starts on, counted from 1. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
}

export interface DelimitedText {
  /** Rows in which something stands. */
  readonly rows: readonly TableRow[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** A quotation mark that is never closed swallows the rest; after this many the rest is read without quotes. */
const mostRestarts = 20;
/** What no text has, so that nothing counts as a quote. */
const noQuote = '\0';

/** Whether a text can part the cells of a row. */
export function isSeparator(text: string): boolean {
  return text !== '' && text.length <= 10 && !/["\n\r\0\uFEFF]/.test(text);
}

/**
 * Reads rows of cells parted by `separator`; a cell in quotes may hold separators, line ends and doubled quotes. A line
 * whose quote is never closed is read as it stands, and told. `text` has line feeds only, and starts on `firstLine`.
 */
export function parseDelimited(text: string, separator: string, firstLine = 1): DelimitedText {
  const rows: TableRow[] = [];
  const problems: { line: number; message: string }[] = [];
  let rest = text;
  let line = firstLine;
  for (let restarts = 0; rest !== ''; restarts += 1) {
    const quoteChar = restarts < mostRestarts ? '"' : noQuote;
    const { data, errors } = Papa.parse<string[]>(rest, {
      delimiter: separator,
      newline: '\n',
      quoteChar,
    });
    const broken = errors.find(({ code }) => code === 'MissingQuotes')?.row;
    const good = broken === undefined ? data : data.slice(0, broken);
    let lines = 0;
    for (const cells of good) {
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line: line + lines });
      lines += cells.reduce((sum, cell) => sum + countLineEnds(cell), 1);
    }
    if (broken === undefined) break;
    line += lines;
    const message =
      'A quotation mark on this line is never closed. The line was read without regard to quotes.';
    problems.push({ line, message });
    const start = skipLines(rest, lines);
    const end = rest.indexOf('\n', start);
    const written = end < 0 ? rest.slice(start) : rest.slice(start, end);
    rows.push({ cells: written.split(separator), line });
    rest = end < 0 ? '' : rest.slice(end + 1);
    line += 1;
  }
  return { rows, problems };
}

/** Writes rows so that `parseDelimited`, spreadsheets and Anki read the same cells; a cell that starts with `#` would be a remark to Anki without quotes. */
export function writeDelimited(rows: readonly (readonly string[])[], separator: string): string {
  return Papa.unparse([...rows], {
    delimiter: separator,
    newline: '\n',
    quotes: (cell: string) => cell.startsWith('#'),
  });
}

function countLineEnds(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}

function skipLines(text: string, lines: number): number {
  let at = 0;
  for (let skipped = 0; skipped < lines; skipped += 1) at = text.indexOf('\n', at) + 1;
  return at;
}
