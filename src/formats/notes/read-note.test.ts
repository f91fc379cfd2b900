import { describe, expect, it } from 'vitest';
import { readNote } from './read-note.ts';

describe('readNote', () => {
  it.each([
    ['', 1, 'There is no note here'],
    ['## basic a\nQ: b\n', 1, 'has no answer'],
    ['## basic a\nQ: b\nA: c\n\n## basic d\nQ: e\nA: f\n', 5, 'A second note begins here'],
    ['text\n## basic a\nQ: b\nA: c\n', 1, 'belongs to no note'],
  ])('says what is wrong with %j', (text, line, message) => {
    expect(readNote(text)).toEqual({
      problems: [{ line, message: expect.stringContaining(message) as string }],
    });
  });

  it('reads options in any order, the right one first, and points of several lines', () => {
    expect(
      readNote(
        '## choice a\nQ: b\nX: c\nBecause: d\nA: e\nX: f\nWhy: g\n\nmore\nSource: h\nSource: i\nand on\n',
      ),
    ).toEqual({
      id: 'a',
      source: {
        kind: 'choice',
        tags: [],
        fields: {
          question: 'b',
          'wrong-1': 'c',
          'because-1': 'd',
          answer: 'e',
          'wrong-2': 'f',
          why: 'g\n\nmore',
          sources: 'h\ni and on',
        },
      },
    });
    expect(readNote('## rubric a\nQ: b\n- [ ] c\nmore\n- [x] d\n\n  - e\n- [ ] f\n')).toMatchObject(
      {
        source: { fields: { points: 'c\n  more\nd\n\n  - e\nf' } },
      },
    );
  });
});
