import { describe, expect, it } from 'vitest';
import { expectDeck, listProblems, summarise } from '../testing/read-sample.ts';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { readTableDeck } from './read-table-deck.ts';
import { inspectTable, type TableReading } from './table-columns.ts';

const read = (text: string, said?: Partial<TableReading>) =>
  readTableDeck({ name: 'Table', text }, said);
const fieldsOf = (text: string, said?: Partial<TableReading>) =>
  summarise(read(text, said)).map(({ fields }) => fields);

describe('inspectTable', () => {
  it('shows the columns with their names, roles and first cells', () => {
    const { reading, columns, rows } = inspectTable(textDeckSamples.table);
    expect(reading).toEqual({
      separator: ',',
      hasHeader: true,
      roles: ['question', 'answer', 'tags'],
      markup: 'plain',
    });
    expect(columns[1]).toEqual({
      name: 'Back',
      role: 'answer',
      samples: ['Doing it twice changes nothing', '443'],
    });
    expect(rows).toHaveLength(2);
  });

  it('guesses roles by name, then by order', () => {
    const rolesOf = (header: string) => inspectTable(`${header}\n1;2;3;4;5;6\n`).reading.roles;
    expect(rolesOf('Note_ID;Deck;Term;Definition;Hint;Example')).toEqual([
      'key',
      'deck',
      'question',
      'answer',
      'extra',
      'extra',
    ]);
    expect(rolesOf('x;Back;y;Back;z;tags')).toEqual([
      'question',
      'answer',
      'extra',
      'extra',
      'extra',
      'tags',
    ]);
    expect(inspectTable('1;2;3\n4;5;6\n')).toMatchObject({
      reading: { hasHeader: false, roles: ['question', 'answer', 'extra'] },
      columns: [{ name: 'Column 1' }, { name: 'Column 2' }, { name: 'Column 3' }],
    });
  });

  it('takes no sentence and no gap for a header', () => {
    expect(inspectTable('front;\na;b\n').reading.hasHeader).toBe(false);
    expect(inspectTable(`front;${'x'.repeat(41)}\na;b\n`).reading.hasHeader).toBe(false);
  });

  it('takes at most a hundred columns, and stands a table of one', () => {
    expect(inspectTable(`${'a\t'.repeat(500)}\n`).columns).toHaveLength(100);
    expect(inspectTable('a\nb\n').columns).toHaveLength(1);
    expect(inspectTable('').columns).toEqual([]);
    expect(inspectTable('x'.repeat(200_000)).columns).toHaveLength(1);
    expect(inspectTable('['.repeat(500_000)).reading.markup).toBe('plain');
    expect(inspectTable('a;[b](https://c.example)').reading.markup).toBe('markdown');
  });
});

describe('readTableDeck', () => {
  it('reads a note a row, with plain text as it would look', () => {
    expect(summarise(read(textDeckSamples.table))).toEqual([
      {
        key: 'first-field:What, then, is "idempotent"?',
        kind: 'basic',
        fields: {
          question: 'What, then, is "idempotent"?',
          answer: 'Doing it twice\\\nchanges nothing',
        },
        tags: 'http rest',
        cards: '1 in Table',
      },
      {
        key: 'first-field:Which port does HTTPS use?',
        kind: 'basic',
        fields: { question: 'Which port does HTTPS use?', answer: '443' },
        tags: 'http',
        cards: '1 in Table',
      },
    ]);
  });

  it('takes what is said of columns, header, separator and markup', () => {
    const said = { separator: ';', hasHeader: false, markup: 'markdown' } as const;
    expect(fieldsOf('front;back\n*a*;b\n', { ...said, roles: ['answer', 'question'] })).toEqual([
      { question: 'back', answer: 'front' },
      { question: 'b', answer: '*a*' },
    ]);
    expect(read('a;b\n', { ...said, roles: ['answer', 'ignore'] })).toEqual({
      error: 'No column is the question. Choose which one is, and import again.',
    });
  });

  it('keeps Markdown where cells are written in it, and escapes it where they are not', () => {
    expect(fieldsOf('front\tback\n`x`\t**y**\n')).toEqual([{ question: '`x`', answer: '**y**' }]);
    expect(fieldsOf('front\tback\n2*3*4\t# 6\n')).toEqual([
      { question: '2\\*3\\*4', answer: '\\# 6' },
    ]);
  });

  it('keeps HTML as it came, in notes of a stock note type, and names media that are missing', () => {
    const deck = expectDeck(
      read('front\tback\textra\tmore\na<br>b\t<img src="x.png">\tc\td\n{{c1::e}}\t\t\t\n'),
    );
    expect(deck.noteTypes.map(({ name, kind }) => [name, kind])).toEqual([
      ['Basic', 'standard'],
      ['Cloze', 'cloze'],
    ]);
    expect(summarise(deck)).toMatchObject([
      { kind: 'template', fields: { Front: 'a<br>b', Back: '<img src="x.png">', Extra: 'c<br>d' } },
      { kind: 'template', fields: { Text: '{{c1::e}}' }, cards: 'c1 in Table' },
    ]);
    expect(listProblems(deck)).toEqual([expect.stringContaining('x.png') as string]);
  });

  it('makes clozes of questions that hide parts', () => {
    expect(summarise(read('a {{c1::b}}\tbehind\n{{c0::d}}\te\n'))).toMatchObject([
      { kind: 'cloze', fields: { text: 'a {{c1::b}}', why: 'behind' }, cards: 'c1 in Table' },
      { kind: 'basic', fields: { question: '{{c0::d}}', answer: 'e' } },
    ]);
  });

  it('takes ids and decks from their columns, and tells notes with the same id or beginning', () => {
    const deck = read('id,deck,front,back\n7,One,a,b\n7,Two,c,d\n,,a,b\n,,a,c\n');
    expect(summarise(deck).map(({ key, cards }) => [key, cards])).toEqual([
      ['7', '1 in One'],
      ['7~2', '1 in Two'],
      ['first-field:a', '1 in Table'],
      ['first-field:a~2', '1 in Table'],
    ]);
    expect(listProblems(deck)).toEqual([
      expect.stringMatching(/^3: This note has the id of/) as string,
      expect.stringMatching(/^5: This note begins like/) as string,
    ]);
  });

  it('shows further columns behind the answer, and tells what a row lacks or has too much', () => {
    expect(fieldsOf('a\tb\tc\td\ne\tf\t\tg\n')).toEqual([
      { question: 'a', answer: 'b', why: 'c\n\nd' },
      { question: 'e', answer: 'f', why: 'g' },
    ]);
    const deck = read(`${'a\t'.repeat(100)}x\nb\n\tc\nd\t"e`);
    expect(listProblems(deck)).toEqual([
      expect.stringMatching(/^4: A quotation mark/) as string,
      expect.stringMatching(/^1: This row has more than 100 cells/) as string,
      '2: There is no answer to "b", so this was left out.',
      '3: There is no question here, so this was left out.',
    ]);
  });

  it('takes any separator', () => {
    expect(expectDeck(read('a::b\nc::d\n', { separator: '::' })).description).toBe(
      'Table (parted by "::")',
    );
  });
});
