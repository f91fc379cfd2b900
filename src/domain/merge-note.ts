import type { NoteSource } from './note-source.ts';
import { listFieldValues, type FieldEdit, type NoteState } from './note-state.ts';

/** A field that both the source and the learner changed, each in another way. */
export interface FieldConflict {
  readonly field: string;
  readonly base: string;
  readonly theirs: string;
  readonly mine: string;
}

export interface NoteMerge {
  /** Whether the source's text is another than it was, and than the learner made it. */
  readonly isChanged: boolean;
  readonly conflicts: readonly FieldConflict[];
}

/** A note as its source has it. */
export interface PlacedSource {
  readonly source: NoteSource;
  readonly path: string;
}

/**
 * Compares what a note was when it was last brought in, what its source makes of it now, and what the
 * learner made of it. Where one of the two changed a field, that holds; where both did the same, too;
 * everything else is a conflict for the learner to settle.
 */
export function mergeNote(
  base: PlacedSource,
  theirs: PlacedSource,
  edits: NoteState['edits'],
): NoteMerge {
  const before = listFieldValues(base.source, base.path);
  const after = listFieldValues(theirs.source, theirs.path);
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  const conflicts: FieldConflict[] = [];
  let isChanged =
    base.source.kind !== theirs.source.kind || base.source.noteType !== theirs.source.noteType;
  for (const field of fields) {
    const was = before[field] ?? '';
    const now = after[field] ?? '';
    const edit: FieldEdit | undefined = edits[field];
    // A deck that left with the learner's edits comes back with them.
    if (isSame(was, now) || (edit !== undefined && isSame(edit.value, now))) continue;
    isChanged = true;
    if (edit === undefined || edit.value === was) continue;
    conflicts.push({ field, base: was, theirs: now, mine: edit.value });
  }
  return { isChanged, conflicts };
}

/** Anki composes the signs of all it keeps; that alone is no change. */
function isSame(one: string, other: string): boolean {
  return one === other || one.normalize('NFC') === other.normalize('NFC');
}
