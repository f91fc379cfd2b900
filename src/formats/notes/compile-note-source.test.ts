import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteId } from '#src/domain/ids.ts';
import { noteKinds } from '../card-file/note-heading.ts';
import { compileNoteSource } from './compile-note-source.ts';
import { anyMarkdownSource } from './testing/any-source.ts';

const place = { id: 'mine:one' as NoteId };

describe('compileNoteSource', () => {
  it('draws a note of any home without concept and range', () => {
    const fields = { question: 'Which *one*?', answer: '![a](figure:b)', why: '<b>x</b>' };
    expect(compileNoteSource({ kind: 'basic', fields, tags: [] }, place)).toEqual({
      id: 'mine:one',
      kind: 'basic',
      question: [['p', null, 'Which ', ['em', null, 'one'], '?']],
      answer: [['p', null, 'a']],
      why: [['p', null, '<b>x</b>']],
    });
  });

  it('gives the numbers of a cloze, the variants of a typed note and the points of a rubric', () => {
    const compile = (kind: 'cloze' | 'typed' | 'rubric', fields: Record<string, string>) =>
      compileNoteSource({ kind, fields, tags: [] }, place);
    expect(compile('cloze', { text: '{{c2::a}} {{c1::b}}' })).toMatchObject({ numbers: [1, 2] });
    expect(
      compile('typed', { question: 'q', answer: 'a', also: 'b\n\nc', match: 'exact' }),
    ).toMatchObject({ answers: ['a', 'b', 'c'], match: 'exact' });
    expect(compile('rubric', { question: 'q', points: 'a\nb\n  more\nc' })).toMatchObject({
      points: [['a'], ['b\nmore'], ['c']],
    });
  });

  it('says what a note lacks, and what cannot be shown', () => {
    const fields: Record<string, string> = { question: ' ' };
    expect(compileNoteSource({ kind: 'basic', fields, tags: [] }, place)).toEqual({
      errors: [
        'This basic note has no question. Write it on a line starting with "Q:".',
        'This basic note has no answer. Write it on a line starting with "A:".',
      ],
    });
    expect(
      compileNoteSource({ kind: 'cloze', fields: { text: '{{c1::a **b}} c**' }, tags: [] }, place),
    ).toEqual({ errors: [expect.stringContaining('inside some formatting')] });
  });

  it.each(noteKinds)('gives cards or reasons for whatever is written: %s', (kind) => {
    fc.assert(
      fc.property(anyMarkdownSource(kind), (source) => {
        const compiled = compileNoteSource(source, place);
        if ('errors' in compiled) expect(compiled.errors.length).toBeGreaterThan(0);
        else expect(compiled).toMatchObject({ id: 'mine:one', kind });
      }),
      { numRuns: 100 },
    );
  });
});
