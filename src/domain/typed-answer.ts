import type { CompiledNote } from './content.ts';

type TypedNote = Pick<Extract<CompiledNote, { kind: 'typed' }>, 'answers' | 'match'>;

/** A run of the comparison: in both, only in what was typed, or only in the answer. */
export interface Segment {
  readonly kind: 'same' | 'extra' | 'missing';
  readonly text: string;
}

export interface TypedResult {
  readonly right: boolean;
  /** Whether it counted as right only because a slip of the keys was forgiven. */
  readonly forgiven: boolean;
  /** The accepted answer that is nearest to what was typed. */
  readonly answer: string;
  /** What was typed against that answer, in reading order. */
  readonly segments: readonly Segment[];
}

/**
 * Compares what was typed with the answers a note accepts. `exact`: equal after trimming and
 * Unicode composition (NFC). `term`: case and spaces folded too, one edit forgiven from 6 letters,
 * two from 10, where an edit is a letter added, left out, changed, or swapped with its neighbour.
 * Never forgiven: an edit in a digit, and anything that another card accepts (`otherAnswers`).
 */
export function gradeTyped(
  note: TypedNote,
  input: string,
  otherAnswers: readonly string[] = [],
): TypedResult {
  const typed = fold(input, note.match);
  let nearest = { answer: note.answers[0], edits: Infinity };
  let right = false;
  for (const answer of note.answers) {
    const edits = countEdits([...typed], [...fold(answer, note.match)]);
    if (edits < nearest.edits) nearest = { answer, edits };
    right ||= edits === 0;
  }
  let forgiven = false;
  if (!right && note.match === 'term') {
    const belongsToOther = otherAnswers.some((other) => fold(other, 'term') === typed);
    forgiven =
      !belongsToOther && note.answers.some((answer) => isForgiven(typed, fold(answer, 'term')));
  }
  return {
    right: right || forgiven,
    forgiven,
    answer: nearest.answer,
    segments: compareText(input.trim().normalize('NFC'), nearest.answer, note.match),
  };
}

function fold(text: string, match: TypedNote['match']): string {
  const composed = text.trim().normalize('NFC');
  // Upper case first: it alone makes one of ß and ss, and of final and inner sigma.
  return match === 'exact' ? composed : composed.replace(/\s+/gu, ' ').toUpperCase().toLowerCase();
}

function isForgiven(typed: string, answer: string): boolean {
  if (joinDigits(typed) !== joinDigits(answer)) return false;
  const letters = answer.match(/\p{L}/gu)?.length ?? 0;
  const allowed = letters >= 10 ? 2 : letters >= 6 ? 1 : 0;
  return countEdits([...typed], [...answer]) <= allowed;
}

function joinDigits(text: string): string {
  return (text.match(/\d+/g) ?? []).join(' ');
}

/** Edits between two texts, a swap of neighbours counting as one (optimal string alignment). */
function countEdits(from: readonly string[], to: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      let edits = Math.min(
        (last[column + 1] as number) + 1,
        (current[column] as number) + 1,
        (last[column] as number) + (letter === other ? 0 : 1),
      );
      if (row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other) {
        edits = Math.min(edits, (beforeLast[column - 1] as number) + 1);
      }
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] as number;
}

/**
 * A longest common subsequence, told as runs. Letters that match when folded count as the same. Texts
 * that share less than half their letters share them by chance: each is then a run of its own.
 */
function compareText(typed: string, answer: string, match: TypedNote['match']): Segment[] {
  const from = [...typed];
  const to = [...answer];
  const isSame = (a: string, b: string) =>
    a === b || (match === 'term' && a.toLowerCase() === b.toLowerCase());
  const common = Array.from({ length: from.length + 1 }, () =>
    new Array<number>(to.length + 1).fill(0),
  );
  const at = (row: number, column: number) => (common[row] as number[])[column] as number;
  for (let row = from.length - 1; row >= 0; row -= 1) {
    for (let column = to.length - 1; column >= 0; column -= 1) {
      (common[row] as number[])[column] = isSame(from[row] as string, to[column] as string)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const segments: Segment[] = [];
  if (typed !== '' && at(0, 0) * 2 < Math.max(from.length, to.length)) {
    addTo(segments, 'extra', typed);
    addTo(segments, 'missing', answer);
    return segments;
  }
  let row = 0;
  let column = 0;
  while (row < from.length || column < to.length) {
    const a = from[row];
    const b = to[column];
    if (a !== undefined && b !== undefined && isSame(a, b)) {
      addTo(segments, 'same', b);
      row += 1;
      column += 1;
    } else if (a !== undefined && (b === undefined || at(row + 1, column) >= at(row, column + 1))) {
      addTo(segments, 'extra', a);
      row += 1;
    } else {
      addTo(segments, 'missing', b as string);
      column += 1;
    }
  }
  return segments;
}

function addTo(segments: Segment[], kind: Segment['kind'], text: string) {
  const last = segments.at(-1);
  if (last?.kind === kind) segments[segments.length - 1] = { kind, text: last.text + text };
  else segments.push({ kind, text });
}
