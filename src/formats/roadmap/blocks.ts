/** A stretch of text with one set of marks. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  readonly link?: string;
  /** A line break ("\n") that the source writes within a line: `<br>`. */
  readonly isInline?: boolean;
}

export interface ListItem {
  readonly line: number;
  readonly checked?: boolean;
  readonly blocks: Block[];
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly (readonly Run[])[];
  /** The columns in which a cell of the row above goes on. */
  readonly continued?: ReadonlySet<number>;
}

/**
 * What the reader works on, whether it was written in Markdown or in HTML.
 * `open` and `close` are `<details>` elements: what a summary heads ends with its element, not with the next heading.
 */
export type Block =
  | {
      readonly kind: 'heading';
      readonly line: number;
      readonly depth: number;
      readonly runs: Run[];
    }
  | { readonly kind: 'paragraph'; readonly line: number; readonly runs: Run[] }
  | {
      readonly kind: 'list';
      readonly line: number;
      readonly ordered: boolean;
      readonly items: ListItem[];
    }
  | { readonly kind: 'table'; readonly line: number; readonly rows: TableRow[] }
  | {
      readonly kind: 'code';
      readonly line: number;
      readonly language: string;
      readonly lines: readonly string[];
    }
  | { readonly kind: 'summary'; readonly line: number; readonly runs: Run[] }
  | { readonly kind: 'open'; readonly line: number }
  | { readonly kind: 'close'; readonly line: number };

export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** The text of runs without marks. */
export function runsToText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** Runs split at line breaks, with the number of lines each part lies below the first. */
export function splitLines(runs: readonly Run[]): { runs: Run[]; offset: number }[] {
  const lines: { runs: Run[]; offset: number }[] = [{ runs: [], offset: 0 }];
  let offset = 0;
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0 && !run.isInline) offset += 1;
      if (index > 0) lines.push({ runs: [], offset });
      if (text !== '') lines.at(-1)?.runs.push({ ...run, text });
    }
  }
  return lines.filter((line) => line.runs.length > 0);
}

/** The runs from a character position of their joined text onward, up to `end`. */
export function sliceRuns(runs: readonly Run[], start: number, end = Infinity): Run[] {
  const sliced: Run[] = [];
  let position = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - position), Math.max(0, end - position));
    if (text !== '') sliced.push({ ...run, text });
    position += run.text.length;
  }
  return sliced;
}
