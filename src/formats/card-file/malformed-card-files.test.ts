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

/** Problems as `line: message`, line 1 being the first of the body after the blank one. */
function problemsOf(body: string): string[] {
  return parseCardFile(`${head}\n${body}`).problems.map(
    ({ line, message }) => `${line - 8}: ${message}`,
  );
}

describe('parseCardFile on malformed input', () => {
  const choice = 'Q: Redis?\nA: a\nBecause: r\nX: b\nBecause: r\n';
  const malformed: readonly [name: string, body: string, ...problems: string[]][] = [
    [
      'an unknown kind',
      '## simple a-b · use\nQ: q\n',
      '1: "simple" is no kind of note. Write the heading as "## kind note-id · range" with one of these kinds: basic, reversed, cloze, choice, typed, rubric.',
    ],
    [
      'a heading without text',
      '##\n',
      '1: "" is no kind of note. Write the heading as "## kind note-id · range" with one of these kinds: basic, reversed, cloze, choice, typed, rubric.',
    ],
    [
      'a heading without an id',
      '## basic\n',
      '1: This note has no id. Write its heading as "## kind note-id · range".',
    ],
    [
      'an id with capitals',
      '## basic Redis_A · use\nQ: q\n',
      '1: "Redis_A" cannot be a note\'s id. Use lower-case letters, digits and single hyphens.',
    ],
    [
      'a heading with too much',
      '## basic redis-a - use\nQ: q\n',
      '1: This heading has more than a kind, an id and a range. Write it as "## kind note-id · range", with a middle dot before the range.',
    ],
    [
      'no range',
      '## basic redis-a\nQ: q\n',
      '1: This heading says no range. End it with " · " and one of: mechanism, reason, difference, failure, trade-off, number, use.',
    ],
    [
      'an unknown range',
      '## basic redis-a · fun\nQ: q\n',
      '1: "fun" is no known range. End it with " · " and one of: mechanism, reason, difference, failure, trade-off, number, use.',
    ],
    [
      'text before the first note, told once',
      'Hello\nWorld\n' + basic,
      '1: This text belongs to no note. Begin a note with "## kind note-id · range".',
    ],
    [
      'text right after a heading',
      '## basic redis-a · use\nHello\nQ: q\nA: a\n',
      '2: This text has no label. Begin the line with one, such as "Q:".',
    ],
    [
      'a title',
      '## basic redis-a · use\n# Redis\nQ: q\nA: a\n',
      '2: A card file has no headings but those of its notes, which begin with "## ".',
    ],
    [
      'a misspelt label',
      '## basic redis-a · use\nQ: q\nA: a\nBecuase: x\n',
      '4: "Becuase:" looks like the label "Because:". Write it so, at the start of the line with a space after it, or word the line differently.',
    ],
    [
      'a label of another name',
      '## basic redis-a · use\nQuestion: q\nQ: q\nA: a\n',
      '2: "Question:" looks like the label "Q:". Write it so, at the start of the line with a space after it, or word the line differently.',
    ],
    [
      'a label without a space',
      '## basic redis-a · use\nQ:q\nQ: q\nA: a\n',
      '2: "Q:" looks like the label "Q:". Write it so, at the start of the line with a space after it, or word the line differently.',
    ],
    [
      'a code block without an end',
      '## basic redis-a · use\nQ: q\nA: a\n```sql\nSELECT 1\n\n' + basic,
      '4: This code block is never closed. End it with a line "```".',
    ],
    [
      'a code block without an end at the end of the file',
      '## basic redis-a · use\nQ: q\nA: a\n~~~sql\nSELECT 1',
      '4: This code block is never closed. End it with a line "~~~".',
    ],
    [
      'no question',
      '## basic redis-a · use\nA: a\n',
      '1: This basic note has no question. Write it on a line starting with "Q:".',
    ],
    [
      'no answer',
      '## basic redis-a · use\nQ: q\n',
      '1: This basic note has no answer. Write it on a line starting with "A:".',
    ],
    [
      'an empty note',
      '## cloze redis-a · use\n',
      '1: This cloze note has no text. Write it on a line starting with "Text:".',
    ],
    [
      'an empty label',
      '## basic redis-a · use\nQ: q\nA:\n',
      '3: Nothing follows "A:" here. Write it, or take the line out.',
    ],
    [
      'a label twice',
      '## basic redis-a · use\nQ: q\nA: a\nA: b\n',
      '4: This note has "A:" twice. Keep one.',
    ],
    [
      'a label of another kind',
      '## basic redis-a · use\nQ: q\nA: a\nX: b\n',
      '4: A basic note has no "X:". It has Q: A: Why: Source: Waive:',
    ],
    [
      'half a reverse',
      '## reversed redis-a · use\nQ: q\nA: a\nReverseQ: b\n',
      '1: This reversed note has no answer for its reverse card. Write it on a line starting with "ReverseA:".',
    ],
    [
      'the other half of a reverse',
      '## reversed redis-a · use\nQ: q\nA: a\nReverseA: b\n',
      '1: This reversed note has no question for its reverse card. Write it on a line starting with "ReverseQ:".',
    ],
    [
      'a cloze that hides nothing',
      '## cloze redis-a · use\nText: t\n',
      '2: This cloze hides nothing. Put what to recall into {{c1::…}}.',
    ],
    [
      'a cloze with a mistake in its braces',
      '## cloze redis-a · use\nText: one\n{{c1:two}}\n',
      '3: "{{c1:two}}" hides nothing. Write {{c1::hidden}} or {{c1::hidden::hint}}.',
    ],
    [
      'one wrong option',
      `## choice redis-a · use\n${choice}`,
      '1: A choice has exactly two wrong options, and this one has 1. Write each on a line that starts with "X:".',
    ],
    [
      'a choice without an answer',
      '## choice redis-a · use\nQ: q\nX: b\nX: c\n',
      '1: This choice note has no answer. Write it on a line starting with "A:".',
    ],
    [
      'a reason of no option',
      `## choice redis-a · use\n${choice}X: c\nBecause: r\nWhy: w\nBecause: r\n`,
      '10: This reason belongs to no option. Put one "Because:" right after each.',
    ],
    [
      'two reasons of one option',
      `## choice redis-a · use\n${choice}X: c\nBecause: r\nBecause: r\n`,
      '9: This reason belongs to no option. Put one "Because:" right after each.',
    ],
    [
      'a typed answer of two lines',
      '## typed redis-a · use\nQ: q\nA: a\nb\nMatch: term\n',
      '3: A typed answer is one line of plain text. Shorten it.',
    ],
    [
      'no way to match',
      '## typed redis-a · use\nQ: q\nA: a\n',
      '1: This typed note has no way to match. Write it on a line starting with "Match:".',
    ],
    [
      'an unknown way to match',
      '## typed redis-a · use\nQ: q\nA: a\nMatch: fuzzy\n',
      '4: "fuzzy" is no way to match. Write "Match: exact" for digits, code and commands, or "Match: term" for words.',
    ],
    [
      'a typed note without an answer',
      '## typed redis-a · use\nQ: q\nMatch: term\n',
      '1: This typed note has no answer. Write it on a line starting with "A:".',
    ],
    [
      'a rubric of two points',
      '## rubric redis-a · use\nQ: q\n- [ ] a\n- [ ] b\n',
      '1: A rubric has 3 to 6 points, and this one has 2. Write each on a line of its own, which in a card file starts with "- [ ] ".',
    ],
    [
      'a rubric of seven points',
      `## rubric redis-a · use\nQ: q\n${'- [ ] a\n'.repeat(7)}`,
      '1: A rubric has 3 to 6 points, and this one has 7. Write each on a line of its own, which in a card file starts with "- [ ] ".',
    ],
    [
      'an empty point',
      '## rubric redis-a · use\nQ: q\n- [ ] a\n- [ ]\n- [ ] b\n',
      '4: Nothing follows point here. Write it, or take the line out.',
    ],
    [
      'a waiver without a reason',
      '## basic redis-a · use\nQ: q\nA: a\nWaive: yes-no\n',
      '4: A rule is waived with a reason: "Waive: rule — reason".',
    ],
  ];
  it.each(malformed)('reports %s', (_name, body, ...problems) => {
    expect(problemsOf(body)).toEqual(problems);
  });

  const malformedHeads: readonly [name: string, text: string, ...problems: string[]][] = [
    [
      'a file without front matter',
      basic,
      '1: This file has no title. Begin it with front matter: a line "---", "title: …", a line "---".',
    ],
    [
      'a title that is no text',
      '---\ntitle: [a]\n---\n',
      '1: This file has no title. Begin it with front matter: a line "---", "title: …", a line "---".',
    ],
    [
      'an unknown key',
      '---\ntitle: T\nalias: [x]\n---\n',
      '3: "alias" is not known here. A card file\'s front matter has title, aliases, topics, sources.',
    ],
    [
      'a list that is none',
      '---\ntitle: T\naliases: x\n---\n',
      '3: "aliases" is not a list. Write aliases: [one, two], or each on a line that starts with "- ".',
    ],
    [
      'an entry that is no text',
      '---\ntitle: T\naliases:\n  - x\n  -\n---\n',
      '3: "aliases" has an entry that is no text. Write it in quotes, or take it out.',
    ],
    [
      'broken YAML',
      '---\ntitle: "T\n---\n',
      '2: The front matter is not valid YAML: Missing closing "quote at line 1, column 10:',
    ],
  ];
  it.each(malformedHeads)('reports %s', (_name, text, ...problems) => {
    const found = parseCardFile(text).problems.map(({ line, message }) => `${line}: ${message}`);
    expect(found).toEqual(problems);
  });
});
