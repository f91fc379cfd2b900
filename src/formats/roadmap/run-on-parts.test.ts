import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('plans pasted line below line', () => {
  it('have their parts where a paragraph goes on, and what is planned for each day as topics', () => {
    const text = [
      'Stage 1: Soil (1 week)\nDay 1: Humus and what lives in it (2 h)\nDays 2-3: Clay, sand, and all that lies below them in a garden\nStage 2: Seeds\nWeek 1:',
      'Day 1: Peas\nDay 2: Beans\nWeek 2:',
      'Sow all of it again (if need be)\nStage 3: Rain\nDay 1: Drops\nDay 2: Floods',
    ];
    expect(read(text.join('\n\n'))).toEqual([
      'Soil number=1 period=1 week',
      '  Humus and what lives in it (2 h)',
      '  Clay, sand, and all that lies below them in a garden',
      'Seeds number=2',
      '  Week 1',
      '    Peas',
      '    Beans',
      '  Week 2',
      '    Sow all of it again (if need be)',
      'Rain number=3',
      '  Drops',
      '  Floods',
    ]);
  });

  it('are no plans where sentences speak of a step or two', () => {
    const told = 'Dig.\nStep 1: dig the whole garden.\nStep 2: then rest.\nDay 1: dig\nDay 2: rest';
    expect(read(`${told}\n\n- Humus\n- Clay`).slice(-2)).toEqual(['  Humus', '  Clay']);
  });
});
