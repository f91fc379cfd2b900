import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCardFile } from './parse-card-file.ts';

const head = `---
title: Redis
aliases: [Redis Caching, 429, "Redis and Memcached"]
topics:
  - backend/caching/redis
sources: [https://redis.io/docs/]
---
`;
const basic = '## basic redis-a · use\nQ: Question about Redis?\nA: Answer.\n';

function parse(body: string) {
  return parseCardFile(`${head}\n${body}`);
}

describe('parseCardFile', () => {
  it('reads title, aliases, topics and sources with their lines', () => {
    expect(parse(basic).file).toMatchObject({
      title: 'Redis',
      aliases: [
        { text: 'Redis Caching', line: 3 },
        { text: '429', line: 3 },
        { text: 'Redis and Memcached', line: 3 },
      ],
      topics: [{ text: 'backend/caching/redis', line: 5 }],
      sources: [{ text: 'https://redis.io/docs/', line: 6 }],
    });
  });

  it('reads a basic note with a why, sources and a waiver, and keeps its Markdown', () => {
    const body = `## basic redis-eviction · failure
Q: What happens?

More of the question.
A: It is refused.
Why: Because.
Source: RFC 9110 §15
Source: https://redis.io/x
Waive: long-answer — the numbers need their units
`;
    const { file, problems } = parse(body);
    expect(problems).toEqual([]);
    expect(file.notes).toHaveLength(1);
    expect(file.notes[0]).toMatchObject({
      kind: 'basic',
      id: 'redis-eviction',
      range: 'failure',
      line: 9,
      question: { text: 'What happens?\n\nMore of the question.', line: 10 },
      answer: { text: 'It is refused.', line: 13 },
      why: { text: 'Because.', line: 14 },
      sources: [
        { text: 'RFC 9110 §15', line: 15 },
        { text: 'https://redis.io/x', line: 16 },
      ],
      waivers: [{ rule: 'long-answer', reason: 'the numbers need their units', line: 17 }],
      markdown: body,
    });
  });

  it('reads a choice with the right option first, wherever it was written', () => {
    const { file } = parse(`## choice redis-b · number
Q: How much in Redis?
X: All
Because: No.
A: A second
Because: Yes.
X: Nothing
`);
    expect(file.notes[0]).toMatchObject({
      options: [
        { content: { text: 'A second' }, because: { text: 'Yes.' } },
        { content: { text: 'All' }, because: { text: 'No.' } },
        { content: { text: 'Nothing' } },
      ],
    });
  });

  it('reads typed, reversed, cloze and rubric notes', () => {
    const { file, problems } = parse(`## typed redis-c · use
Q: Which command frees memory in Redis in the background?
A: UNLINK
Also: unlink
Match: exact

## reversed redis-d · use
Q: Front
A: Back

## reversed redis-e · use
Q: Front
A: Back
ReverseQ: Other front
ReverseA: Other back

## cloze redis-f · number
Text: A cluster has {{c1::16384::number}} slots.

## rubric redis-g · use
Q: Design a cache. What must it show?

- [ ] one
- [ ] two
  and more of it
- [x] three
`);
    expect(problems).toEqual([]);
    expect(file.notes).toMatchObject([
      { kind: 'typed', answers: [{ text: 'UNLINK' }, { text: 'unlink' }], match: 'exact' },
      { kind: 'reversed' },
      { kind: 'reversed', reverse: { question: { text: 'Other front' } } },
      { kind: 'cloze', clozes: [{ n: 1, hint: 'number' }] },
      {
        kind: 'rubric',
        points: [{ text: 'one' }, { text: 'two\n  and more of it' }, { text: 'three' }],
      },
    ]);
    expect(file.notes[1]).not.toHaveProperty('reverse');
    expect(file.ids.map(({ text, line }) => [text, line])).toEqual([
      ['redis-c', 9],
      ['redis-d', 15],
      ['redis-e', 19],
      ['redis-f', 25],
      ['redis-g', 28],
    ]);
  });

  it('takes what looks like a label, a heading or a point inside a code block for code', () => {
    const { file, problems } = parse(`## basic redis-h · use
Q: What does this print in Redis?
\`\`\`\`text
A: not an answer
# comment
- [ ] box
\`\`\`
\`\`\`\`
A: Nothing
`);
    expect(problems).toEqual([]);
    expect(file.notes[0]).toMatchObject({ answer: { text: 'Nothing' } });
  });

  it('takes a box in another note than a rubric for a list', () => {
    expect(parse('## basic redis-i · use\nQ: Question?\n- [ ] box\nA: Yes\n').problems).toEqual([]);
  });

  it('goes on after a note with mistakes', () => {
    const { file, problems } = parse(`## basic broken-one · use\nQ: Only this\n\n${basic}`);
    expect(problems).toHaveLength(1);
    expect(file.notes.map(({ id }) => id)).toEqual(['redis-a']);
    expect(file.ids.map(({ text }) => text)).toEqual(['broken-one', 'redis-a']);
  });

  it('reads Windows line ends', () => {
    const { file, problems } = parseCardFile(`${head}${basic}`.replaceAll('\n', '\r\n'));
    expect(problems).toEqual([]);
    expect(file.notes[0]).toMatchObject({ answer: { text: 'Answer.' } });
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        '## ',
        'basic x · use\n',
        'cloze y · use\n',
        'Q: a\n',
        'A: b\n',
        'X: c\n',
        'Text: {{c1::',
        '}}\n',
        '```\n',
        '---\n',
      ],
      ...[
        '- [ ] p\n',
        'Waive: x\n',
        'text\n',
        '\n',
        'Because: d\n',
        'title: t\n',
        'Match: term\n',
        '# h\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const { problems } = parseCardFile(text);
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(text.split('\n').length);
      }),
      { numRuns: 200 },
    );
  });

  it('takes absent and empty lists for none', () => {
    const { file, problems } = parseCardFile('---\ntitle: T\naliases:\n---\n');
    expect(problems).toEqual([]);
    expect(file).toMatchObject({ aliases: [], topics: [], sources: [], notes: [] });
  });
});

describe('a card file of a learner', () => {
  const parseOwn = (body: string) => parseCardFile(`---\ntitle: T\n---\n${body}`, 'own');

  it('has notes with any id, without a range, with tags and a deck', () => {
    const { file, problems } = parseOwn(
      '## basic Hx%23k%209%ZZ%ff · use\nQ: a\nA: b\n## basic 1)\nQ: c\nTags: x y\nDeck: One::Two\nA: d\n',
    );
    expect(problems).toEqual([]);
    expect(file.notes.map(({ id, range }) => [id, range])).toEqual([
      ['Hx#k 9%ZZ%ff', 'use'],
      ['1)', undefined],
    ]);
  });

  it('is held to kinds, ranges and headings like the bank', () => {
    const { problems } = parseOwn('## note x\n## basic\n## basic a b\n## basic a · why\n');
    expect(problems.map(({ line }) => line)).toEqual([4, 5, 6, 7]);
  });

  it('is not what the bank takes: there tags are refused', () => {
    const { problems } = parse('## basic redis-a · use\nQ: a\nA: b\nTags: x\n');
    expect(problems).toEqual([
      { line: 12, message: expect.stringContaining('has no "Tags:"') as string },
    ]);
  });
});

describe('a backslash at the start of a line', () => {
  const answerOf = (body: string) => {
    const { file, problems } = parse(`## basic redis-a · use\nQ: q\nA: a\n${body}`);
    expect(problems).toEqual([]);
    return file.notes[0];
  };

  it('makes text of what would be a label, a heading or the start of a code block', () => {
    expect(answerOf('\\Why: b\n\\\\# c\n\\Question: d\n\\```\n')).toMatchObject({
      answer: { text: 'a\nWhy: b\n\\# c\nQuestion: d\n```' },
    });
  });

  it('makes code of a whole note heading in a block of code', () => {
    expect(answerOf('```\n\\## basic x-y · use\n\\# c\n```\n')).toMatchObject({
      answer: { text: 'a\n```\n## basic x-y · use\n\\# c\n```' },
    });
  });

  it('is Markdown’s own before anything else', () => {
    expect(answerOf('\\*b\\*\n\\- [ ] c\n')).toMatchObject({
      answer: { text: 'a\n\\*b\\*\n\\- [ ] c' },
    });
  });

  it('gives no label to text without one', () => {
    expect(parse('\\Why: x\n').problems).toHaveLength(1);
    expect(parse('## basic redis-a · use\n\\Why: x\nQ: q\nA: a\n').problems).toEqual([
      { line: 10, message: expect.stringContaining('no label') as string },
    ]);
  });
});
