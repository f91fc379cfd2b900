import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedDeck, ImportedNote } from '../import/imported-deck.ts';
import { expectDeck, listProblems, summarise } from '../testing/read-sample.ts';
import { anyDeck } from '../testing/any-deck.ts';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { readAnkiHeaders } from './anki-headers.ts';
import { readAnkiText } from './read-anki-text.ts';
import { writeAnkiText } from './write-anki-text.ts';

const read = (text: string) => readAnkiText({ name: 'File', text });

describe('readAnkiText', () => {
  it('reads ids, note types, decks, tags and HTML over several lines', () => {
    const deck = expectDeck(read(textDeckSamples['anki-text']));
    expect(summarise(deck)).toEqual([
      {
        key: 'Hx#k',
        kind: 'template',
        fields: { Front: 'What is a <b>heap</b>?', Back: 'A tree,\npartly ordered' },
        tags: 'data trees',
        cards: '1 in One::Two',
      },
      {
        key: 'b2',
        kind: 'template',
        fields: {
          Text: '{{c1::HTTP}} uses {{c2::TCP::protocol}}.',
          'Back Extra': '<img src="tcp.png">',
        },
        tags: '',
        cards: 'c1 in One, c2 in One',
      },
    ]);
    expect(deck.noteTypes.map(({ name }) => name)).toEqual(['Basic', 'Cloze']);
    expect(listProblems(deck)).toEqual([expect.stringContaining('tcp.png') as string]);
  });

  it('reads every header, named or by its sign, and what spreadsheets leave behind it', () => {
    expect(
      readAnkiHeaders(
        '#separator:Pipe\n#html: FALSE\n#notetype:Basic\n#deck:A::B\n#tags:x y\n#columns:Front|Back\n#guid column: 3,,,\n# remark\n#tags column:no\na|b|c',
      ),
    ).toEqual({
      separator: '|',
      isHtml: false,
      noteType: 'Basic',
      deck: 'A::B',
      tags: ['x', 'y'],
      columns: ['Front', 'Back'],
      guidColumn: 2,
      firstLine: 10,
      body: 'a|b|c',
    });
    expect(readAnkiHeaders('#separator:;\n').separator).toBe(';');
    expect(readAnkiHeaders('#separator: \n').separator).toBe(' ');
    expect(readAnkiHeaders('#separator:nonsense')).toMatchObject({ firstLine: 2, body: '' });
  });

  it('turns plain text into notes of our kinds that show the same', () => {
    const text = `#separator:tab
#html:false
#notetype column:1
#tags:all
Basic\ta *b*\tc
Basic (and reversed card)\td\te
Basic (optional reversed card)\tf\tg\ty
Basic (optional reversed card)\th\ti\t
Basic (type in the answer)\tj\tk*\textra
Cloze\tl {{c1::m}}\tn
Own type\to\tp\tq
Own type\t{{c2::r}}\t
`;
    expect(summarise(read(text)).map(({ kind, fields }) => [kind, fields])).toEqual([
      ['basic', { question: 'a \\*b\\*', answer: 'c' }],
      ['reversed', { question: 'd', answer: 'e' }],
      ['reversed', { question: 'f', answer: 'g' }],
      ['basic', { question: 'h', answer: 'i' }],
      ['typed', { question: 'j', answer: 'k*', match: 'term', why: 'extra' }],
      ['cloze', { text: 'l {{c1::m}}', why: 'n' }],
      ['basic', { question: 'o', answer: 'p', why: 'q' }],
      ['cloze', { text: '{{c2::r}}' }],
    ]);
  });

  it('guesses separator and HTML without headers for them', () => {
    expect(summarise(read('#deck:D\na;b\nc;<i>d</i>\n'))).toMatchObject([
      { kind: 'template', cards: '1 in D' },
      { kind: 'template', fields: { Back: '<i>d</i>' } },
    ]);
    expect(summarise(read('#deck:D\n{{c1::a}}\n'))).toMatchObject([{ kind: 'cloze' }]);
  });

  it('draws somebody’s own note type plainly, with the names of its columns', () => {
    const text =
      '#html:true\n#notetype column:1\n#columns:t\tWord\tBack:side\tWord\nKanji\ta\tb\tc\nKanji\td\t\t\n';
    const deck = expectDeck(read(`#separator:tab\n${text}`));
    expect(deck.noteTypes).toMatchObject([
      { key: 'Kanji', fields: ['Word', 'Back side', 'Field 3'], kind: 'standard' },
    ]);
    expect(deck.noteTypes[0]?.templates).toEqual([
      {
        name: 'Card 1',
        front: '{{Word}}',
        back: '{{FrontSide}}\n\n<hr id=answer>\n\n{{#Back side}}<div>{{Back side}}</div>{{/Back side}}\n{{#Field 3}}<div>{{Field 3}}</div>{{/Field 3}}',
      },
    ]);
    expect(deck.notes).toHaveLength(2);
  });

  it('gives two-way and typing note types their templates', () => {
    const text =
      '#separator:tab\n#html:true\n#notetype column:1\nBasic (and reversed card)\ta\tb\nBasic (optional reversed card)\tc\td\t\nBasic (optional reversed card)\te\tf\ty\nBasic (type in the answer)\tg\th\n';
    expect(summarise(read(text)).map(({ cards }) => cards)).toEqual([
      '1 in File, 2 in File',
      '1 in File',
      '1 in File, 2 in File',
      '1 in File',
    ]);
    expect(expectDeck(read(text)).noteTypes.at(-1)?.templates[0]?.front).toBe(
      '{{Front}}\n\n{{type:Back}}',
    );
  });

  it('tells what has no card', () => {
    const text =
      '#separator:tab\n#html:true\n#notetype column:1\nBasic\t\tb\nCloze\ta <b>b</b>\t\nBasic\tc\td\n';
    expect(listProblems(read(text))).toEqual([
      '4: The first field is empty, so this was left out.',
      '5: "a b" hides nothing the way {{c1::this}} does, so it was left out.',
    ]);
    expect(read('#html:true\n')).toHaveProperty('error');
    expect(listProblems(read('#html:false\n#separator:tab\na\t\nb\tc\n'))).toEqual([
      '3: There is no answer to "a", so this was left out.',
    ]);
    expect(
      listProblems(
        read('#separator:tab\n#kind column:3\na\t\tbasic\n\tb\tbasic\nno\t\tcloze\nc\td\tbasic\n'),
      ),
    ).toEqual([
      '3: This basic note has no answer, so it was left out.',
      '4: This basic note has no question, so it was left out.',
      '5: This cloze hides nothing, so it was left out.',
    ]);
  });
});

describe('a deck written as a table with Anki’s headers', () => {
  /** What a table keeps of a note. */
  const kept = ({ decks, notes }: ImportedDeck) =>
    notes.map(({ key, source: { kind, fields, tags }, cards }: ImportedNote) => ({
      key,
      kind,
      // Fields of a note type keep their order; what it calls those that Anki has not is lost.
      fields: kind === 'template' ? Object.values(fields).filter((text) => text !== '') : fields,
      tags,
      cards: cards.map(({ ordinal }) => ordinal),
      deck: decks[cards[0]?.deck ?? 0],
    }));

  it.each(['anki', 'spreadsheet'] as const)(
    'is read back with its notes and ids: for %s',
    (use) => {
      fc.assert(
        fc.property(anyDeck, (deck) => {
          expect(kept(expectDeck(read(writeAnkiText(deck, use))))).toEqual(kept(deck));
        }),
        { numRuns: 60 },
      );
    },
  );

  it('names what Anki needs, and nothing else starts with its sign for remarks', () => {
    const deck = expectDeck(
      read('#separator:tab\n#guid column:1\n#html:false\n"#a"\tb\tc\n"#x"\td\te\n'),
    );
    expect(writeAnkiText(deck, 'anki')).toBe(`#separator:tab
#html:false
#guid column:1
#notetype column:2
#deck column:3
#tags column:4
#kind column:9
#columns:guid\tnotetype\tdeck\ttags\tfield 1\tfield 2\tfield 3\tfield 4\tkind
"#a"\tBasic\tFile\t\tb\tc\t\t\tbasic
"#x"\tBasic\tFile\t\td\te\t\t\tbasic
`);
  });

  it('gives a spreadsheet nothing to compute', () => {
    const text = writeAnkiText(
      expectDeck(read('#separator:tab\n#html:false\n@b\t@a\n')),
      'spreadsheet',
    );
    expect(text).toContain("\nfirst-field:@b,Basic,File,,'@b,'@a,");
    expect(text).toContain("\n#guard:'\n");
  });
});
