import type { CompiledNote } from '#src/domain/content.ts';
import { buildNote } from '../card-file/build-note.ts';
import { compileNote, type NotePlace } from '../compile/compile-note.ts';
import { createFigurePlacer } from '../compile/place-figures.ts';
import { toCardFields, type MarkdownSource } from './source-fields.ts';

/**
 * Turns a note as its owner writes it into what its cards show. The figures of the bank are not at hand: a reference to
 * one stays its words. Where the note cannot be shown, the errors say why; `template` notes are not compiled.
 */
export function compileNoteSource(
  source: MarkdownSource,
  place: NotePlace,
): CompiledNote | { readonly errors: readonly string[] } {
  const { kind } = source;
  const fields = toCardFields(source);
  const { note, problems } = buildNote(
    { kind, id: place.id, line: 1, fields, markdown: '' },
    'own',
  );
  if (note === undefined) return { errors: problems.map(({ message }) => message) };
  const compiled = compileNote(note, place, createFigurePlacer(place.id, new Map(), new Set()));
  return typeof compiled === 'string' ? { errors: [compiled] } : compiled;
}
