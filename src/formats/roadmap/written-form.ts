import { readDate } from './dates.ts';
import type { OutlineTopic, TopicKind, TopicPriority, TopicStatus } from './outline.ts';
import { readPriority } from './priority-words.ts';

/**
 * What the writer and the reader of written roadmaps agree on. Such a file is ordinary Markdown that
 * says in its front matter that it was written in this form: then names are taken literally, where
 * the reader of other people's roadmaps has to guess.
 */
export const writtenForm = 'cairn-roadmap-1';

export const statusNames: Readonly<Record<TopicStatus, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  completed: 'Completed',
};

export const priorityNames: Readonly<Record<TopicPriority, string>> = {
  mandatory: 'Mandatory',
  good: 'Good to know',
  optional: 'Optional',
  general: 'General',
};

/** The signs between the brackets of a box. */
export const boxMarks: Readonly<Record<TopicStatus, string>> = {
  'not-started': ' ',
  'in-progress': '/',
  completed: 'x',
};

/** A cell that says nothing. */
export const emptyCell = '–';

const topicKinds: readonly TopicKind[] = ['learn', 'practice', 'project', 'tool', 'rule'];

/** What stands behind a name, apart from what has a column or a box of its own. */
export type Remarks = Pick<OutlineTopic, 'priority' | 'kind' | 'started' | 'finished'>;

/** Remarks as they are written behind a name: ` (mandatory, practice, started 2026-02-09)`; empty for none. */
export function writeRemarks({ priority, kind, started, finished }: Remarks): string {
  const words = [
    ...(priority === undefined ? [] : [priorityNames[priority].toLowerCase()]),
    ...(kind === undefined ? [] : [kind]),
    ...(started === undefined ? [] : [`started ${started}`]),
    ...(finished === undefined ? [] : [`finished ${finished}`]),
  ];
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

const bracketsAtEnd = /(?<!\\)\(([^()\\]+)\)$/;

/** Takes remarks off the end of a written name; brackets that hold anything else belong to the name. */
export function takeRemarks(written: string): { readonly name: string; readonly remarks: Remarks } {
  const match = bracketsAtEnd.exec(written);
  const remarks = match === null ? undefined : readRemarks(match[1] ?? '');
  if (match === null || remarks === undefined) return { name: written, remarks: {} };
  return { name: written.slice(0, match.index).trimEnd(), remarks };
}

function readRemarks(content: string): Remarks | undefined {
  const found: { -readonly [Key in keyof Remarks]: Remarks[Key] } = {};
  for (const word of content.split(',').map((each) => each.trim())) {
    const [, verb, day = ''] = /^(started|finished) (\S+)$/.exec(word) ?? [];
    const date = readDate(day);
    const kind = topicKinds.find((each) => each === word);
    const priority = readPriority(word);
    if (verb !== undefined && date !== undefined) found[verb as 'started' | 'finished'] = date;
    else if (kind !== undefined) found.kind = kind;
    else if (priority !== undefined) found.priority = priority;
    else return undefined;
  }
  return found;
}

/** Numbers that stand before a name: "2.1.1 Linux", "1. Git", "IV. Practice". */
const numberBefore = /^(?:(\d+(?:\.\d+)+) |([\p{L}\p{N}]{1,5})\. )(?=\S)/u;

/** A number as it stands before a name; empty for none, and for one that could not be told from the name. */
export function writeNumber(number: string | undefined): string {
  if (number === undefined) return '';
  const written = number.includes('.') ? `${number} ` : `${number}. `;
  return numberBefore.exec(`${written}x`)?.[0] === written ? written : '';
}

/** Takes a number off the start of a written name. */
export function takeNumber(written: string): { readonly name: string; readonly number?: string } {
  const match = numberBefore.exec(written);
  const number = match?.[1] ?? match?.[2];
  if (match === null || number === undefined) return { name: written };
  return { name: written.slice(match[0].length), number };
}

/** A name on one line, with a backslash wherever Markdown, or the reader, would see more in it. */
export function escapeName(name: string): string {
  const line = name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*[\]<>|]|~(?=~)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&')
    .replace(/^[-+#]|(?<=\s)#+$/, '\\$&');
  const numbered = numberBefore.test(line) ? line.replace('.', '\\.') : line;
  const match = bracketsAtEnd.exec(numbered);
  if (match === null || readRemarks(match[1] ?? '') === undefined) return numbered;
  return `${numbered.slice(0, match.index)}\\${numbered.slice(match.index)}`;
}

/** A written name as it was before it was escaped. */
export function unescapeName(written: string): string {
  return written.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
