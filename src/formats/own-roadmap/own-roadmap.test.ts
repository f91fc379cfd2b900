import { describe, expect, it } from 'vitest';
import type { BankAliases, BankIndex } from '#src/domain/content.ts';
import type { RoadmapId } from '#src/domain/ids.ts';
import { listLeaves } from '#src/domain/roadmap-tree.ts';
import { parseCardFile } from '../card-file/parse-card-file.ts';
import { textDeckSamples } from '../testing/text-deck-samples.ts';
import { linkOwnRoadmap } from './link-own-roadmap.ts';
import { readOwnRoadmap } from './read-own-roadmap.ts';
import { writeSkeletons } from './write-skeletons.ts';

const concepts = [
  { id: 'data/redis', title: 'Redis', sources: [], pack: 0, notes: [] },
  { id: 'net/dns', title: 'Domain names', sources: [], pack: 0, notes: [] },
  { id: 'net/other', title: 'DNS', sources: [], pack: 0, notes: [] },
] as unknown as BankIndex['concepts'];
const aliases = { 'net/dns': ['DNS', '…'] } as unknown as BankAliases;
const id = 'own~1' as RoadmapId;

function read(text: string) {
  const found = readOwnRoadmap({ name: 'Notes', text }, id);
  if ('error' in found) throw new Error(found.error);
  return found;
}

function link(text: string) {
  const { title, tree } = read(text);
  return linkOwnRoadmap({ ...tree, id, title }, { concepts }, aliases);
}

describe('a learner’s own roadmap', () => {
  it('links its topics to the concepts that they name, by title or alias', () => {
    const roadmap = link(textDeckSamples.roadmap);
    expect(roadmap).toMatchObject({ id: 'own~1', title: 'Backend' });
    const leaves = listLeaves(roadmap);
    const linked = leaves.filter(({ topic }) => topic.concepts !== undefined);
    expect(linked.map(({ section, topic }) => [section, topic.id, topic.concepts])).toEqual([
      ['Foundations', 'own~1/foundations/networks/dns', ['net/dns']],
      ['Data', 'own~1/data/redis', ['data/redis']],
    ]);
    const others = leaves.filter(({ topic }) => topic.concepts === undefined);
    expect(others.map(({ topic }) => topic.title)).toEqual([
      'Operating systems',
      'HTTP',
      'PostgreSQL',
    ]);
  });

  it('is linked anew in place of what it was linked to', () => {
    const before = link(textDeckSamples.roadmap);
    expect(linkOwnRoadmap(before, { concepts }, aliases)).toEqual(before);
    const none = linkOwnRoadmap(before, { concepts: [] }, {});
    expect(listLeaves(none).every(({ topic }) => topic.concepts === undefined)).toBe(true);
  });

  it('is called after its file where it has no title, and says so', () => {
    const { title, problems } = read('- Redis\n- Kafka\n');
    expect(title).toBe('Notes');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ place: { line: 1 } });
    expect(problems[0]?.message).toContain('no title');
  });

  it('is taken as it stands where a repair of its encoding was not asked for', () => {
    const { tree } = read('# R\n\n## Data\n\n- naÃ¯ve\n');
    expect(listLeaves(tree)[0]?.topic.title).toBe('naÃ¯ve');
  });

  it('without topics, or with more than anybody could follow, is refused with what to do', () => {
    const text = `# R\n\n## S\n\n${'- T\n'.repeat(5001)}`;
    const many = readOwnRoadmap({ name: 'Notes', text }, id);
    expect('error' in many && many.error).toContain('5,001 topics');
    const empty = readOwnRoadmap({ name: 'Notes', text: '\n' }, id);
    expect('error' in empty && empty.error).toContain('No topics were found in “Notes”');
  });

  it('gives an author a card file for each topic without cards, which is accepted once it is filled in', () => {
    const text = '# R\n\n## Données\n\n- Sharding\n- 分片\n- Sharding!\n\n## 基础\n\n- 网络\n';
    const skeletons = writeSkeletons(listLeaves(link(text)));
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
