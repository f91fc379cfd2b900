import type { NoteKind } from '#src/domain/content.ts';
import { findStockShape } from '../import/stock-note-types.ts';
import { listFieldNames } from '../notes/source-fields.ts';

/** What Anki calls notes of our kinds: the first three it has of its own, with fields in the same order. */
export const noteTypeByKind: Readonly<Record<NoteKind, string>> = {
  basic: 'Basic',
  reversed: 'Basic (and reversed card)',
  cloze: 'Cloze',
  choice: 'Cairn choice',
  typed: 'Cairn typed',
  rubric: 'Cairn rubric',
};

/** Which kind of note a row is that has no HTML in it, by what its note type is called and by what it hides. */
export function chooseKind(noteType: string | undefined, fields: readonly string[]): NoteKind {
  const shape = findStockShape(noteType ?? '');
  if (shape === 'cloze') return 'cloze';
  if (shape === 'reversed') return 'reversed';
  if (shape === 'typed') return 'typed';
  if (shape === 'optional-reverse') return (fields[2] ?? '').trim() === '' ? 'basic' : 'reversed';
  return shape === undefined && /\{\{c\d{1,3}::/.test(fields[0] ?? '') ? 'cloze' : 'basic';
}

/** A note's fields from cells in the order of `listFieldNames`; empty cells are left out. */
export function cellsToFields(kind: NoteKind, cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    listFieldNames(kind).flatMap((name, index) => {
      const cell = cells[index] ?? '';
      return cell === '' ? [] : [[name, cell]];
    }),
  );
}
