import type { SourceNote } from '#src/formats/card-file/card-file.ts';
import { parseCardFile } from '#src/formats/card-file/parse-card-file.ts';
import type { ImportedDeck, ImportedNote } from '#src/formats/import/imported-deck.ts';
import { listOrdinals } from '#src/domain/content.ts';
import { toSourceFields } from './compile-source.ts';

/** A file as it was chosen, dropped or pasted. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A deck that a file holds, or why there is none, in words for whoever chose it. */
export type ReadFile = ImportedDeck | { readonly error: string };

/** Reads a file as what it is: all that the screens and the worker know of formats. Never throws. */
export function readFile({ name, bytes }: ChosenFile): ReadFile {
  if (bytes.length === 0) return { error: `“${name}” is empty. Nothing was imported.` };
  const text = new TextDecoder().decode(bytes);
  if (!/^## [a-z]+ \S/m.test(text)) {
    return {
      error: `No cards were found in “${name}”. Nothing was imported. Cards are read from Markdown card files.`,
    };
  }
  const { file, problems } = parseCardFile(text);
  return {
    format: 'card-file',
    description: 'Markdown card file',
    title: file.title === '' ? name.replace(/\.[^.]*$/, '') : file.title,
    decks: [''],
    noteTypes: [],
    notes: file.notes.map(toImported),
    media: [],
    settings: {},
    problems: problems.map(({ line, message }) => ({ place: { line }, message })),
  };
}

function toImported(note: SourceNote): ImportedNote {
  const numbers = note.kind === 'cloze' ? note.clozes.map(({ n }) => n) : [];
  const ordinals = listOrdinals({ kind: note.kind, numbers });
  return {
    key: note.id,
    source: { kind: note.kind, fields: toSourceFields(note), tags: [] },
    cards: [...new Set(ordinals)].map((ordinal) => ({ ordinal, deck: 0 })),
    place: { line: note.line },
  };
}
