import type { NoteSource } from '#src/domain/note-source.ts';
import type { NoteType } from '#src/domain/note-type.ts';

/** What something is to be called, by what it is called. */
type Names = ReadonlyMap<string, string>;

/** A note whose files and note type are called otherwise; what `files` and `noteTypes` do not name stays. */
export function renameInSource(source: NoteSource, files: Names, noteTypes: Names): NoteSource {
  const { noteType } = source;
  const fields = Object.entries(source.fields).map(([name, text]) => [
    name,
    renameFiles(text, files),
  ]);
  return {
    ...source,
    fields: Object.fromEntries(fields) as Record<string, string>,
    ...(noteType !== undefined && { noteType: noteTypes.get(noteType) ?? noteType }),
  };
}

/** A note type whose files are called otherwise; its own key stays. */
export function renameInType(type: NoteType, files: Names): NoteType {
  const rename = (text: string) => renameFiles(text, files);
  const templates = type.templates.map(({ name, front, back }) => ({
    ...{ name, front: rename(front), back: rename(back) },
  }));
  return { ...type, templates, css: rename(type.css) };
}

/** A text with files it names called otherwise, also where their names are escaped for an address. */
function renameFiles(text: string, names: Names): string {
  let renamed = text;
  for (const [name, other] of names) {
    renamed = renamed
      .replaceAll(name, other)
      .replaceAll(encodeURIComponent(name), encodeURIComponent(other));
  }
  return renamed;
}
