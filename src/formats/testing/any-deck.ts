import fc from 'fast-check';
import { noteKinds } from '../card-file/note-heading.ts';
import { listSourceOrdinals } from '../import/list-source-ordinals.ts';
import type { ImportedDeck, ImportedNote } from '../import/imported-deck.ts';
import { createNoteType } from '../import/stock-note-types.ts';
import { anyMarkdownSource, anyText } from '../notes/testing/any-source.ts';

const noteType = createNoteType('Basic', 3, ['', '', 'More'], false);
const decks = ['One', 'One::Two'];

const anyTemplateSource = fc
  .record({ front: anyText, back: anyText, more: fc.option(anyText) })
  .map(({ front, back, more }) => ({
    source: {
      kind: 'template' as const,
      fields: { Front: front, Back: back, More: more ?? '' },
      tags: ['html'],
      noteType: noteType.key,
    },
    ordinals: ['1'],
  }));

const anyMarkdown = fc
  .oneof(...noteKinds.map(anyMarkdownSource))
  .map((source) => ({ source, ordinals: listSourceOrdinals(source) }))
  .filter(({ ordinals }) => ordinals.length > 0);

/** Decks of notes of every kind, with keys that are awkward and one of them never twice. */
function anyDeckOf(
  found: fc.Arbitrary<{ source: ImportedNote['source']; ordinals: string[] }>,
): fc.Arbitrary<ImportedDeck> {
  const note = fc.tuple(fc.string({ minLength: 1, maxLength: 8 }), found, fc.nat({ max: 1 }));
  return fc
    .uniqueArray(note, { minLength: 1, maxLength: 8, selector: ([key]) => toKey(key) })
    .map((notes) => ({
      format: 'cairn-deck',
      description: 'Cairn deck (format 1)',
      title: 'One',
      decks,
      noteTypes: [noteType],
      notes: notes.map(([key, { source, ordinals }, deck], index) => ({
        key: toKey(key),
        source,
        cards: ordinals.map((ordinal) => ({ ordinal, deck })),
        place: { note: index + 1 },
      })),
      media: [{ name: 'a.png', bytes: new Uint8Array([0, 255, 7]) }],
      settings: { desiredRetention: 0.9 },
      problems: [],
    }));
}

function toKey(text: string): string {
  return text.replace(/[\r\0]/g, '').trim() || 'key';
}

export const anyDeck = anyDeckOf(fc.oneof(anyMarkdown, anyTemplateSource));
export const anyMarkdownDeck = anyDeckOf(anyMarkdown);
