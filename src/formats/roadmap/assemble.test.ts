import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('the one section left of several', () => {
  const chart = '```mermaid\ngraph LR\nA[Roadmap] --> B[Soil]\nA --> C[Plants]\nB --> D[Humus]\nB --> E[Clay]\nC --> F[Peas]\nC --> G[Beans]\n```\n'; // prettier-ignore
  const parts = ['Soil', '  Humus', '  Clay', 'Plants', '  Peas', '  Beans'];

  it('gives way to its groups where it names the roadmap, and others did', () => {
    const twice = '#### [1. garden-roadmap](https://a.example.org)\n#### [2. garden-roadmap](https://b.example.org)\n'; // prettier-ignore
    expect(read(`${twice}${chart}`)).toEqual(parts);
  });

  it('does so below a legend of colours and what they mean to you', () => {
    const legend = '## Colours\n- **Purple** – you must know this\n- **Teal** – recommended\n';
    expect(read(`# T\n${legend}## Drawn\n${chart}## How to edit\nOpen it.`)).toEqual(parts);
  });
});
