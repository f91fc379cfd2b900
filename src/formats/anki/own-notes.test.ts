import { describe, expect, it } from 'vitest';
import type { NoteSource } from '#src/domain/note-source.ts';
import { readOwnNote, toOwnOrdinal, writeOwnNote, type OwnNote } from './own-notes.ts';

const write = (kind: OwnNote['kind'], fields: NoteSource['fields']) =>
  writeOwnNote({ kind, fields });
const shown = (values: readonly string[]) =>
  values.map((value) => value.replace(/<!--.*-->$/s, ''));

describe('a note of ours in Anki', () => {
  it('is a stock note where Anki has one, its Markdown drawn', () => {
    const basic = write('basic', {
      question: '**q**',
      answer: 'a',
      why: 'w',
      sources: 'RFC <1>\n\nb',
    });
    expect(basic.noteType.name).toBe('Basic');
    expect(shown(basic.values)).toEqual([
      '<p><strong>q</strong></p>',
      '<p>a</p><p>w</p><ul><li>RFC &lt;1&gt;</li><li>b</li></ul>',
    ]);
    expect(write('reversed', { question: 'q', answer: 'a' }).noteType.name).toBe(
      'Basic (and reversed card)',
    );
    const cloze = write('cloze', { text: 'A {{c1::`b::c`}} and {{c2::d}::e}}' });
    expect(cloze.noteType.name).toBe('Cloze');
    expect(shown(cloze.values)[0]).toBe(
      '<p>A {{c1::<code>b</code>}} and {{c2::d&#125;::e}}</p>'.replace('<code>b</code>', '`b::c`'),
    );
    expect(shown(write('cloze', { text: '{{c1::a **b}} c**' }).values)[0]).toBe(
      '{{c1::a **b}} c**',
    );
  });

  it('is one of our own types where Anki has none', () => {
    const both = { question: 'q', answer: 'a', 'reverse-question': 'r', 'reverse-answer': 's' };
    expect(shown(write('reversed', both).values)).toEqual(
      ['q', 'a', 'r', 's'].map((text) => `<p>${text}</p>`).concat(['', '']),
    );
    const typed = write('typed', { question: 'q', answer: '<a>', also: 'b\nc', match: 'exact' });
    expect(shown(typed.values)).toEqual(['<p>q</p>', '&lt;a&gt;', 'b<br>c', 'exact', '', '']);
    const rubric = write('rubric', { question: 'q', points: 'one\n  more\ntwo' });
    expect(shown(rubric.values)[1]).toBe('<li><p>one\nmore</p></li><li><p>two</p></li>');
    expect(write('choice', { question: 'q' }).noteType.name).toBe('Cairn choice');
  });

  it('comes back as it was written, also with fields of any name', () => {
    const note = {
      kind: 'typed',
      fields: { question: '-->\u001f}}::ü', ['__proto__']: 'x' },
    } as const;
    const { noteType, values } = writeOwnNote(note);
    expect(readOwnNote(noteType, values)).toEqual(note);
    expect(values.join('')).not.toContain('\u001f');
  });

  it('is Anki’s once its text was changed there', () => {
    const { noteType, values } = write('basic', { question: 'q', answer: 'a' });
    expect(readOwnNote(noteType, values.with(0, 'other'))).toBeUndefined();
    expect(readOwnNote(noteType, values.with(1, `more ${values[1]!}`))).toBeUndefined();
    expect(readOwnNote({ ...noteType, name: 'Other' }, values)).toBeUndefined();
  });

  it('is not what only looks like one', () => {
    const { noteType } = write('basic', {});
    const read = (comment: string) => readOwnNote(noteType, ['', comment]);
    expect(read('')).toBeUndefined();
    for (const json of [
      '{',
      '[]',
      '{"fields":{}}',
      '{"kind":"basic","fields":{"a":1}}',
      '{"kind":"x"}',
    ]) {
      expect(read(`<!--cairn ${json}-->`)).toBeUndefined();
    }
    expect(readOwnNote(noteType, [])).toBeUndefined();
  });

  it('has cards that its ordinals name', () => {
    expect(toOwnOrdinal('cloze', 2)).toBe('c3');
    expect(toOwnOrdinal('reversed', 1)).toBe('reverse');
    expect(toOwnOrdinal('basic', 0)).toBe('1');
  });
});
