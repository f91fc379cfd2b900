import { describe, expect, it } from 'vitest';
import { listProblems, summarise } from '../testing/read-sample.ts';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { readHashcards } from './read-hashcards.ts';
import { readMdanki } from './read-mdanki.ts';
import { readQuestionAnswer } from './read-question-answer.ts';

describe('readHashcards', () => {
  const read = (text: string) => readHashcards({ name: 'File', text });

  it('reads questions, clozes with a card for each part in brackets, and the name of the deck', () => {
    expect(summarise(read(textDeckSamples.hashcards))).toEqual([
      {
        key: 'first-field:What is $e^0$?',
        kind: 'basic',
        fields: { question: 'What is $e^0$?', answer: '$1$' },
        tags: '',
        cards: '1 in Maths',
      },
      {
        key: 'first-field:{{c1::Bayes}} turned {{c2::conditional}} probability round.',
        kind: 'cloze',
        fields: { text: '{{c1::Bayes}} turned {{c2::conditional}} probability round.' },
        tags: '',
        cards: 'c1 in Maths, c2 in Maths',
      },
    ]);
  });

  it('reads texts of several paragraphs, ended by a rule or the next label', () => {
    const text = 'Q: a\n\nmore\nA:\n\n- b\n- c\n\n---\n\nC: x\n\n| [y] |\nQ: d\nA: e\n';
    expect(summarise(read(text)).map(({ fields }) => fields)).toEqual([
      { question: 'a\n\nmore', answer: '- b\n- c' },
      { text: 'x\n\n| {{c1::y}} |' },
      { question: 'd', answer: 'e' },
    ]);
  });

  it('keeps escaped brackets, pictures, links and labels in code', () => {
    const text = 'C: \\[a\\] ![b](c.png) [d](https://e) [f]\n```\nQ: g\n```\n';
    expect(summarise(read(text))).toMatchObject([
      { fields: { text: '\\[a\\] ![b](c.png) [d](https://e) {{c1::f}}\n```\nQ: g\n```' } },
    ]);
  });

  it('says what fits nothing', () => {
    expect(
      listProblems(read('stray\nlines\n\nQ: a\nQ: b\nA: c\nA: d\nC: e\n---\nstray\n')),
    ).toEqual([
      '1: The text that begins here belongs to no card, so it was left out.',
      '10: The text that begins here belongs to no card, so it was left out.',
      '4: There is no answer to "a", so this was left out.',
      '7: The answer "d" has no question, so it was left out.',
      '8: "e" hides nothing, so it was left out.',
    ]);
  });

  it('takes a name from YAML, and otherwise from the file', () => {
    expect(read('---\nname: Y\n---\nQ: a\nA: b\n')).toMatchObject({ title: 'Y' });
    expect(read('Q: a\nA: b\n')).toMatchObject({ title: 'File' });
    expect(read('---\nname = ""\n---\nQ: a\nA: b\n')).toMatchObject({ title: 'File' });
    expect(read('---\nname: " "\n---\nQ: a\nA: b\n')).toMatchObject({ title: 'File' });
  });
});

describe('readQuestionAnswer', () => {
  const read = (text: string) => readQuestionAnswer({ name: 'File', text });

  it('reads labels in words and letters, with numbers and tags', () => {
    expect(summarise(read(textDeckSamples['question-answer']))).toMatchObject([
      {
        fields: { question: 'What does DNS do?', answer: 'It finds addresses\nof names.' },
        tags: '',
      },
      { fields: { question: 'What does DHCP do?', answer: 'It hands them out.' }, tags: 'net lan' },
    ]);
  });

  it('reads bold labels, list items and front and back, below a heading', () => {
    const text = '# Deck\n**Q1:** a\n**A1:** b\n\n***\n\n- Front: c\n  Back: d\n\n2. Q) e\nA) f\n';
    expect(read(text)).toMatchObject({ title: 'Deck' });
    expect(summarise(read(text)).map(({ fields }) => fields)).toEqual([
      { question: 'a', answer: 'b' },
      { question: 'c', answer: 'd' },
      { question: 'e', answer: 'f' },
    ]);
  });

  it('takes the title from front matter, and tells the lines of what is wrong', () => {
    const deck = read('---\ntitle: T\n---\n\nwhat\nQ: a\nA: b\nQ: c\n');
    expect(deck).toMatchObject({ title: 'T' });
    expect(listProblems(deck)).toEqual([
      '5: The text that begins here belongs to no card, so it was left out.',
      '8: There is no answer to "c", so this was left out.',
    ]);
  });
});

describe('readMdanki', () => {
  const read = (text: string) => readMdanki({ name: 'File', text });

  it('reads headings as questions, a percent sign as the end of a longer one, and tags', () => {
    expect(summarise(read(textDeckSamples.mdanki))).toEqual([
      {
        key: 'first-field:What is an index?',
        kind: 'basic',
        fields: { question: 'What is an index?', answer: 'A structure that finds rows.' },
        tags: 'sql speed',
        cards: '1 in Databases',
      },
      {
        key: 'first-field:Which statement shows a plan?',
        kind: 'basic',
        fields: { question: 'Which statement\n\nshows a plan?', answer: '`EXPLAIN`' },
        tags: '',
        cards: '1 in Databases',
      },
    ]);
  });

  it('leaves code alone, keeps further headings and percent signs, and says what lacks an answer', () => {
    const deck = read('Intro\n\n## a\n%\n```\n## no\n%\n```\n# b\n%\n## c\n[#two words]()\n');
    expect(summarise(deck).map(({ fields }) => fields)).toEqual([
      { question: 'a', answer: '```\n## no\n%\n```\n# b' },
    ]);
    expect(deck).toMatchObject({ title: 'File' });
    expect(listProblems(deck)).toEqual([
      '1: The text that begins here belongs to no card, so it was left out.',
      '11: There is no answer to "c", so this was left out.',
    ]);
  });
});
