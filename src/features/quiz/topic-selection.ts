import type { CompiledSection } from '#src/domain/content.ts';
import type { TopicId } from '#src/domain/ids.ts';

export type Selection = ReadonlySet<TopicId>;

/** Whether a section is chosen whole, in part, or not at all. */
export function describeSection(
  selected: Selection,
  { id, topics }: CompiledSection,
): 'all' | 'some' | 'none' {
  if (selected.has(id)) return 'all';
  return topics.some((topic) => selected.has(topic.id)) ? 'some' : 'none';
}

/** Chooses a section whole, or leaves it and all its topics. */
export function chooseSection(
  selected: Selection,
  { id, topics }: CompiledSection,
  isChosen: boolean,
): Selection {
  const next = new Set(selected);
  for (const topic of topics) next.delete(topic.id);
  if (isChosen) next.add(id);
  else next.delete(id);
  return next;
}

/** Chooses a topic or leaves it; a section of which every topic is chosen is chosen whole. */
export function chooseTopic(
  selected: Selection,
  section: CompiledSection,
  topic: TopicId,
  isChosen: boolean,
): Selection {
  const ids = section.topics.map(({ id }) => id);
  const chosen = ids.filter((id) =>
    id === topic ? isChosen : selected.has(section.id) || selected.has(id),
  );
  const next = new Set(chooseSection(selected, section, false));
  if (chosen.length === ids.length) next.add(section.id);
  else for (const id of chosen) next.add(id);
  return next;
}
