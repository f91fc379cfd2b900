import type { CompiledNote } from '#src/domain/content.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import { listTemplateOrdinals } from '#src/formats/anki/template/list-template-ordinals.ts';
import { compileNoteSource } from '#src/formats/notes/compile-note-source.ts';
import { readNote } from '#src/formats/notes/read-note.ts';
import { isMarkdownSource } from '#src/formats/notes/source-fields.ts';
import type { NoteToCompile } from '#src/storage/store.ts';

/** What a note's cards show; a string is what is wrong with it, for whoever wrote it. */
export function compileSource(note: NoteToCompile): CompiledNote | string {
  const { id, source, before } = note;
  if (!isMarkdownSource(source)) return compileTemplate(note);
  const concept = before?.concept;
  const compiled = compileNoteSource(source, { id, ...(concept && { concept }) });
  if ('errors' in compiled) return compiled.errors.join(' ');
  const range = before?.range;
  return { ...compiled, ...(range && { range }) };
}

function compileTemplate({ id, source, noteType, before }: NoteToCompile): CompiledNote | string {
  if (noteType === undefined) return 'The note type that draws this note is missing.';
  const { fields, tags } = source;
  const found = listTemplateOrdinals(noteType, fields);
  const kept = before?.kind === 'template' ? before.ordinals : [];
  // A note without cards could not be found again.
  const ordinals = found.length > 0 ? found : kept;
  if (ordinals.length === 0) return 'No card of this note shows anything.';
  return { id, kind: 'template', fields, tags, noteType: noteType.key, ordinals };
}

/** A note of the shipped bank as an editor shows it; undefined where it cannot be edited by fields. */
export function readSource(markdown: string): NoteSource | undefined {
  const read = readNote(markdown);
  return 'source' in read ? read.source : undefined;
}
