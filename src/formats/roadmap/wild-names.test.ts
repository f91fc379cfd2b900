import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('names in the wild', () => {
  it('lose what only numbers, times or counts them', () => {
    expect(
      read(
        '# T\n## 1, Ground\n- a\n## 02-Web (3-6 months) ⏱️ 20-30 hours\n- b\n## 第三阶段（入门）\n- c\n## Week 4 (1–7 June)\n- d\n## Phase 5: Tools _(Completed: 3/5 Days)_\n- e\n',
      ),
    ).toEqual([
      'Ground number=1',
      '  a',
      'Web number=02 period=3-6 months',
      '  b',
      '第三阶段（入门） number=3',
      '  c',
      'Week 4 (1–7 June) period=Week 4',
      '  d',
      'Tools number=5',
      '  e kind=tool',
    ]);
  });

  it('keep the day that nothing but its date and hour is said of', () => {
    expect(
      read('# T\n## Day 1 — Friday, 5 June 2026 | 13.00–17.00\n- a\n## Hari 2 — 6 Juni 2026\n- b'),
    ).toEqual([
      'Day 1 — Friday, 5 June 2026 | 13.00–17.00 period=Day 1',
      '  a',
      'Hari 2 — 6 Juni 2026 period=Hari 2',
      '  b',
    ]);
  });

  it('take no status from decoration, and words before icons', () => {
    expect(
      read(
        '# T\n## 📅 Part 1: A ✅\n- ✅ a\n- 🔄 b\n## 🛠 Part 2: B\n**Status:** ✅ Done\n- ⏳ c\n',
      ),
    ).toEqual([
      'A number=1 status=completed',
      '  a status=completed',
      '  b status=in-progress',
      'B number=2 status=completed',
      '  c status=in-progress',
    ]);
  });

  it('announce the roadmap in many ways and languages', () => {
    expect(
      read(
        '# T\n## Estructura del Roadmap\n### Fase 1: A (Enero)\n- a\n### Fase 2: B\n- b\n## Objetivo final\n- c\n',
      ),
    ).toEqual(['A number=1 period=Enero', '  a', 'B number=2', '  b']);
    expect(
      read(
        '# T\n## Learning Progress\n### Phase 1: A\n- a\n### Phase 2: B\n- b\n## Global Resources\n- c\n',
      ),
    ).toEqual(['A number=1', '  a', 'B number=2', '  b']);
    expect(read('# T\n## The 24-Week Learning Path\n### A\n- a\n### B\n- b\n')).toEqual([
      'A',
      '  a',
      'B',
      '  b',
    ]);
  });

  it('keep labels inside the numbered part above them', () => {
    expect(
      read(
        '# T\n## S\n**I. Ground (4 weeks)**\n\n**Topics:**\n\n- Go\n\n**II. Web**\n\n**Project:**\n\n- Shop\n',
      ),
    ).toEqual([
      'S',
      '  Ground number=I',
      '    Go kind=learn',
      '  Web number=II',
      '    Shop kind=project',
    ]);
  });

  it('take the time a line asks for in its own words', () => {
    expect(read('# T\n## 1. A\n- **Time needed for this chapter:** 20 minutes\n- a\n')).toEqual([
      'A number=1 period=20 minutes',
      '  a',
    ]);
  });

  it('are read where something stands in an unusual place', () => {
    expect(
      read(
        '# T\n## S\n| Day | Topic/Skill | Mini Project/Script |\n|-|-|-|\n| 1 | Loops | Counter |\n',
      ),
    ).toEqual(['S', '  Loops', '    Counter kind=project']);
    expect(read('# T\n## S\n- Start\n- [📺 Some talk](https://youtu.be/x)\n- Go\n')).toContain(
      '  Go',
    );
    expect(read('# T\n- Parts, all\n  Trees: what they hold\n- B\n  lower: case here\n')).toEqual([
      'T',
      '  Parts, all',
      '    Trees',
      '  B lower: case here',
    ]);
    expect(read('1.\n\nWeek 1: A\nB: c\n\nWeek 2: D\n\n- d\n')).toContain('  d');
    expect(read('# T\n## S\n- a\n> said of it\n- b\n')).toEqual(['S', '  a', '  b']);
  });

  it('take the point of an abbreviation for no end of a sentence', () => {
    expect(read('# T\n## A\n- **Joins:** inner vs. outer, left, right\n')).toEqual([
      'A',
      '  Joins',
      '    inner vs. outer',
      '    left',
      '    right',
    ]);
  });

  it('leave out where people meet and how they help', () => {
    const heads = [
      'Communication Channels',
      'Get Involved',
      'Opening Issues',
      'Created by me',
      'License & Copyright',
      'Stay Updated',
      'Questions?',
      'Setup Instructions',
      'Roadmap Legend',
    ];
    const sections = heads.map((head) => `## ${head}\n- Chat\n- Mail\n`).join('');
    expect(read(`# T\n## A\n- a\n${sections}`)).toEqual(['A', '  a']);
  });

  it('leave out an overview and documentation in other languages', () => {
    const text =
      '# T\n## Visão geral da jornada\n- Um\n- Dois\n## Rede\n- HTTP\n  - Cabeçalhos\n  - Documentação: [Guia](https://x.y/guia)\n';
    expect(read(text)).toEqual(['Rede', '  HTTP', '    Cabeçalhos']);
  });
});
