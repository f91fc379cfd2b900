import type { CompiledNote } from '#src/domain/content.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import type { ImportedDeck, ImportedMedia } from '#src/formats/import/imported-deck.ts';

/** One of the first notes, for a look at its cards. */
export interface Sample {
  readonly note: CompiledNote;
  readonly noteType?: NoteType;
  /** The files that its fields name. */
  readonly media?: readonly ImportedMedia[];
}

/** A note of a deck that was read, with what draws it. */
export function toSample(note: CompiledNote, deck: ImportedDeck): Sample {
  if (note.kind !== 'template') return { note };
  const noteType = deck.noteTypes.find(({ key }) => key === note.noteType);
  const text = Object.values(note.fields).join('\n').normalize('NFC');
  const media = deck.media.filter(
    ({ name }) => text.includes(name) || text.includes(encodeURIComponent(name)),
  );
  return { note, media, ...(noteType && { noteType }) };
}
