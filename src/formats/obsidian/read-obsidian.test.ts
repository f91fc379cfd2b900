import { describe, expect, it } from 'vitest';
import { expectDeck, listProblems, summarise } from '../testing/read-sample.ts';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { readObsidian } from './read-obsidian.ts';

const read = (text: string, marks?: Parameters<typeof readObsidian>[1]) =>
  readObsidian({ name: 'Note', text }, marks);

describe('readObsidian', () => {
  it('reads cards in a line, both ways, over several lines and with hidden parts, under their headings', () => {
    const notes = summarise(read(textDeckSamples.obsidian));
    expect(notes).toEqual([
      {
        key: 'first-field:Safe method',
        kind: 'basic',
        fields: { question: '*HTTP*\n\nSafe method', answer: 'GET' },
        tags: 'notes',
        cards: '1 in web',
      },
      {
        key: 'first-field:POST',
        kind: 'reversed',
        fields: { question: '*HTTP*\n\nPOST', answer: 'creates' },
        tags: 'notes',
        cards: '1 in web, reverse in web',
      },
      {
        key: 'first-field:Which header says how long a reply is fresh?',
        kind: 'basic',
        fields: {
          question: '*HTTP*\n\nWhich header says how long a reply is fresh?',
          answer: '`Cache-Control`',
        },
        tags: 'notes',
        cards: '1 in web',
      },
      {
        key: 'first-field:A {{c1::cookie}} is sent back to its {{c2::host}}.',
        kind: 'cloze',
        fields: { text: '*HTTP*\n\nA {{c1::cookie}} is sent back to its {{c2::host}}.' },
        tags: 'notes',
        cards: 'c1 in web, c2 in web',
      },
    ]);
  });

  it('takes scheduling comments for the first schedule of the card that they stand behind', () => {
    const { notes } = expectDeck(read(textDeckSamples.obsidian));
    expect(notes.map(({ cards }) => cards.map(({ schedule }) => schedule))).toEqual([
      [undefined],
      [
        { phase: 'review', intervalDays: 12, due: { day: 20_457 }, reps: 1, lapses: 0, ease: 2.7 },
        undefined,
      ],
      [
        {
          phase: 'review',
          intervalDays: 8,
          due: { day: 20_712 },
          reps: 1,
          lapses: 0,
          memory: { stability: 8.2956, difficulty: 1 },
        },
      ],
      [undefined, undefined],
    ]);
  });

  it('takes cards in steps with the instant at which they are due, and new ones as new', () => {
    const text = (state: number) =>
      `a::b\n<!--SR:!fsrs,1970-01-02T00:00:00.000Z,0,0.5,5,${state},3,1,1,1970-01-01T00:00:00.000Z-->\n`;
    const scheduleOf = (state: number) =>
      expectDeck(read(text(state))).notes[0]?.cards[0]?.schedule;
    expect(scheduleOf(0)).toBeUndefined();
    expect(scheduleOf(1)).toMatchObject({ phase: 'learning', due: { at: 86_400_000 }, reps: 3 });
    expect(scheduleOf(3)).toMatchObject({ phase: 'relearning', lapses: 1 });
    const faint = expectDeck(read(text(2).replace('0.5', '1e-323'))).notes[0]?.cards[0];
    expect(faint?.schedule?.memory?.stability).toBe(0.001);
    expect(listProblems(read(text(9)))).toEqual([
      expect.stringContaining('cannot be read; the card is new') as string,
    ]);
  });

  it.each([
    '2026-13-41,1,250',
    '2026-01-01,-1,250',
    '2026-01-01,1,x',
    '1969-12-31,1,250',
    'fsrs,never,1,1,5,2,1,0,0,x',
    'fsrs,2026-01-01T00:00:00Z,1,NaN,5,2,1,0',
    'fsrs,2026-01-01T00:00:00Z,1,1,5,2,1.5,0',
  ])('leaves a card new whose schedule is %s, and says so', (entry) => {
    const deck = read(`a::b\n<!--SR:!${entry}-->\n`);
    expect(expectDeck(deck).notes[0]?.cards).toEqual([{ ordinal: '1', deck: 0 }]);
    expect(listProblems(deck)).toHaveLength(1);
  });

  it('gives each of several cards in a passage the comment on its line or the one below', () => {
    const text = 'a::b <!--SR:!2026-01-04,3,250-->\nc::d\n<!--SR:!2026-01-05,4,250-->\ne::f\n';
    const { notes } = expectDeck(read(text));
    expect(notes.map(({ cards }) => cards[0]?.schedule?.intervalDays)).toEqual([3, 4, undefined]);
    expect(notes[0]?.source.fields).toEqual({ question: 'a', answer: 'b' });
  });

  it('leaves code and front matter alone', () => {
    const text =
      '---\ntags: a::b\n---\n`x::y` == `==z==`\n\n```cpp\nstd::cout\n\n?\n```\n\n``a`b::c``::d\n';
    expect(summarise(read(text)).map(({ fields }) => fields)).toEqual([
      { question: '``a`b::c``', answer: 'd' },
    ]);
  });

  it('keeps code in an answer, blank lines and all', () => {
    const answer = '```js\na();\n\nb();\n```\nand more';
    expect(summarise(read(`Why?\n??\n${answer}\n\nnot this\n`))).toMatchObject([
      { kind: 'reversed', fields: { question: 'Why?', answer } },
    ]);
  });

  it('hides bold text and braces only where that is wanted', () => {
    const text = 'A **b** and {{c}} and {{c1::d}}\n\nA ==e==\n';
    expect(summarise(read(text)).map(({ fields }) => fields.text)).toEqual(['A {{c1::e}}']);
    expect(
      summarise(read(text, { bold: true, braces: true })).map(({ fields }) => fields.text),
    ).toEqual(['A {{c1::b}} and {{c2::c}} and {{c1::d}}', 'A {{c1::e}}']);
  });

  it('takes numbers and hints of hidden parts, and keeps colons and braces in them', () => {
    const text = '==1;;a;;hint== ==2;;b== ==1;;std::c== ==x{{y}}== == ==\n';
    expect(summarise(read(text))).toMatchObject([
      {
        fields: { text: '{{c1::a::hint}} {{c2::b}} {{c1::std::c::}} {{c4::x{{y} } }} == ==' },
        cards: 'c1 in Note, c2 in Note, c4 in Note',
      },
    ]);
  });

  it('takes tags on lines of their own for what follows, and tags before a question for that card', () => {
    const text =
      '#flashcards/a/b #x\n\nq::r\n\n#flashcards/c\ns::t\n\n#y u::v\n- w::x\n\n#flashcards\n\n1. y::z\n';
    expect(
      summarise(read(text)).map(({ tags, cards, fields }) => [fields.question, tags, cards]),
    ).toEqual([
      ['q', '', '1 in a::b'],
      ['s', '', '1 in c'],
      ['u', 'y', '1 in a::b'],
      ['w', 'y', '1 in a::b'],
      ['y', '', '1 in a::b'],
    ]);
  });

  it('reads any number of tags and of lines with tags', () => {
    const tags = '#x '.repeat(200_000);
    for (const text of [`${tags}q::r\n`, `${'#x\n'.repeat(200_000)}q::r\n`]) {
      expect(summarise(read(text)).map(({ fields }) => fields.question)).toEqual(['q']);
    }
  });

  it('shows the way through nested headings, and forgets those that ended', () => {
    const text = '# A\n## *B*\na::b\n# C\nc::d\n';
    expect(summarise(read(text)).map(({ fields }) => fields.question)).toEqual([
      '*A › B*\n\na',
      '*C*\n\nc',
    ]);
  });

  it('says what holds no card, and what lacks an answer', () => {
    expect(listProblems(read('Prose.\n\na::b\n\nMore.\n\nc\n?\n'))).toEqual([
      '7: There is no answer to "c", so this was left out.',
      '1: 2 passages hold no card and were left out; the first begins here.',
    ]);
    expect(read('Prose.\n')).toMatchObject({
      error: expect.stringContaining('No card was found') as string,
    });
    expect(listProblems(read('---\ntags: [\n---\na::b\n'))).toHaveLength(1);
  });
});
