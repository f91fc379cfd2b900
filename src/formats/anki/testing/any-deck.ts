import fc from 'fast-check';
import type { NoteKind } from '#src/domain/content.ts';
import { noteFields, type NoteSource } from '#src/domain/note-source.ts';
import { anyCard } from '#src/domain/testing/any-imported-card.ts';
import type { ImportedNote } from '../../import/imported-deck.ts';
import type { ExportedDeck } from '../exported-deck.ts';
import { basicType, clozeType, type TypeShape } from './write-facts.ts';

const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('Ünï`code` and **more**', '{{c1::x}}', '<b>&amp;</b>', '--> ]]', 'a::b }}', '字'),
);
/** Signs that a field of Anki cannot hold are out. */
const htmlText = text.map((each) => each.normalize('NFC').replaceAll('\u001f', ''));
const tags = fc.uniqueArray(fc.constantFrom('a', 'b::c', 'ärger'), { maxLength: 3 });

const ordinalsByKind: Readonly<Record<NoteKind, readonly string[]>> = {
  basic: ['1'],
  reversed: ['1', 'reverse'],
  cloze: ['c1', 'c3'],
  choice: ['1'],
  typed: ['1'],
  rubric: ['1'],
};

const ownSource: fc.Arbitrary<[NoteSource, readonly string[]]> = fc
  .constantFrom(...(Object.keys(ordinalsByKind) as NoteKind[]))
  .chain((kind) => {
    const { needed, optional } = noteFields[kind];
    const fields = fc.record(
      Object.fromEntries([...needed, ...optional].map((name) => [name, text])),
      { requiredKeys: [...needed] },
    ) as fc.Arbitrary<Record<string, string>>;
    return fc
      .tuple(fields, tags)
      .map(([each, list]): [NoteSource, readonly string[]] => [
        { kind, fields: { ...each }, tags: list },
        ordinalsByKind[kind],
      ]);
  });

const templateSource = (type: TypeShape): fc.Arbitrary<[NoteSource, readonly string[]]> =>
  fc.tuple(htmlText, htmlText, tags).map(([one, other, list]) => [
    {
      kind: 'template',
      fields: { [type.fields[0]!]: one, [type.fields[1]!]: other },
      tags: list,
      noteType: String(type.id),
    },
    type.isCloze ? ['c1', 'c2'] : ['1'],
  ]);

function toNoteType(type: TypeShape) {
  return {
    key: String(type.id),
    name: type.name,
    kind: type.isCloze ? ('cloze' as const) : ('standard' as const),
    fields: type.fields,
    templates: type.templates.map(([front, back], index) => ({
      name: `Card ${index + 1}`,
      front,
      back,
    })),
    css: '.card { color: red }',
    rtlFields: type.fields.slice(1),
    latexPreamble: '\\begin{document}',
  };
}

/** Any deck that can be exported: of our own notes and of notes with templates, at any time of their life. */
export const anyDeck: fc.Arbitrary<ExportedDeck> = fc
  .array(
    fc
      .oneof(ownSource, templateSource(basicType), templateSource(clozeType))
      .chain(([source, ordinals]) =>
        fc
          .tuple(...ordinals.map((ordinal) => anyCard(ordinal, 2)))
          .map((cards): Omit<ImportedNote, 'key' | 'place'> => ({ source, cards })),
      ),
    { minLength: 1, maxLength: 6 },
  )
  .map((notes) => ({
    title: 'Deck',
    decks: ['Deck', 'Deck::Inner'],
    noteTypes: [toNoteType(basicType), toNoteType(clozeType)],
    notes: notes.map((note, index) => ({
      ...note,
      key: `key-${index}`,
      place: { note: index + 1 },
    })),
    media: [{ name: 'a.png', bytes: Uint8Array.of(1, 2, 3) }],
    settings: { desiredRetention: 0.87, leechLapses: 4 },
    zone: { offsetMinutes: -480, rolloverMinutes: 180 },
  }));
