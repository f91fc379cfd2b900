import { describe, expect, it } from 'vitest';
import { parseCardFile } from '../card-file/parse-card-file.ts';
import { lintBank } from './lint-bank.ts';

const head = '---\ntitle: Redis\nsources: [https://redis.io/docs/]\n---\n';

/** Findings as `line: message`, line 1 being the first of the notes. */
function lint(notes: string, front = head): string[] {
  const { file, problems } = parseCardFile(front + notes);
  expect(problems).toEqual([]);
  const lines = front.split('\n').length - 1;
  return lintBank([{ path: 'decks/cards/data/redis.md', file }], new Set()).map(
    ({ line, message }) => `${line - lines}: ${message}`,
  );
}

const basic = (question: string, answer = 'About one second.') =>
  `## basic redis-a · use\nQ: ${question}\nA: ${answer}\n`;
const choice = (right: string, first: string, second: string) =>
  `## choice redis-a · use
Q: How does a replica promoted in Redis treat clients?
A: ${right}
Because: r
X: ${first}
Because: r
X: ${second}
Because: r
`;
const typed = (question: string, answer: string) =>
  `## typed redis-a · use\nQ: ${question}\nA: ${answer}\nMatch: exact\n`;
const cloze = (text: string) => `## cloze redis-a · use\nText: ${text}\n`;

describe('lintBank', () => {
  it('has nothing to say about good notes', () => {
    expect(
      lint(`## basic redis-eviction · failure
Q: A Redis instance has reached \`maxmemory\` with the policy \`noeviction\`. What happens to a \`SET\`?
A: It is refused with an error; reads and deletes go on working.
Why: See [the page](https://redis.io/x).

## cloze redis-slots · number
Text: A cluster has {{c1::16384}} hash slots.

## reversed redis-mx · use
Q: Which DNS record type names the servers that accept mail?
A: \`MX\`
ReverseQ: What does the DNS record type \`MX\` tell a sender?
ReverseA: Which servers accept mail for the domain

## rubric redis-build · use
Q: Build a leaderboard on Redis. What must a good attempt show?
- [ ] ${'word '.repeat(70)}
- [ ] two
- [ ] three
`),
    ).toEqual([]);
  });

  it('judges both ways round of a reversed note, and one where there is no other', () => {
    const note = '## reversed redis-a · use\nQ: Why does Redis fork?\nA: To save.\n';
    expect(lint(note)).toEqual([]);
    expect(lint(`${note}ReverseQ: What is it?\nReverseA: A fork.\n`)).toEqual([
      '4: This question does not say what it is about. Name its subject in it. [no-subject]',
    ]);
  });

  it('reads a question over several lines, and one that is code only', () => {
    expect(lint(basic('Redis forks.  \nWhy does it?'))).toEqual([]);
    expect(lint(basic('\n```sql\nSELECT 1\n```'))).toEqual([]);
  });

  describe('long-answer', () => {
    it('counts the words of answers, not those of code', () => {
      const code = `\n\`\`\`text\n${'word '.repeat(40)}\n\`\`\``;
      expect(lint(basic('Why is Redis fast?', 'word '.repeat(60).trim() + code))).toEqual([]);
      expect(lint(basic('Why is Redis fast?', 'word '.repeat(61).trim()))).toEqual([
        '3: This answer has 61 words; 60 are the limit. Keep the point and move the rest to "Why:", or make two notes of it. [long-answer]',
      ]);
    });
  });

  describe('no-subject', () => {
    const found =
      '2: This question does not say what it is about. Name its subject in it. [no-subject]';
    it.each([
      'What is it?',
      'How does it work?',
      'Why is this a bad idea?',
      'When should they be used?',
      "What's that?",
      'What happens to it when the memory is full?',
      'What is the difference?',
      '`===`?',
      'Why?',
    ])('refuses "%s"', (question) => {
      expect(lint(basic(question))).toEqual([found]);
    });

    it.each([
      'Why is it dangerous to run `KEYS *` in production?',
      'Why is it often wrong to call Redis durable?',
      'What is Redis for?',
      'What is the difference between RDB and AOF?',
      'What does this print?\n```sql\nSELECT 1\n```',
    ])('accepts "%s"', (question) => {
      expect(lint(basic(question))).toEqual([]);
    });
  });

  describe('yes-no', () => {
    const found =
      'This can be answered with yes or no. Ask for the mechanism, the reason, the difference or the number instead. [yes-no]';
    it.each([
      'Is Redis durable?',
      'Does Redis have transactions?',
      "Isn't Redis a cache?",
      'Is Redis single-threaded? Explain.',
      'With `noeviction`, can a read fail in Redis?',
      'A Redis server restarts. Will its keys be there?',
    ])('refuses the question "%s"', (question) => {
      expect(lint(basic(question))).toEqual([`2: ${found}`]);
    });

    it('refuses an answer that begins with yes or no', () => {
      expect(lint(basic('What about durability in Redis?', 'No, not by default.'))).toEqual([
        `3: ${found}`,
      ]);
    });

    it.each([
      'Is a Redis key evicted by age or by use?',
      'Can you say why Redis forks?',
      'Is Redis single-threaded? And why?',
      'Explain how Redis forks.',
      'How can Redis be durable?',
    ])('accepts "%s"', (question) => {
      expect(lint(basic(question, 'No key is spared; the oldest goes.'))).toEqual([]);
    });
  });

  describe('enumeration', () => {
    it.each([
      'List the persistence modes of Redis.',
      'Name the persistence modes of Redis.',
      'Redis can persist. Name all modes.',
      'In Redis, list all modes of persistence.',
      'What are the four data types of Redis?',
      'Give three data types of Redis.',
    ])('refuses "%s"', (question) => {
      expect(lint(basic(question))).toEqual([
        '2: This asks for a list. Ask about one item, or make a cloze that hides each of them. [enumeration]',
      ]);
    });

    it.each([
      'Which command names the type of a Redis key?',
      'What are the costs of AOF in Redis?',
    ])('accepts "%s"', (question) => {
      expect(lint(basic(question))).toEqual([]);
    });
  });

  describe('option-length', () => {
    it('refuses a right option that is by far the longest or the shortest', () => {
      expect(
        lint(choice('It closes all of their connections at once', 'It keeps them', 'It asks them')),
      ).toEqual([
        '3: The right option is much longer than the wrong ones (42 letters against 13 and 12), which gives it away. Bring them to about the same length. [option-length]',
      ]);
      expect(
        lint(
          choice(
            'It waits',
            'It closes all of their connections',
            'It turns them all into readers',
          ),
        ),
      ).toEqual([
        '3: The right option is much shorter than the wrong ones (8 letters against 34 and 30), which gives it away. Bring them to about the same length. [option-length]',
      ]);
    });

    it('accepts small differences and a wrong option that stands out', () => {
      expect(lint(choice('Four', 'It', 'No'))).toEqual([]);
      expect(
        lint(choice('It keeps them', 'It asks them', 'It closes all of their connections')),
      ).toEqual([]);
    });
  });

  describe('answer-in-question', () => {
    const found = (line: number) =>
      `${line}: The question already has the words of its answer. Reword one of them so that something is left to recall. [answer-in-question]`;

    it('refuses an answer whose words all stand in the question', () => {
      expect(
        lint(basic('Why does Redis fork a process for a snapshot?', 'For the snapshot.')),
      ).toEqual([found(2)]);
      expect(
        lint(typed('Which value does `maxmemory-policy noeviction` set?', 'noeviction')),
      ).toEqual([found(2)]);
      expect(lint(choice('Treats clients', 'Drops peers', 'Waits for all'))).toEqual([found(2)]);
    });

    it('refuses a cloze whose hidden words stand in plain sight', () => {
      expect(lint(cloze('Eviction in Redis: {{c1::eviction}} frees memory.'))).toEqual([found(2)]);
      expect(lint(cloze('A hash slot maps a key: {{c1::hash slot}}.'))).toEqual([found(2)]);
    });

    it('accepts a choice between things that the question names', () => {
      expect(lint(basic('Is a Redis list or a Redis set ordered?', 'The list.'))).toEqual([]);
      expect(lint(choice('Clients', 'A replica', 'Its promoted peer'))).toEqual([]);
      expect(
        lint(cloze('AES has blocks of {{c1::128}} bits and keys of 128 or {{c2::256}}.')),
      ).toEqual([]);
    });
  });

  it('refuses a choice without reasons', () => {
    const note = choice('It keeps them', 'It asks them', 'It drops them').replace(
      'Because: r\n',
      '',
    );
    expect(lint(note)).toEqual([
      '3: This option has no reason. Write why it is right or wrong on a line "Because:" after it. [no-reason]',
    ]);
  });

  it('refuses a note that has no source of its own in a file without sources', () => {
    const front = '---\ntitle: Redis\n---\n';
    expect(lint(basic('Why is Redis fast?'), front)).toEqual([
      '1: Neither this note nor its file names a source. Add "sources:" to the front matter, or a line "Source:" to the note. [no-source]',
    ]);
    expect(lint(`${basic('Why is Redis fast?')}Source: RFC 1\n`, front)).toEqual([]);
  });

  it('refuses code in an unknown language or none', () => {
    const note = basic('What does Redis do here?', 'This:\n```redis\nGET a\n```\n\n```\nb\n```');
    const [first, second] = lint(note);
    expect(first).toMatch(
      /^4: "redis" is no known language\. Write one of these after the fence: bash, css, .* \[code-language\]$/,
    );
    expect(second).toMatch(/^8: This code names no language\. Write /);
  });

  it('refuses a cloze that hides everything', () => {
    expect(lint(cloze('{{c1::Redis}} is {{c2::fast}}.'))).toEqual([
      '2: This cloze hides everything. Leave enough text for it to be a question. [cloze-hides-everything]',
    ]);
  });

  it('refuses HTML and pictures', () => {
    expect(lint(basic('Why is Redis fast?', 'A <b>fork</b>.'))).toEqual([
      '3: Cards have no HTML. Use Markdown, or put what is meant as text into backticks: <b> [html]',
      '3: Cards have no HTML. Use Markdown, or put what is meant as text into backticks: </b> [html]',
    ]);
    expect(lint(basic('Why is Redis fast?', 'So:\n\n![x](https://x.org/y.png)'))).toEqual([
      '5: Cards cannot show pictures. Say it in words, a table or a block of code, or draw a figure in decks/figures/. [picture]',
    ]);
  });

  it('refuses links and sources that are not https', () => {
    const note = `${basic('Why is Redis fast?', 'See [x](http://x.org).')}Source: http://y.org\nSource: RFC 1: a://b\n`;
    const message = (url: string) =>
      `A card may only link to https addresses, and "${url}" is none. Find its https address, or take the link out. [insecure-link]`;
    expect(lint(note)).toEqual([`3: ${message('http://x.org')}`, `4: ${message('http://y.org')}`]);
    expect(lint('', '---\ntitle: Redis\nsources:\n  - http://x.org\n---\n')).toEqual([
      '-1: The source "http://x.org" is no https address. Find its https address, or name the source in words.',
    ]);
  });

  it('refuses aliases that link nothing', () => {
    const front = '---\ntitle: Redis\naliases: ["!?", Valkey, Valkey]\nsources: [RFC 1]\n---\n';
    expect(lint('', front)).toEqual([
      '-2: The alias "!?" has no letters or digits, so no topic can match it. Take it out.',
      '-2: The alias "Valkey" stands here twice. Take one out.',
    ]);
  });

  describe('waivers', () => {
    it('spare a note a rule', () => {
      const note = `${basic('What is it?')}Waive: no-subject — the joke is the point\n`;
      expect(lint(note)).toEqual([]);
    });

    it('are refused when idle or unknown', () => {
      const note = `${basic('Why is Redis fast?')}Waive: yes-no — once\nWaive: fun — ever\n`;
      const [idle, unknown] = lint(note);
      expect(idle).toBe('4: This note does not break the rule "yes-no". Take the waiver out.');
      expect(unknown).toMatch(
        /^5: There is no rule "fun" to waive\. The rules are: long-answer, .*near-duplicate\.$/,
      );
    });
  });
});
