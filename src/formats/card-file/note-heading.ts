import type { NoteKind, NoteRange } from '#src/domain/content.ts';
import { classifyLine } from './classify-line.ts';

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
  readonly range?: NoteRange;
}

/**
 * What a file may hold. `bank`: ids are lower-case words, every note has a range, and what is only for
 * learners is refused. `own`: ids are whatever a note came with, see `encodeNoteId`, and there may be no range.
 */
export type CardFileRules = 'bank' | 'own';

const shape = '"## kind note-id · range"';

/**
 * Reads what follows `##`: kind, id and range. `id` is given as far as it can be read, so that a
 * mistake elsewhere in the heading does not look like a vanished note.
 */
export function readNoteHeading(
  text: string,
  rules: CardFileRules = 'bank',
): { heading: NoteHeading; id: string } | { problem: string; id?: string } {
  const [left = '', right, ...more] = text.split('·').map((part) => part.trim());
  const [kindWord = '', written, ...rest] = left.split(/\s+/);
  const isAnyId = rules === 'own';
  const id = isAnyId && written !== undefined ? decodeNoteId(written) : written;
  const known = id === undefined || rest.length > 0 || !(isAnyId || isNoteId(id)) ? {} : { id };

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
  if (!isAnyId && !isNoteId(id)) {
    return {
      problem: `"${id}" cannot be a note's id. Use lower-case letters, digits and single hyphens.`,
    };
  }
  const range = noteRanges.find((each) => each === right);
  if (isAnyId && right === undefined) return { id, heading: { kind, id } };
  if (range === undefined) {
    const what =
      right === undefined ? 'This heading says no range.' : `"${right}" is no known range.`;
    return { id, problem: `${what} End it with " · " and one of: ${noteRanges.join(', ')}.` };
  }
  return { id, heading: { kind, id, range } };
}

/** What follows `##` where the line is a whole heading of a note: such a line ends even a code block. */
export function findNoteHeading(line: string, rules: CardFileRules): string | undefined {
  const read = classifyLine(line);
  return read.kind === 'heading' && 'heading' in readNoteHeading(read.text, rules)
    ? read.text
    : undefined;
}

/** Whether a line of a code block is such a heading with a backslash before it, which makes it code again. */
export function isEscapedHeading(line: string, rules: CardFileRules): boolean {
  return line.startsWith('\\') && findNoteHeading(line.replace(/^\\+/, ''), rules) !== undefined;
}

/** Writes any id as one word of a heading: white space, `%` and `·` become percent escapes of their UTF-8 bytes. */
export function encodeNoteId(id: string): string {
  return id.replace(/[\s%·]/g, (sign) => encodeURIComponent(sign));
}

/** A percent sign that escapes nothing stands for itself. */
function decodeNoteId(written: string): string {
  return written.replace(/(?:%[0-9A-F]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

function isNoteId(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}
