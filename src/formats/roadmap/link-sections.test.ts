import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

const plain = '## Soil\n- Humus\n- Clay\n## Seeds\n- Peas\n- Beans\n';
const links = '- [Ann](https://ann.example.org)\n- [The shed](https://shed.example.org)\n';

describe('sections of nothing but links', () => {
  it('are left out of a roadmap whose topics are no links, whatever they are called', () => {
    const outline = readRoadmap(`# T\n${plain}## Zum Weiterlesen\n${links}`);
    expect(sketch(outline)).toEqual(sketch(readRoadmap(`# T\n${plain}`)));
    expect(outline.warnings).toEqual([
      { line: 8, message: '"Zum Weiterlesen" lists things to read or watch and was left out.' },
    ]);
  });

  it('are left out where the links are defined elsewhere, in lists and in tables', () => {
    const defined = '[Ann]: https://ann.example.org\n\n[shed]: https://shed.example.org\n';
    const list = '- [Ann][]\n- [The shed][shed]\n';
    const table =
      '| Name | About |\n| --- | --- |\n| [Ann][] | a garden |\n| [The shed][shed] | |\n';
    const expected = read(`# T\n${plain}`);
    expect(read(`# T\n${plain}## Zum Weiterlesen\n${list}\n${defined}`)).toEqual(expected);
    expect(read(`# T\n${plain}## Zum Weiterlesen\n\n${table}\n${defined}`)).toEqual(expected);
  });

  it('are left out where a diagram before them holds the topics', () => {
    const map =
      '```mermaid\nmindmap\n  Garden\n    Soil\n      Humus\n    Seeds\n      Peas\n```\n';
    const text = `# T\n${map}## Beds\n- Roses\n## Zum Weiterlesen\n${links}`;
    expect(read(text)).not.toContain('Zum Weiterlesen');
  });

  it('are left out with the headings that part them', () => {
    const parted = `## Dodatkowe\n### Soil\n${links}### Seeds\n${links}`;
    expect(read(`# T\n${plain}${parted}`)).toEqual(read(`# T\n${plain}`));
  });

  it('stay where the topics are links, where they are steps, stages or tools', () => {
    const sections = `## Soil\n${links}## Seeds\n${links}## Tools\n${links}`;
    expect(read(`# T\n${sections}`)).toHaveLength(9);
    expect(read(`# T\n${plain}## In this order\n1. [Ann](https://ann.example.org)\n2. [The shed](https://shed.example.org)\n`)).toContain('  The shed link=https://shed.example.org'); // prettier-ignore
    expect(read(`# T\n${plain}## Week 3\n${links}`)).toContain(
      '  Ann link=https://ann.example.org',
    );
    expect(read(`# T\n${plain}## Tools\n${links}`)).toContain(
      '  Ann kind=tool link=https://ann.example.org',
    );
  });
});

describe('sections that list nothing', () => {
  it('are left out where they tell or show code, and stay with a word or two', () => {
    const told = '## Where it lies\nAll of this lies in one folder for each of the many weeks.\n\n```\nweek-1/\n```\n'; // prettier-ignore
    expect(read(`# T\n## Soil\n- Humus\n${told}## Seeds\n- Peas`)).not.toContain('Where it lies');
    expect(read('# T\n## Soil\n- Humus\n## Rain\nTo come.\n## Seeds\n- Peas')).toContain('Rain');
  });

  it('stay when they are named like their neighbours', () => {
    const told = '## Bed Roses\nRoses want a sunny place, a deep soil, and somebody who cuts them.\n'; // prettier-ignore
    const text = `# T\n## Bed Peas\n- sow\n${told}## Bed Beans\n- sow`;
    expect(read(text)).toEqual(['Bed Peas', '  sow', 'Bed Roses', 'Bed Beans', '  sow']);
  });
});

describe('names below a numbered label', () => {
  it('are its topics, each with what is said about it', () => {
    const text =
      '# T\n## Nets\n1. Protocols:\n   TCP: how it connects and when it is used.\n   DNS: how names are found.\n2. Tools:\n   Ping: to look who is there.\n   Tcpdump: to listen to all of it.';
    expect(read(text)).toEqual(['Nets', '  Protocols', '    TCP', '    DNS', '  Tools', '    Ping', '    Tcpdump']); // prettier-ignore
  });
});
