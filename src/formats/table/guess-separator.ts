import { parseDelimited } from './delimited-text.ts';

/** In the order in which they win a draw: a tab hardly ever stands in a sentence, a comma does. */
const candidates = ['\t', ';', '|', ','] as const;

export interface GuessedSeparator {
  readonly separator: string;
  /** How many cells most rows have: two or more. */
  readonly columns: number;
  /** The share of rows that have this many, 0 to 1. */
  readonly share: number;
}

/** The separator that cuts the start of a text most evenly into at least two cells a row; undefined where none does. */
export function guessSeparator(text: string): GuessedSeparator | undefined {
  const start = cutAtLine(text, 65_536);
  let best: GuessedSeparator | undefined;
  for (const separator of candidates) {
    const counts = new Map<number, number>();
    const { rows } = parseDelimited(start, separator);
    for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    for (const [columns, count] of counts) {
      const share = count / rows.length;
      if (columns > 1 && share > (best?.share ?? 0.5)) best = { separator, columns, share };
    }
  }
  return best;
}

function cutAtLine(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf('\n', length);
  return text.slice(0, end < 0 ? length : end);
}
