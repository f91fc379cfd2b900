import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteKinds } from '../card-file/note-heading.ts';
import { readNote } from './read-note.ts';
import { anyMarkdownSource } from './testing/any-source.ts';
import { writeNote } from './write-note.ts';

describe('a note written as a block of a card file', () => {
  it.each(noteKinds)('is read back the same: %s', (kind) => {
    fc.assert(
      fc.property(anyMarkdownSource(kind), fc.string({ minLength: 1 }), (source, key) => {
        const id = key.trim() === '' ? 'x' : key;
        expect(readNote(writeNote(source, { id }))).toEqual({ id, source });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its range and deck', () => {
    const source = { kind: 'basic', fields: { question: 'q', answer: 'a' }, tags: [] } as const;
    const text = writeNote(source, { id: 'a b', range: 'use', deck: 'One::Two' });
    expect(text).toBe('## basic a%20b · use\n\nQ: q\nA: a\nDeck: One::Two\n');
    expect(readNote(text)).toEqual({ id: 'a b', range: 'use', deck: 'One::Two', source });
  });

  it('hides what looks like structure behind a backslash, outside of code blocks only', () => {
    const answer = 'x\nWhy: not\n```\nA: code\n## basic b\n```\n# Title\n\\## two\n~~~\nopen';
    const source = { kind: 'basic', fields: { question: 'q', answer }, tags: [] } as const;
    expect(writeNote(source, { id: 'a' })).toBe(
      '## basic a\n\nQ: q\nA: x\n\\Why: not\n```\nA: code\n\\## basic b\n```\n\\# Title\n\\\\## two\n\\~~~\nopen\n',
    );
    expect(readNote(writeNote(source, { id: 'a' }))).toMatchObject({ source });
  });

  it('writes a tag with a space as one word', () => {
    const source = { kind: 'cloze', fields: { text: '{{c1::a}}' }, tags: ['a b', 'c'] } as const;
    expect(writeNote(source, { id: 'a' })).toContain('\nTags: a_b c\n');
  });
});
