import { describe, expect, it } from 'vitest';
import type { NoteType } from '../../import/imported-deck.ts';
import { listTemplateOrdinals } from './list-template-ordinals.ts';

const toType = (kind: NoteType['kind'], ...fronts: string[]): NoteType => ({
  key: '1',
  name: 'T',
  kind,
  fields: ['Front', 'Back', 'Add Reverse'],
  templates: fronts.map((front) => ({ name: '', front, back: '' })),
  css: '',
});

describe('the cards a note yields', () => {
  it('are those whose front shows something', () => {
    const type = toType(
      'standard',
      '{{Front}}',
      '{{#Add Reverse}}{{Back}}{{/Add Reverse}}',
      '{{^Add Reverse}}{{Back}}{{/Add Reverse}}',
      'only words {{Tags}}',
    );
    expect(listTemplateOrdinals(type, { Front: 'a', Back: 'b', 'Add Reverse': '' })).toEqual([
      '1',
      '3',
    ]);
    expect(listTemplateOrdinals(type, { Front: '', Back: 'b', 'Add Reverse': 'y' })).toEqual(['2']);
    expect(listTemplateOrdinals(type, {})).toEqual([]);
  });

  it('include the one whose template says what is wrong', () => {
    expect(listTemplateOrdinals(toType('standard', '{{#Front}}'), {})).toEqual(['1']);
    expect(listTemplateOrdinals(toType('cloze', '{{#Front}}'), {})).toEqual([]);
  });

  it('are the numbers of a cloze, each once', () => {
    const type = toType(
      'cloze',
      '{{#Front}}{{cloze:Front}}{{/Front}} {{cloze:Back}} {{Add Reverse}}',
    );
    const fields = {
      Front: '{{c3::a}} {{c1::b {{c2::c}}}} {{c0::no}} {{c999::no}}',
      Back: '{{c1::d}}',
      'Add Reverse': '{{c9::no}}',
    };
    expect(listTemplateOrdinals(type, fields)).toEqual(['c1', 'c2', 'c3']);
    expect(listTemplateOrdinals({ ...type, templates: [] }, fields)).toEqual([]);
  });
});
