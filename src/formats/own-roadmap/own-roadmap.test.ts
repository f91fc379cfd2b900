import { describe, expect, it } from 'vitest';
import type { BankAliases, BankIndex } from '#src/domain/content.ts';
import type { RoadmapId } from '#src/domain/ids.ts';
import { parseCardFile } from '../card-file/parse-card-file.ts';
import { readRoadmap } from '../roadmap/read-roadmap.ts';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { linkOwnRoadmap } from './link-own-roadmap.ts';
import { writeSkeletons } from './write-skeletons.ts';

const concepts = [
  { id: 'data/redis', title: 'Redis', sources: [], pack: 0, notes: [] },
  { id: 'net/dns', title: 'Domain names', sources: [], pack: 0, notes: [] },
  { id: 'net/other', title: 'DNS', sources: [], pack: 0, notes: [] },
] as unknown as BankIndex['concepts'];
const aliases = { 'net/dns': ['DNS', '…'] } as unknown as BankAliases;
const link = (text: string) =>
  linkOwnRoadmap(readRoadmap(text), 'own-1' as RoadmapId, { concepts }, aliases);

describe('a learner’s own roadmap', () => {
  it('links its topics to the concepts that they name, by title or alias', () => {
    const { roadmap, linked, unlinked } = link(textDeckSamples.roadmap);
    expect(roadmap).toMatchObject({ id: 'own-1', title: 'Backend' });
    expect(linked.map(({ section, topic }) => [section, topic.id, topic.concepts])).toEqual([
      ['Foundations', 'own-1/foundations/networks/dns', ['net/dns']],
      ['Data', 'own-1/data/redis', ['data/redis']],
    ]);
    expect(unlinked.map(({ topic }) => topic.title)).toEqual([
      'Operating systems',
      'HTTP',
      'PostgreSQL',
    ]);
  });

  it('gives an author a card file for each topic without cards, which is accepted once it is filled in', () => {
    const text = '# R\n\n## Données\n\n- Sharding\n- 分片\n- Sharding!\n\n## 基础\n\n- 网络\n';
    const skeletons = writeSkeletons(link(text).unlinked);
    expect(skeletons.map(({ path }) => path)).toEqual([
      'donnees/sharding.md',
      'donnees/topic-2.md',
      'donnees/sharding-3.md',
      'topics/topic-4.md',
    ]);
    for (const skeleton of skeletons) {
      const empty = parseCardFile(skeleton.text);
      expect(empty.problems).toHaveLength(4);
      expect(empty.file.title).not.toBe('');
      const filled = parseCardFile(skeleton.text.replaceAll(/^([QA]):$/gm, '$1: text'));
      expect(filled.problems).toEqual([]);
      expect(filled.file.notes).toHaveLength(2);
    }
  });
});
