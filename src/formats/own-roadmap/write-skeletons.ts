import type { PlacedTopic } from '#src/domain/roadmap-tree.ts';
import { toSlug } from '../compile/topic-ids.ts';

/** A card file to be filled in; its path from the folder of card files. */
export interface Skeleton {
  readonly path: string;
  readonly text: string;
}

/**
 * A card file for each topic that has no cards, for an author to fill in: title, what the roadmap says of the topic, and
 * two notes without text. The reader of card files takes it once the labels have text and an empty note is taken out.
 */
export function writeSkeletons(topics: readonly PlacedTopic[]): Skeleton[] {
  const taken = new Set<string>();
  return topics.map(({ section, topic }, index) => {
    const area = toPlainSlug(section) ?? 'topics';
    const wanted = toPlainSlug(topic.title) ?? `topic-${index + 1}`;
    const name = taken.has(wanted) ? `${wanted}-${index + 1}` : wanted;
    taken.add(name);
    const remarks = [`From the section "${section}".`, ...(topic.details ?? [])].map(
      (remark) => `# ${remark.replace(/\s+/g, ' ')}`,
    );
    const text = [
      '---',
      ...remarks,
      `title: ${JSON.stringify(topic.title)}`,
      'aliases: []',
      'sources: []',
      '---',
      '',
      `## basic ${name}-purpose · reason`,
      '',
      'Q:',
      'A:',
      '',
      `## basic ${name}-failure · failure`,
      '',
      'Q:',
      'A:',
      '',
    ].join('\n');
    return { path: `${area}/${name}.md`, text };
  });
}

/** A slug of the letters that note ids may have; undefined where the title has none of them. */
function toPlainSlug(title: string): string | undefined {
  const slug = toSlug(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return slug === '' ? undefined : slug;
}
