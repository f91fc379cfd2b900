import type { NoteKind, NoteRange } from '#src/domain/content.ts';

export const noteKinds: readonly NoteKind[] = [
  'basic',
  'reversed',
  'cloze',
  'choice',
  'typed',
  'rubric',
];
export const noteRanges: readonly NoteRange[] = [
  'mechanism',
  'reason',
  'difference',
  'failure',
  'trade-off',
  'number',
  'use',
];

export interface NoteHeading {
  readonly kind: NoteKind;
  readonly id: string;
  readonly range: NoteRange;
}

const shape = '"## kind note-id · range"';

/**
 * Reads what follows `##`: kind, id and range. `id` is given as far as it can be read, so that a
 * mistake elsewhere in the heading does not look like a vanished note.
 */
export function readNoteHeading(
  text: string,
): { heading: NoteHeading; id: string } | { problem: string; id?: string } {
  const [left = '', right, ...more] = text.split('·').map((part) => part.trim());
  const [kindWord = '', id, ...rest] = left.split(/\s+/);
  const known = id === undefined || rest.length > 0 || !isNoteId(id) ? {} : { id };

  const kind = noteKinds.find((each) => each === kindWord);
  if (kind === undefined) {
    const kinds = noteKinds.join(', ');
    return {
      ...known,
      problem: `"${kindWord}" is no kind of note. Write the heading as ${shape} with one of these kinds: ${kinds}.`,
    };
  }
  if (id === undefined) {
    return { problem: `This note has no id. Write its heading as ${shape}.` };
  }
  if (rest.length > 0 || more.length > 0) {
    return {
      ...known,
      problem: `This heading has more than a kind, an id and a range. Write it as ${shape}, with a middle dot before the range.`,
    };
  }
  if (!isNoteId(id)) {
    return {
      problem: `"${id}" cannot be a note's id. Use lower-case letters, digits and single hyphens.`,
    };
  }
  const range = noteRanges.find((each) => each === right);
  if (range === undefined) {
    const what =
      right === undefined ? 'This heading says no range.' : `"${right}" is no known range.`;
    return { id, problem: `${what} End it with " · " and one of: ${noteRanges.join(', ')}.` };
  }
  return { id, heading: { kind, id, range } };
}

function isNoteId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}
