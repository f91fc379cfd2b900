import { describe, expect, it } from 'vitest';
import type { ConceptId, NoteId } from '#src/domain/ids.ts';
import { parseCardFile } from '../card-file/parse-card-file.ts';
import { compileNote } from './compile-note.ts';

function compile(text: string) {
  const { file, problems } = parseCardFile(`---\ntitle: T\n---\n${text}`);
  expect(problems).toEqual([]);
  const place = { id: 'cairn:a-b' as NoteId, concept: 'data/redis' as ConceptId };
  return compileNote(file.notes[0]!, place, (content) => [...content]);
}

const p = (text: string) => [['p', null, text]];

describe('compileNote', () => {
  it('draws a basic note with its why and sources', () => {
    expect(compile('## basic a-b · use\nQ: q\nA: a\nWhy: w\nSource: RFC 1\n')).toEqual({
      id: 'cairn:a-b',
      concept: 'data/redis',
      kind: 'basic',
      range: 'use',
      question: p('q'),
      answer: p('a'),
      why: p('w'),
      sources: ['RFC 1'],
    });
  });

  it('leaves out what a note does not have', () => {
    expect(Object.keys(compile('## basic a-b · use\nQ: q\nA: a\n'))).toEqual(
      expect.not.arrayContaining(['why', 'sources']),
    );
  });

  it('turns a reversed note round unless it says how', () => {
    expect(compile('## reversed a-b · use\nQ: q\nA: a\n')).toMatchObject({
      reverseQuestion: p('a'),
      reverseAnswer: p('q'),
    });
    expect(
      compile('## reversed a-b · use\nQ: q\nA: a\nReverseQ: rq\nReverseA: ra\n'),
    ).toMatchObject({
      question: p('q'),
      answer: p('a'),
      reverseQuestion: p('rq'),
      reverseAnswer: p('ra'),
    });
  });

  it('lists the numbers of a cloze once, in ascending order', () => {
    expect(compile('## cloze a-b · use\nText: {{c3::a}} b {{c1::c}} d {{c3::e}}\n')).toMatchObject({
      numbers: [1, 3],
      text: [
        [
          'p',
          null,
          ['cloze', { n: '3' }, 'a'],
          ' b ',
          ['cloze', { n: '1' }, 'c'],
          ' d ',
          ['cloze', { n: '3' }, 'e'],
        ],
      ],
    });
  });

  it('says what is wrong with a cloze that no tree can show', () => {
    expect(compile('## cloze a-b · use\nText: x {{c1::a **b}} c**\n')).toBe(
      'A hidden part of this cloze starts inside some formatting and ends outside of it. Put both ends on the same side of it.',
    );
  });

  it('draws the options of a choice with their reasons', () => {
    expect(
      compile('## choice a-b · use\nQ: q\nA: a\nBecause: r\nX: b\nX: c\nBecause: s\n'),
    ).toMatchObject({
      options: [
        { content: p('a'), because: p('r') },
        { content: p('b'), because: [] },
        { content: p('c'), because: p('s') },
      ],
    });
  });

  it('keeps typed answers as they are written', () => {
    expect(compile('## typed a-b · use\nQ: q\nA: *a*\nAlso: b\nMatch: term\n')).toMatchObject({
      answers: ['*a*', 'b'],
      match: 'term',
    });
  });

  it('draws the points of a rubric without a paragraph around them', () => {
    expect(
      compile(
        '## rubric a-b · use\nQ: q\n- [ ] one `x`\n- [ ] two\n\n  more\n- [ ] ```sql\n'.replace(
          '```sql',
          '#### h',
        ),
      ),
    ).toMatchObject({
      points: [
        ['one ', ['code', null, 'x']],
        [
          ['p', null, 'two'],
          ['p', null, 'more'],
        ],
        [['h4', null, 'h']],
      ],
    });
  });
});
