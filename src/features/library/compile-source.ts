import type { CompiledNote, NoteKind } from '#src/domain/content.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import { buildNote, type Field } from '#src/formats/card-file/build-note.ts';
import type { SourceNote } from '#src/formats/card-file/card-file.ts';
import { parseCardFile } from '#src/formats/card-file/parse-card-file.ts';
import { compileNote } from '#src/formats/compile/compile-note.ts';
import type { NoteToCompile } from '#src/storage/store.ts';
import { listTemplateOrdinals } from './template-ordinals.ts';

/** What a note's cards show; a string is what is wrong with it, for whoever wrote it. */
export function compileSource({
  id,
  source,
  before,
  noteType,
}: NoteToCompile): CompiledNote | string {
  const { kind } = source;
  if (kind === 'template') {
    if (noteType === undefined) return 'The note type that draws this note is missing.';
    const { fields, tags } = source;
    const ordinals = listTemplateOrdinals(noteType, fields);
    return { id, kind, fields, tags, noteType: noteType.key, ordinals };
  }
  const range = before?.range;
  const draft = { kind, id, line: 1, fields: toCardFields(kind, source.fields), markdown: '' };
  const { note, problems } = buildNote({ ...draft, range: range ?? 'use' });
  if (note === undefined) return problems.map(({ message }) => message).join(' ');
  const { range: _, ...written } = note;
  const concept = before?.concept;
  return compileNote(
    { ...written, ...(range && { range }) },
    { id, ...(concept && { concept }) },
    // The figures of the bank are not at hand: a reference to one stays its words.
    (content) => [...content],
  );
}

const background = { why: 'Why', sources: 'Source' } as const;

/** The label of each field in a card file, in the order that it has them in. */
const labelByField: Readonly<Record<NoteKind, Readonly<Record<string, Field['label']>>>> = {
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

function toCardFields(kind: NoteKind, fields: NoteSource['fields']): Field[] {
  return Object.entries(labelByField[kind]).flatMap(([name, label]): Field[] => {
    const text = (fields[name] ?? '').trim();
    if (text === '') return [];
    const isList = label === 'Also' || label === 'Source' || label === 'point';
    const parts = isList ? text.split(/\n+/) : [text];
    return parts.map((part) => ({ label, text: part.replace(/^- \[ \] /, ''), line: 1 }));
  });
}

/** A note of the shipped bank as an editor shows it; undefined where it cannot be edited by fields. */
export function readSource(markdown: string): NoteSource | undefined {
  const [note] = parseCardFile(`---\ntitle: Note\nsources: [none]\n---\n\n${markdown}`).file.notes;
  return note && { kind: note.kind, fields: toSourceFields(note), tags: [] };
}

/** The texts of a note by the names of `noteFields`. */
export function toSourceFields(note: SourceNote): Record<string, string> {
  const shared = {
    ...(note.why && { why: note.why.text.trim() }),
    ...(note.sources.length > 0 && { sources: note.sources.map(({ text }) => text).join('\n') }),
  };
  const text = ({ text: written }: { readonly text: string }) => written.trim();
  switch (note.kind) {
    case 'basic':
      return { question: text(note.question), answer: text(note.answer), ...shared };
    case 'reversed':
      return {
        question: text(note.question),
        answer: text(note.answer),
        ...(note.reverse && {
          'reverse-question': text(note.reverse.question),
          'reverse-answer': text(note.reverse.answer),
        }),
        ...shared,
      };
    case 'cloze':
      return { text: readClozeText(note.markdown), ...shared };
    case 'choice': {
      const [right, first, second] = note.options;
      const because = (option: typeof right) => (option.because ? text(option.because) : '');
      return {
        ...{ question: text(note.question), answer: text(right.content), because: because(right) },
        ...{ 'wrong-1': text(first.content), 'because-1': because(first) },
        ...{ 'wrong-2': text(second.content), 'because-2': because(second) },
        ...shared,
      };
    }
    case 'typed': {
      const [answer, ...also] = note.answers.map(text);
      return {
        ...{ question: text(note.question), answer: answer ?? '', match: note.match },
        ...(also.length > 0 && { also: also.join('\n') }),
        ...shared,
      };
    }
    case 'rubric':
      return { question: text(note.question), points: note.points.map(text).join('\n'), ...shared };
  }
}

/** As it was written: the parsed text holds marks in place of the braces. */
function readClozeText(markdown: string): string {
  const written = /^Text:([^]*?)(?=^(?:Why|Source|Waive):|$(?![^]))/m.exec(markdown)?.[1];
  return (written ?? '').trim();
}
