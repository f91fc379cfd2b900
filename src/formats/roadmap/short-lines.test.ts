import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

describe('short lines in a row', () => {
  it('are a list in which some may be longer, have brackets or say more behind a colon', () => {
    const text =
      '# T\n## Soil\nHumus\n\nClay (red, brown, and the one that is almost blue in the rain)\n\nHow water finds its way through sand\n\nWorms\n\nFungi: the quiet ones below';
    expect(sketch(readRoadmap(text))).toEqual([
      'T',
      'Soil',
      '  Humus',
      '  Clay (red, brown, and the one that is almost blue in the rain)',
      '  How water finds its way through sand',
      '  Worms',
      '  Fungi',
    ]);
  });

  it('are none where most lines are long', () => {
    const text =
      '# T\n## Soil\n- Humus\n\nRead this before you go on\n\nThere is more below than most people ever think\n\nAll of it was written in one long winter\n\nIt may help somebody who digs for the first time\n\nThanks';
    expect(sketch(readRoadmap(text))).toEqual(['T', 'Soil', '  Humus']);
  });
});

describe('stages', () => {
  it('stay where their names alone would be about the document', () => {
    const text = '## Stage 1: Soil\n- Humus\n## Stage 2: Databases\n- SQL\n## Stage 3: Contributing\n- a pull request'; // prettier-ignore
    expect(sketch(readRoadmap(text)).slice(-2)).toEqual(['Contributing number=3', '  a pull request']); // prettier-ignore
    const rules = readRoadmap('# T\n## قواعد البيانات\n- SQL\n## قواعد الدراسة\n- كل يوم');
    expect(rules.sections.map(({ title }) => title)).toEqual(['قواعد البيانات']);
  });
});
