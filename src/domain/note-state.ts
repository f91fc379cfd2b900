import type { AnyEvent } from './event.ts';
import { isContentEvent } from './known-event.ts';
import type { NoteSource } from './note-source.ts';

/**
 * The names that the tags and the deck of a note go by beside those of its fields: no field of a note
 * type may hold a colon.
 */
export const tagsField = ':tags';
export const pathField = ':path';

export interface FieldEdit {
  /** What the field held when it was first edited: what newer text of the source is compared with. */
  readonly base: string;
  readonly value: string;
}

/** All that a learner did to the content of one note. */
export interface NoteState {
  /** Absent for a note that came with a deck. */
  readonly created?: { readonly source: NoteSource; readonly path: string };
  readonly edits: Readonly<Record<string, FieldEdit>>;
  readonly isRemoved: boolean;
}

/**
 * What follows from a note's events, given the valid ones in the order of their ids; others than those
 * of content are passed over. The last edit of a field counts.
 */
export function replayNote(events: readonly AnyEvent[]): NoteState {
  let created: NoteState['created'];
  let isRemoved = false;
  const edits = new Map<string, FieldEdit>();
  for (const event of events.filter(isContentEvent)) {
    if (event.kind === 'removed') isRemoved = event.value;
    else if (event.kind === 'edited') {
      edits.set(event.field, { base: event.base, value: event.value });
    } else if ('source' in event) created = { source: event.source, path: event.path };
  }
  return { ...(created && { created }), edits: Object.fromEntries(edits), isRemoved };
}

/** A note's fields, tags and deck by name, as edits know them. */
export function listFieldValues(source: NoteSource, path: string): Record<string, string> {
  return { ...source.fields, [tagsField]: source.tags.join(' '), [pathField]: path };
}

/** A note as the learner's edits leave it. */
export function applyEdits(
  source: NoteSource,
  path: string,
  edits: NoteState['edits'],
): { readonly source: NoteSource; readonly path: string } {
  const fields = { ...source.fields };
  let { tags } = source;
  let where = path;
  for (const [field, { value }] of Object.entries(edits)) {
    if (field === tagsField) tags = splitTags(value);
    else if (field === pathField) where = value;
    else fields[field] = value;
  }
  return { source: { ...source, fields, tags }, path: where };
}

/** Tags as they are typed: with blanks between them. */
export function splitTags(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((tag) => tag !== ''))];
}
