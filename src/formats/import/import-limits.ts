/** What is read at most: far more than any deck that people made, and little enough for a phone to hold. */
export const importLimits = {
  /** Of a text file, in bytes. */
  textBytes: 64 * 1024 * 1024,
  notes: 200_000,
  /** Columns of a table. */
  columns: 100,
  /** Fields of a note type, and its templates. */
  fields: 500,
  /** Decks inside decks, and lists inside lists of a JSON file. */
  depth: 50,
  /** Problems that are told one by one. */
  problems: 1000,
} as const;

/** Said of a text that is not even looked at. */
export const tooLargeText = `This file is larger than ${importLimits.textBytes / 1024 / 1024} MB. Nothing was imported. Split it into several files, and import one after the other.`;

/** Why the notes of a note type are left out, where it has more fields or templates than are read. */
export function refuseNoteType(
  name: string,
  fields: readonly unknown[],
  templates: readonly unknown[],
): string | undefined {
  const most = importLimits.fields;
  return Math.max(fields.length, templates.length) > most
    ? `The note type “${name}” has more than ${most} fields or templates. Its notes were left out.`
    : undefined;
}
