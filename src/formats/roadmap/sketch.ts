import type { Outline, OutlineSection, OutlineTopic } from './outline.ts';

/** An outline as lines of text for comparison in tests: the title, then one indented line for each section and topic with its attributes. */
export function sketch(outline: Outline): string[] {
  return [outline.title, ...outline.sections.flatMap((section) => sketchNode(section, 0))];
}

function sketchNode(node: OutlineSection | OutlineTopic, level: number): string[] {
  const { title, topics = [], ...rest } = node;
  const shown = Object.entries(rest).filter(([key]) => !['text', 'line', 'details'].includes(key));
  const attributes = shown.map(([key, value]) => ` ${key}=${String(value)}`).join('');
  return [
    `${'  '.repeat(level)}${title}${attributes}`,
    ...topics.flatMap((topic) => sketchNode(topic, level + 1)),
  ];
}
