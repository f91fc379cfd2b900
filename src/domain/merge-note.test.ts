import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeNote, type PlacedSource } from './merge-note.ts';
import type { FieldEdit } from './note-state.ts';

function note(answer: string, more: Partial<PlacedSource['source']> = {}): PlacedSource {
  return {
    source: { kind: 'basic', fields: { question: 'Q', answer }, tags: [], ...more },
    path: '',
  };
}

function edit(base: string, value: string): Record<string, FieldEdit> {
  return { answer: { base, value } };
}

describe('newer text of a note', () => {
  it('counts where the learner changed nothing', () => {
    expect(mergeNote(note('a'), note('b'), {})).toEqual({ isChanged: true, conflicts: [] });
  });

  it('leaves the learner’s edit where it says nothing new', () => {
    const merge = mergeNote(note('a'), note('a'), edit('a', 'mine'));
    expect(merge).toEqual({ isChanged: false, conflicts: [] });
  });

  it('says nothing new where its signs alone are composed', () => {
    expect(mergeNote(note('cafe\u0301'), note('caf\u00e9'), {}).isChanged).toBe(false);
  });

  it('agrees with an edit that says the same, or that was taken back', () => {
    expect(mergeNote(note('a'), note('b'), edit('a', 'b')).conflicts).toEqual([]);
    expect(mergeNote(note('a'), note('b'), edit('a', 'a')).conflicts).toEqual([]);
  });

  it('is a conflict with an edit that says something else', () => {
    expect(mergeNote(note('a'), note('b'), edit('a', 'c')).conflicts).toEqual([
      { field: 'answer', base: 'a', theirs: 'b', mine: 'c' },
    ]);
  });

  it('may take a field away or add one, and change tags, deck, kind and note type', () => {
    const cloze = note('a', { kind: 'cloze', fields: { text: 'T' } });
    expect(mergeNote(note('a'), cloze, edit('a', 'mine')).conflicts).toEqual([
      { field: 'answer', base: 'a', theirs: '', mine: 'mine' },
    ]);
    expect(mergeNote(note('a'), note('a', { tags: ['new'] }), {}).isChanged).toBe(true);
    expect(mergeNote(note('a'), note('a', { noteType: '2' }), {}).isChanged).toBe(true);
    expect(mergeNote(note('a'), { ...note('a'), path: 'B' }, {}).isChanged).toBe(true);
    expect(mergeNote(note('a'), note('a', { kind: 'reversed' }), {}).isChanged).toBe(true);
  });

  it('that is the same as before changes nothing, whatever the learner did', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, mine) => {
        const merge = mergeNote(note(text), note(text), edit(text, mine));
        expect(merge).toEqual({ isChanged: false, conflicts: [] });
      }),
    );
  });
});
