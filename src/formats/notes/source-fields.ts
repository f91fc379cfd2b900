import type { NoteKind } from '#src/domain/content.ts';
import { noteFields, type NoteSource } from '#src/domain/note-source.ts';
import type { Field } from '../card-file/card-file.ts';

/** The label that each field of a note source has in a card file; `point` is a box of a rubric. */
type LabelByField = Readonly<Record<string, Field['label']>>;

const background: LabelByField = { why: 'Why', sources: 'Source' };

/** By kind, in the order in which a card file has them. */
const labelByField: Readonly<Record<NoteKind, LabelByField>> = {
  basic: { question: 'Q', answer: 'A', ...background },
  reversed: {
    question: 'Q',
    answer: 'A',
    'reverse-question': 'ReverseQ',
    'reverse-answer': 'ReverseA',
    ...background,
  },
  cloze: { text: 'Text', ...background },
  choice: {
    question: 'Q',
    answer: 'A',
    because: 'Because',
    'wrong-1': 'X',
    'because-1': 'Because',
    'wrong-2': 'X',
    'because-2': 'Because',
    ...background,
  },
  typed: { question: 'Q', answer: 'A', also: 'Also', match: 'Match', ...background },
  rubric: { question: 'Q', points: 'point', ...background },
};

/** A note source whose texts are Markdown: of any kind but `template`. */
export type MarkdownSource = NoteSource & { readonly kind: NoteKind };

/** Whether a note's texts are Markdown, and not the HTML of a note type. */
export function isMarkdownSource(source: NoteSource): source is MarkdownSource {
  return source.kind !== 'template';
}

/** The names of a kind's fields in the order in which a form and a table have them. */
export function listFieldNames(kind: NoteKind): readonly string[] {
  const { needed, optional } = noteFields[kind];
  return [...needed, ...optional];
}

/** A field's text as a note keeps it: plain line ends, no blank lines and spaces around it. */
export function normaliseField(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/**
 * The fields of a note as a card file would have them, all on line 1. What is empty is left out, so that a needed
 * text without content is missed by whoever builds the note.
 */
export function toCardFields({ kind, fields }: MarkdownSource): Field[] {
  return Object.entries(labelByField[kind]).flatMap(([name, label]): Field[] => {
    const text = normaliseField(readOwn(fields, name));
    if (text === '') return [];
    return splitField(label, text).map((part) => ({ label, text: part, line: 1 }));
  });
}

/** The texts of a note by the names of `noteFields`, from its fields in a card file. */
export function toSourceFields(kind: NoteKind, written: readonly Field[]): NoteSource['fields'] {
  const fields: Record<string, string> = {};
  const add = (name: string | undefined, text: string) => {
    if (name === undefined) return;
    const before = fields[name];
    fields[name] = before === undefined ? text : `${before}\n${text}`;
  };
  let option: 'answer' | 'wrong-1' | 'wrong-2' = 'answer';
  for (const { label, text } of written) {
    const plain = normaliseField(text);
    if (label === 'A' && kind === 'choice') option = 'answer';
    if (label === 'X') option = option === 'wrong-1' || fields['wrong-1'] ? 'wrong-2' : 'wrong-1';
    if (label === 'X') add(option, plain);
    else if (label === 'Because') add(option.replace(/^(?:answer|wrong)/, 'because'), plain);
    else if (label === 'point') add('points', toPointText(plain));
    else if (label === 'Also' || label === 'Source') {
      add(findFieldName(kind, label), plain.replaceAll('\n', ' '));
    } else add(findFieldName(kind, label), plain);
  }
  return fields;
}

function findFieldName(kind: NoteKind, label: Field['label']): string | undefined {
  return Object.entries(labelByField[kind]).find(([, each]) => each === label)?.[0];
}

/** Fields of note sources come from files: a name like "constructor" must not find what every object has. */
function readOwn(fields: NoteSource['fields'], name: string): string {
  return Object.hasOwn(fields, name) ? (fields[name] ?? '') : '';
}

function splitField(label: Field['label'], text: string): string[] {
  if (label === 'Also' || label === 'Source') {
    return text.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  }
  // A point goes on in lines that are set in or blank.
  return label === 'point' ? text.split(/(?<!\n)\n+(?=\S)/) : [text];
}

function toPointText(text: string): string {
  return text.replace(/\n(?=\S)/g, '\n  ');
}
