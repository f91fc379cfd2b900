import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The topics of a list that stands alone in a section, without title and section. */
function topicsOf(list: string): string[] {
  return sketch(readRoadmap(`# T\n## S\n${list}\n`))
    .slice(2)
    .map((line) => line.slice(2));
}

describe('labels', () => {
  it('give their kind to what follows', () => {
    expect(
      topicsOf(
        '**Learn:**\n- a\n\n**Practice (Node.js):**\n- b\n\nProjects:\n- c\n\n**Databases:**\n- d\n\n**Rule:**\nNever guess.\n\n**Framework:** NestJS\n\nYou should be able to design:\n- e\n\nYour real stack:\n- f',
      ),
    ).toEqual([
      'a kind=learn',
      'b kind=practice',
      'c kind=project',
      'd kind=tool',
      'Never guess. kind=rule',
      'NestJS kind=tool',
      'e kind=practice',
      'f kind=learn',
    ]);
  });

  it('name groups where they name a subject', () => {
    expect(topicsOf('**SQL:**\n- a\n\n**Databases:**\n- b\n\nEditors for it:\n- c')).toEqual([
      'SQL',
      '  a',
      'Databases',
      '  b',
      'Editors for it',
      '  c',
    ]);
    expect(topicsOf('**One**\n- a\n\n**Two**\n- b')).toEqual(['One', '  a', 'Two', '  b']);
    expect(
      topicsOf(
        '**Level 1 (Easy)**\n\n**Linux**\n- a\n\n**Git**\n- b\n\n**Level 2**\n\n**Docker**\n- c',
      ),
    ).toEqual([
      'Level 1 (Easy) number=1',
      '  Linux',
      '    a',
      '  Git',
      '    b',
      'Level 2 number=2',
      '  Docker',
      '    c',
    ]);
  });

  it('are sections where there are no headings', () => {
    expect(sketch(readRoadmap('# T\n\nBeginner:\n- a\n\nAdvanced:\n- b\n'))).toEqual([
      'T',
      'Beginner',
      '  a',
      'Advanced',
      '  b',
    ]);
    expect(sketch(readRoadmap('# T\n\n**1. A**\n- a\n\n**2. B**\n- b\n'))).toEqual([
      'T',
      'A number=1',
      '  a',
      'B number=2',
      '  b',
    ]);
  });

  it('give priority, or nothing at all', () => {
    expect(
      topicsOf(
        '**Must know:**\n- a\n\n**Optional**\n- b\n\nIn this module you will meet:\n- c\n\nThe field broadly includes:\n- d\n\n**Topics:**\n- e',
      ),
    ).toEqual(['a priority=mandatory', 'b priority=optional', 'c', 'd', 'e kind=learn']);
  });

  it('leave out what they announce as no topics', () => {
    const outline = readRoadmap(
      '# T\n## S\n**Goals:**\n- x\n\n**Resources:**\n\n| a | b |\n|-|-|\n| c | d |\n\n**Topics:** a, b\n\n**Note:** be careful.\n',
    );
    expect(sketch(outline)).toEqual(['T', 'S', '  a kind=learn', '  b kind=learn']);
    expect(outline.warnings).toHaveLength(2);
  });

  it('are a motto right below a heading, and emphasis without a list', () => {
    expect(topicsOf('**Build your technical foundation**\n- a')).toEqual(['a']);
    expect(topicsOf('- a\n\n**Take your time here.**\n\n**Really**\n\nText.')).toEqual(['a']);
    expect(
      topicsOf('**Closures**\n\nText.\n\n**Scopes**\n\nText.\n\n**Hoisting**\n\nText.'),
    ).toEqual(['Closures', 'Scopes', 'Hoisting']);
  });

  it('stand in front of values on lines of their own', () => {
    expect(topicsOf('**Tools:** Git, Docker\n**Projects:** Blog, Shop')).toEqual([
      'Git kind=tool',
      'Docker kind=tool',
      'Blog kind=project',
      'Shop kind=project',
    ]);
    expect(topicsOf('**Project:** Build a shop with:\n- Auth\n- Cart')).toEqual([
      'Build a shop with kind=project',
      '  Auth kind=project',
      '  Cart kind=project',
    ]);
    expect(topicsOf('Some words, then the list of\nbasics:\n- a')).toEqual(['basics', '  a']);
  });

  it('give a section its status, dates and period', () => {
    const text =
      '# T\n## A (Month 1–2)\n**Overall Status:** 🟡 In Progress | **Start:** 09.02.2026 | **Estimated Finish:** xx.xx.xx\n- x\n## B\n**Duration:** 2 weeks\n- y\n## Week 3\n- z\n## C [Optional]\n- w\n';
    expect(sketch(readRoadmap(text)).filter((line) => !line.startsWith(' '))).toEqual([
      'T',
      'A period=Month 1–2 status=in-progress started=2026-02-09',
      'B period=2 weeks',
      'Week 3 period=Week 3',
      'C priority=optional',
    ]);
  });
});

describe('labels in bold', () => {
  it('may have a remark in brackets behind them', () => {
    const name = 'Price oracle (linear and polynomial regression of all kinds)';
    expect(
      topicsOf(
        '**Spam filter** (naive Bayes)\n- compare both\n\n**Price oracle** (linear and polynomial regression of all kinds)\n- plot it',
      ),
    ).toEqual(['Spam filter (naive Bayes)', '  compare both', name, '  plot it']);
  });

  it('of a form say nothing where they were left empty', () => {
    expect(
      topicsOf('- **Lecture:** vectors, couples\n- **Homework:**\n- **Wishes:**\n- Levers'),
    ).toEqual(['Lecture', '  vectors', '  couples', 'Levers']);
  });

  it('on goals are no topics', () => {
    expect(topicsOf('- **Lernziele:** Kraft; Moment\n- **Hebel:** Kraft, Weg\n- Seil')).toEqual([
      'Hebel',
      '  Kraft',
      '  Weg',
      'Seil',
    ]);
  });

  it('are parts where they are numbered, though they name a kind of topics', () => {
    expect(topicsOf('**1. Soil**\n\n- Humus\n\n**2. Tools**\n\n- Spade')).toEqual([
      'Soil number=1',
      '  Humus',
      'Tools number=2',
      '  Spade',
    ]);
  });

  it('that lead over from a heading to its only list are no groups', () => {
    expect(topicsOf('Move to the upper ground:\n\n- Humus\n- Clay')).toEqual(['Humus', 'Clay']);
    expect(topicsOf('Top layer:\n\n- Humus')).toEqual(['Top layer', '  Humus']);
    const two = 'What lies right on top:\n\n- Humus\n\nWhat lies deep down:\n\n- Clay';
    expect(topicsOf(two)).toHaveLength(4);
  });

  it('of a chat that offers more are none of the roadmap', () => {
    const offers = [
      'Would you like me to:',
      'Möchtest du:',
      'Хочешь, я могу:',
      '如果你需要，我可以：',
    ];
    for (const offer of offers)
      expect(topicsOf(`- Humus\n\n${offer}\n\n- Make a daily plan?`)).toEqual(['Humus']);
  });

  it('are the parts that paragraphs above lists begin with, set in bold', () => {
    const steps =
      '**Step 1: Soil** Here you learn what the ground is made of.\n\n1. Humus\n2. Clay\n\n**گام دوم: Rain** Water is all of it.\n\n- Drops';
    expect(topicsOf(steps)).toEqual([
      'Soil number=1',
      '  Humus',
      '  Clay',
      'Rain number=2',
      '  Drops',
    ]);
    expect(topicsOf('**Step 1** is the hardest of all, so take your time.\n\n- Humus')).toEqual([
      'Humus',
    ]);
  });
});
