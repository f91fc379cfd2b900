import type { Run, TableRow } from './blocks.ts';
import type { HtmlTag } from './html-tags.ts';

/** A cell of an HTML table with how far it reaches over rows and columns. */
export interface SpanningCell {
  readonly runs: Run[];
  readonly rows: number;
  readonly columns: number;
}

export interface SpanningRow {
  readonly line: number;
  readonly cells: readonly SpanningCell[];
}

/** Cells reach no further, as no table people read has more of either: the grid stays about as large as its source. */
const MOST_COLUMNS = 40;
const MOST_ROWS = 200;

/** How many rows and columns a `<td>` or `<th>` takes; `rowspan="0"` means all that are left. */
export function readSpan({ attributes }: HtmlTag): { rows: number; columns: number } {
  const rows = numberOf(attributes.get('rowspan'));
  const columns = Math.max(1, numberOf(attributes.get('colspan')));
  return { rows: rows === 0 ? MOST_ROWS : Math.min(MOST_ROWS, rows), columns };
}

/** Puts the cells of an HTML table into their columns: one that reaches over rows stands in each of them, one over columns in its first. */
export function toGrid(rows: readonly SpanningRow[]): TableRow[] {
  let above: { readonly runs: Run[]; readonly rows: number }[] = [];
  return rows.map(({ line, cells }) => {
    const reaching: typeof above = [];
    const continued = new Set<number>();
    const grid: Run[][] = [];
    const takeAbove = (): void => {
      for (let cell = above[grid.length]; cell; cell = above[grid.length]) {
        if (cell.rows > 1) reaching[grid.length] = { ...cell, rows: cell.rows - 1 };
        continued.add(grid.length);
        grid.push(cell.runs);
      }
    };
    for (const cell of cells) {
      takeAbove();
      const end = Math.min(MOST_COLUMNS, grid.length + cell.columns);
      let { runs } = cell;
      do {
        if (cell.rows > 1 && grid.length < MOST_COLUMNS)
          reaching[grid.length] = { runs, rows: cell.rows - 1 };
        grid.push(runs);
        runs = [];
      } while (grid.length < end);
    }
    takeAbove();
    above = reaching;
    return { line, cells: grid, ...(continued.size > 0 ? { continued } : {}) };
  });
}

function numberOf(value: string | undefined): number {
  return /^\d{1,5}$/.test(value ?? '') ? Number(value) : 1;
}
