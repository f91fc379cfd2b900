import { refuseNoteType } from '../import/import-limits.ts';
import type { NoteType } from '../import/imported-deck.ts';
import { readKey, readObjects, readText, type JsonObject } from '../import/json-value.ts';

/** Reads a note type of CrowdAnki, or says why it cannot be used. */
export function readNoteModel(model: JsonObject): NoteType | string {
  const name = readText(model, 'name') ?? 'Note type without a name';
  const fields = inOrder(readObjects(model, 'flds'));
  const fieldNames = fields.flatMap((field) => readText(field, 'name') ?? []);
  const templates = inOrder(readObjects(model, 'tmpls')).map((template, index) => ({
    name: readText(template, 'name') ?? `Card ${index + 1}`,
    front: readText(template, 'qfmt') ?? '',
    back: readText(template, 'afmt') ?? '',
  }));
  if (fieldNames.length === 0 || templates.length === 0) {
    return `The note type “${name}” has no fields or no templates. Its notes were left out.`;
  }
  const refusal = refuseNoteType(name, fieldNames, templates);
  if (refusal !== undefined) return refusal;
  const rtlFields = fields
    .filter((field) => readKey(field, 'rtl') === true)
    .flatMap((field) => readText(field, 'name') ?? []);
  const latexPreamble = readText(model, 'latexPre');
  return {
    key: readText(model, 'crowdanki_uuid') ?? name,
    name,
    kind: readKey(model, 'type') === 1 ? 'cloze' : 'standard',
    fields: fieldNames,
    templates,
    css: readText(model, 'css') ?? '',
    ...(rtlFields.length > 0 && { rtlFields }),
    ...(latexPreamble !== undefined && { latexPreamble }),
  };
}

function inOrder(parts: readonly JsonObject[]): JsonObject[] {
  const ordOf = (part: JsonObject) => {
    const ord = readKey(part, 'ord');
    return typeof ord === 'number' ? ord : Infinity;
  };
  return [...parts].sort((a, b) => (ordOf(a) < ordOf(b) ? -1 : ordOf(a) > ordOf(b) ? 1 : 0));
}
