import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('links to where the document stands in other languages', () => {
  it('are no topics, with a label or without', () => {
    const soil = '## Soil\n- Humus\n';
    for (const bar of [
      '🌍 **اللغات:** [English](README.md) | [العربية](README_ar.md)',
      '[English](./README.md) · [中文](docs/README.zh-CN.md)',
    ])
      expect(read(`# T\n${bar}\n\n${soil}`)).toEqual(['Soil', '  Humus']);
  });

  it('are topics where they lead to pages of their own', () => {
    const pages = '**Beds:** [Roses](roses.md) | [Peas](peas.md)';
    expect(read(`# T\n## Soil\n- Humus\n\n${pages}`)).toContain('    Roses link=roses.md');
  });
});
